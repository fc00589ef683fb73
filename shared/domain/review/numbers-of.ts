import type { ReviewFacts } from './facts.ts';
import { averageOrder, marginRate } from './figure-rates.ts';
import type { DaySpan, ReviewFigure, ReviewFigures } from './model.ts';
import { peopleOf } from './people-groups.ts';
import { peopleGroups, type ReviewNumber, type ReviewPersonRow } from './rows.ts';

const MEASURES: [measure: string, unit: ReviewNumber['unit'], read: (figure: ReviewFigure) => number | null][] = [
  ['orders.amount', 'money', ({ amount }) => amount],
  ['orders.margin', 'money', ({ margin }) => margin],
  ['orders.marginRate', 'share', marginRate],
  ['orders.count', 'count', ({ orders }) => orders],
  ['orders.lines', 'count', ({ lines }) => lines],
  ['orders.average', 'money', averageOrder],
];

function orderNumbers(figures: ReviewFigures): ReviewNumber[] {
  const { current, lastQuarter, lastYear, comparedWith, from, to } = figures;
  const periods: [string, ReviewFigure, DaySpan][] = [
    ['current', current, { from, to }], ['lastQuarter', lastQuarter, comparedWith.lastQuarter], ['lastYear', lastYear, comparedWith.lastYear],
  ];
  return MEASURES.flatMap(([measure, unit, read]) => periods.map(([period, figure, window]): ReviewNumber => ({
    id: `${measure}:${period}`, section: 'results', measure, unit, value: read(figure), asOf: window.to, window, rowCount: figure.lines, rows: { kind: 'orders', ...window },
  })));
}

function productNumbers({ products, from, to, comparedWith }: ReviewFigures): ReviewNumber[] {
  const number = (id: string, value: number, window: DaySpan, product: string, lines: number): ReviewNumber =>
    ({ id, section: 'products', measure: 'orders.amount', unit: 'money', value, asOf: window.to, window, rowCount: lines, rows: { kind: 'orders', ...window, product } });
  return products.flatMap(({ name, amount, lastYear, lines, linesBefore }, at) => [
    number(`orders.product:${at}`, amount, { from, to }, name, lines),
    ...(lastYear === 0 ? [] : [number(`orders.productBefore:${at}`, lastYear, comparedWith.lastYear, name, linesBefore)]),
  ]);
}

function contactNumbers({ from, to, asOf, today, interactionCount, decisionCount, nextStepCount, lateCount }: ReviewFigures): ReviewNumber[] {
  const window = { from, to };
  const contact = (id: string, value: number, decided: boolean): ReviewNumber =>
    ({ id, section: 'service', measure: id, unit: 'count', value, asOf, window, rowCount: value, rows: { kind: 'interactions', ...window, decided } });
  const task = (id: string, section: string, value: number, late: boolean): ReviewNumber =>
    ({ id, section, measure: id, unit: 'count', value, asOf: today, window: null, rowCount: value, rows: { kind: 'tasks', late } });
  return [
    contact('interactions.count', interactionCount, false), contact('interactions.decided', decisionCount, true),
    task('tasks.openCount', 'nextSteps', nextStepCount, false), task('tasks.lateCount', 'risks', lateCount, true),
  ];
}

function peopleNumbers(people: readonly ReviewPersonRow[], today: string): ReviewNumber[] {
  return peopleGroups.map((group): ReviewNumber => {
    const value = peopleOf(people, group, today).length;
    return { id: `people.${group}`, section: 'relationships', measure: `people.${group}`, unit: 'count', value, asOf: today, window: null, rowCount: value, rows: { kind: 'people', group } };
  });
}

/** Every number that the pages show, each once. */
export function numbersOf({ figures, people }: Pick<ReviewFacts, 'figures' | 'people'>): ReviewNumber[] {
  return [...orderNumbers(figures), ...productNumbers(figures), ...contactNumbers(figures), ...peopleNumbers(people, figures.today)];
}
