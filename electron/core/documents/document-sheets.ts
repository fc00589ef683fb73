import type { DeckChart } from '#shared/domain/document/chart.ts';
import type { ContentPage, Deck, DeckFigures } from '#shared/domain/document/model.ts';
import type { DeckSheet, DeckSheetColumn } from '#shared/domain/document/sheet.ts';
import type { DeckCell, DeckTable } from '#shared/domain/document/table.ts';
import { cleanText } from './clean-text.ts';

/** A cell of a workbook: a text, a number in a format of spreadsheets, or a value of a kind of its column. */
export type BookCell = { text: string; head?: boolean } | { value: number; format: string } | { value: string | number; kind: DeckSheetColumn['kind'] } | null;

export interface BookTable {
  title: string;
  /** Characters. */
  widths: number[];
  rows: Iterable<BookCell[]>;
}

const MOST = 60;
const WIDTHS: Record<DeckSheetColumn['kind'], number> = { text: 28, number: 12, money: 16, percent: 10, date: 12 };

export const formatCode = ({ format, digits }: NonNullable<DeckCell['number']>): string => {
  const decimals = digits > 0 ? `.${'0'.repeat(digits)}` : '';
  if (format === 'plain') return `#,##0${decimals}`;
  return format === 'percent' ? `0${decimals}%` : `0${decimals}" pp"`;
};

const text = (value: string): BookCell => ({ text: cleanText(value) });
const head = (value: string): BookCell => ({ text: cleanText(value), head: true });
const number = (given: DeckCell['number'], otherwise: string): BookCell => (given ? { value: given.value, format: formatCode(given) } : text(otherwise));

/** Chinese characters are twice as wide as others. */
const wide = (value: string): number => [...value].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
const widthOf = (values: string[]): number => Math.min(MOST, Math.max(8, ...values.map(wide)) + 2);

function tableRows({ columns, rows, more }: DeckTable): Pick<BookTable, 'widths' | 'rows'> {
  return {
    widths: columns.map((column, at) => widthOf([column.title, ...rows.map((row) => row[at]?.text ?? '')])),
    rows: [columns.map((column) => head(column.title)), ...rows.map((row) => row.map((cell) => number(cell.number, cell.text))), ...(more === null ? [] : [[text(more)]])],
  };
}

function chartRows({ title, categories, series, digits }: DeckChart): Pick<BookTable, 'widths' | 'rows'> {
  return {
    widths: [widthOf([title, ...categories]), ...series.map(({ name }) => widthOf([name]))],
    rows: [
      [head(title), ...series.map(({ name }) => head(name))],
      ...categories.map((category, at) => [text(category), ...series.map(({ values }) => number({ value: values[at] ?? 0, format: 'plain', digits }, ''))]),
    ],
  };
}

function figureRows({ figures }: DeckFigures): Pick<BookTable, 'widths' | 'rows'> {
  return {
    widths: [widthOf(figures.map(({ label }) => label)), 16, widthOf(figures.map(({ comparison }) => comparison ?? ''))],
    rows: figures.map(({ label, value, comparison, number: exact }) => [text(label), number(exact, value), text(comparison ?? '')]),
  };
}

function pageTables(page: ContentPage): BookTable[] {
  const title = page.topic ?? page.headline;
  return page.blocks.flatMap((block) => {
    if (block.kind === 'table') return [{ title, ...tableRows(block) }];
    if (block.kind === 'bars') return [{ title, ...chartRows(block) }];
    return block.kind === 'figures' ? [{ title, ...figureRows(block) }] : [];
  });
}

/** What the pages say in words: number, finding and source of each, under it its texts. */
function overview(deck: Deck): BookTable {
  const rows = deck.pages.flatMap((page, at): BookCell[][] => {
    if (page.kind === 'cover') return [[null, head(page.title)], ...[page.alias ?? '', page.subtitle, page.period, page.prepared].filter((line) => line !== '').map((line) => [null, text(line)]), []];
    const said = page.blocks.flatMap((block) => (block.kind === 'text' ? [block.heading ?? '', ...block.paragraphs] : block.kind === 'notice' ? [block.text] : []));
    const lines = [page.explanation, ...said, ...page.notes, ...(page.commentary ?? '').split('\n')].filter((line) => line.trim() !== '');
    return [[{ value: at + 1, format: '0' }, head(page.headline), text(page.source)], ...lines.map((line) => [null, text(line)])];
  });
  const cover = deck.pages.find((page) => page.kind === 'cover');
  return { title: cover?.subtitle ?? deck.title, widths: [6, 90, 44], rows };
}

function* sheetRows({ columns, rows }: DeckSheet): Generator<BookCell[]> {
  yield columns.map(({ title }) => head(title));
  for (const row of rows) {
    yield columns.map(({ kind }, at) => {
      const value = row[at] ?? null;
      return value === null ? null : { value, kind };
    });
  }
}

/** The sheets of a document: what it says, each table's and chart's numbers named for their page, then its sheets of rows. */
export function documentSheets(deck: Deck): BookTable[] {
  return [
    overview(deck),
    ...deck.pages.flatMap((page) => (page.kind === 'content' ? pageTables(page) : [])),
    ...(deck.sheets ?? []).map((sheet) => ({ title: sheet.title, widths: sheet.columns.map(({ kind }) => WIDTHS[kind]), rows: sheetRows(sheet) })),
  ];
}
