import type { Deck } from '#shared/domain/document/model.ts';
import type { DeckSheet, DeckSheetColumn } from '#shared/domain/document/sheet.ts';
import { daysBetween } from '#shared/kernel/dates.ts';
import type { Words } from './deck-voice.ts';
import type { SectionKind } from './record.ts';
import type { ReviewNumber, ReviewRows } from './rows.ts';

type Row = DeckSheet['rows'][number];
type RowsOfKind<Kind extends ReviewRows['kind']> = Extract<ReviewRows, { kind: Kind }>['rows'];

/** What the sheets are made of: the numbers of a review, the way to the rows of each, and its currency. */
export interface RowSheetsSource {
  numbers: readonly ReviewNumber[];
  rowsOf: (number: ReviewNumber) => ReviewRows | undefined;
  currency: string;
}

const PERIODS = { current: 'now', lastQuarter: 'lastQuarter', lastYear: 'lastYear' } as const;
const UNIT = 10_000;

/** A number and its rows; nothing where the review has no such number or kept no rows of it. */
function rowsBehind<Kind extends ReviewRows['kind']>({ numbers, rowsOf }: RowSheetsSource, kind: Kind, id: string): { asOf: string; rows: RowsOfKind<Kind> } {
  const number = numbers.find((one) => one.id === id);
  const answer = number && rowsOf(number);
  return { asOf: number?.asOf ?? '', rows: (answer?.kind === kind ? answer.rows : []) as RowsOfKind<Kind> };
}

/** The lines of the three periods that are compared, without what they cost us. */
function orderSheet(source: RowSheetsSource, words: Words): DeckSheet {
  const inCurrency = (key: string): string => words('deck.withUnit', { name: words(key), unit: source.currency });
  return {
    title: words('deck.rows.orders'),
    columns: [
      { title: words('deck.rows.period'), kind: 'text' }, { title: words('deck.interactions.date'), kind: 'date' }, { title: words('deck.rows.order'), kind: 'text' },
      { title: words('deck.products.product'), kind: 'text' }, { title: words('deck.rows.category'), kind: 'text' }, { title: words('deck.rows.quantity'), kind: 'number' },
      { title: inCurrency('deck.rows.price'), kind: 'money' }, { title: words('deck.rows.discount'), kind: 'percent' }, { title: inCurrency('deck.rows.amount'), kind: 'money' },
      { title: words('deck.rows.note'), kind: 'text' },
    ],
    rows: Object.entries(PERIODS).flatMap(([period, name]) => rowsBehind(source, 'orders', `orders.lines:${period}`).rows.map((line): Row => [
      words(`deck.period.${name}`), line.orderedOn, line.orderNo, line.product ?? words('deck.products.unnamed'), line.category, line.quantity / UNIT,
      line.price, line.discount / UNIT, line.amount, line.isReturn ? words('deck.rows.return') : null,
    ])),
  };
}

function interactionSheet(source: RowSheetsSource, words: Words): DeckSheet {
  const column = (key: string, kind: DeckSheetColumn['kind'] = 'text'): DeckSheetColumn => ({ title: words(`deck.interactions.${key}`), kind });
  return {
    title: words('deck.rows.interactions'),
    columns: [column('date', 'date'), column('kind'), column('summary'), column('decisions'), column('people')],
    rows: rowsBehind(source, 'interactions', 'interactions.count').rows.map(({ date, kind, summary, decisions, people }) => [date, words(`deck.kind.${kind}`), summary, decisions, people.join(words('deck.listSeparator'))]),
  };
}

function taskSheet(source: RowSheetsSource, words: Words): DeckSheet {
  const column = (key: string, kind: DeckSheetColumn['kind'] = 'text'): DeckSheetColumn => ({ title: words(`deck.nextSteps.${key}`), kind });
  const { asOf, rows } = rowsBehind(source, 'tasks', 'tasks.openCount');
  return {
    title: words('deck.rows.tasks'),
    columns: [column('title'), column('owner'), column('due', 'date'), column('state')],
    rows: rows.map(({ title, owner, dueOn, late }) => [
      title, owner, dueOn, dueOn === null ? words('deck.nextSteps.undated') : late ? words('deck.nextSteps.lateBy', { count: daysBetween(dueOn, asOf) }) : words('deck.nextSteps.open'),
    ]),
  };
}

/** All rows behind the numbers of a review's pages as sheets of a workbook; what belongs to a hidden section stays away with it. */
export function rowSheets({ pages }: Pick<Deck, 'pages'>, source: RowSheetsSource, words: Words): DeckSheet[] {
  const shows = (...sections: SectionKind[]): boolean => pages.some((page) => page.kind === 'content' && sections.some((section) => page.section === section));
  return [
    ...(shows('results', 'products') ? [orderSheet(source, words)] : []),
    ...(shows('service') ? [interactionSheet(source, words)] : []),
    ...(shows('nextSteps', 'risks') ? [taskSheet(source, words)] : []),
  ];
}
