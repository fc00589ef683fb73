import { formatDateRange, formatMonth } from '#shared/kernel/format-date.ts';
import { NO_DATA } from '#shared/kernel/format-number.ts';
import type { Exact } from '#shared/kernel/money.ts';
import { changeOf } from './change-of.ts';
import type { DeckChart } from '#shared/domain/document/chart.ts';
import type { ContentPage } from '#shared/domain/document/model.ts';
import { changeCell, numberCell, percentCell, pointsCell } from '#shared/domain/document/number-cells.ts';
import type { DeckCell, DeckTable } from '#shared/domain/document/table.ts';
import type { DeckVoice } from './deck-voice.ts';
import { averageOrder, marginRate } from './figure-rates.ts';
import { findResults } from './find-results.ts';
import type { ReviewFigure, ReviewFigures } from './model.ts';
import { quiet } from './page-parts.ts';

type Measure = (figure: ReviewFigure) => number | null;

const ours = (row: DeckCell[]): DeckCell[] => row.map((cell, at) => (at === 0 ? { ...cell, internal: true } : cell));

const periodNames = ({ words }: DeckVoice) => ({ now: words('deck.period.now'), lastQuarter: words('deck.period.lastQuarter'), lastYear: words('deck.period.lastYear') });

function resultsTable(figures: ReviewFigures, voice: DeckVoice): DeckTable {
  const { words, language } = voice;
  const periods = [figures.current, figures.lastQuarter, figures.lastYear] as const;
  const relative = (now: number | null, before: number | null): DeckCell => {
    const change = now === null || before === null ? null : changeOf(now, before);
    return change === null ? quiet(NO_DATA) : changeCell(percentCell(change, language, true));
  };
  const row = (label: string, id: string, measure: Measure, show: (value: number) => DeckCell, change = relative): DeckCell[] => {
    const [now, quarter, year] = periods.map(measure) as [number | null, number | null, number | null];
    const cell = (value: number | null, period: string, tone: DeckCell['tone']): DeckCell =>
      (value === null ? quiet(NO_DATA) : { ...show(value), tone, ref: `${id}:${period}` });
    return [{ text: label }, cell(now, 'current', 'strong'), cell(quarter, 'lastQuarter', 'plain'), change(now, quarter), cell(year, 'lastYear', 'plain'), change(now, year)];
  };
  const moneyRow = (key: string, id: string, measure: Measure, amounts: Exact[]): DeckCell[] => {
    const unit = voice.unit(amounts);
    const label = words('deck.withUnit', { name: words(key), unit: unit.label });
    return row(label, id, measure, (value) => numberCell(value / unit.divide, language, unit.digits));
  };
  const points = (now: number | null, before: number | null): DeckCell => {
    return now === null || before === null ? quiet(NO_DATA) : changeCell(pointsCell(now - before, language));
  };
  const count = (value: number): DeckCell => numberCell(value, language);
  const amounts = periods.map((figure) => figure.amount);
  const names = periodNames(voice);
  const column = (title: string, share: number) => ({ title, align: 'right' as const, share, lines: 1 });
  return {
    kind: 'table',
    description: words('deck.results.table', names),
    columns: [
      { title: words('deck.results.measure'), align: 'left', share: 0.27, lines: 2 },
      column(names.now, 0.15), column(names.lastQuarter, 0.15), column(words('deck.results.change'), 0.14),
      column(names.lastYear, 0.15), column(words('deck.results.change'), 0.14),
    ],
    rows: [
      moneyRow('deck.measure.revenue', 'orders.amount', (figure) => figure.amount, amounts),
      ours(moneyRow('deck.measure.margin', 'orders.margin', (figure) => figure.margin, amounts)),
      ...(periods.some((figure) => figure.margin !== null) ? [ours(row(words('deck.measure.marginRate'), 'orders.marginRate', marginRate, (value) => percentCell(value, language), points))] : []),
      row(words('deck.measure.orders'), 'orders.count', (figure) => figure.orders, count),
      row(words('deck.measure.lines'), 'orders.lines', (figure) => figure.lines, count),
      moneyRow('deck.measure.averageOrder', 'orders.average', averageOrder, periods.map((figure) => averageOrder(figure) ?? 0)),
    ],
    more: null,
  };
}

function monthsChart(figures: ReviewFigures, voice: DeckVoice): DeckChart {
  const { words, language } = voice;
  const { months, asOf, unfinished, comparedWith } = figures;
  const unit = voice.unit(months.flatMap((month) => [month.amount, month.lastQuarter, month.lastYear]));
  const running = unfinished ? months.length - 1 : null;
  const names = periodNames(voice);
  const title = words('deck.withUnit', { name: words('deck.measure.revenue'), unit: unit.label });
  const first = formatMonth(comparedWith.lastQuarter.from, language);
  const last = formatMonth(comparedWith.lastQuarter.to, language);
  const quarterName = first === last ? words('deck.results.oneMonth', { name: names.lastQuarter, first }) : words('deck.results.manyMonths', { name: names.lastQuarter, first, last });
  const series: DeckChart['series'] = [];
  if (figures.lastYear.lines > 0) series.push({ name: names.lastYear, role: 'lastYear', values: months.map((month) => month.lastYear / unit.divide) });
  if (figures.lastQuarter.lines > 0) series.push({ name: quarterName, role: 'lastQuarter', values: months.map((month) => month.lastQuarter / unit.divide) });
  series.push({ name: names.now, role: 'now', values: months.map((month) => month.amount / unit.divide) });
  return {
    kind: 'bars',
    title,
    description: words('deck.results.chart', { title }),
    direction: 'up',
    categories: months.map(({ month }, at) => {
      const name = formatMonth(month, language);
      return at === running ? words('deck.results.monthTo', { month: name, day: Number(asOf.slice(8, 10)) }) : name;
    }),
    series,
    digits: unit.digits,
    unfinishedAt: running,
  };
}

/** Results of the quarter against the quarter before and the same quarter last year, and which days were compared. What we earn on them is for us only. */
export function buildResultsPage(figures: ReviewFigures, voice: DeckVoice): ContentPage {
  const { words, language } = voice;
  const { current, lastQuarter, lastYear, comparedWith, from, to, unfinished } = figures;
  const none = current.lines + lastQuarter.lines + lastYear.lines === 0;
  const notes: string[] = [];
  const noMargin = !none && [current, lastQuarter, lastYear].some((figure) => figure.margin === null && figure.lines > 0);
  if (figures.otherCurrencies.length > 0) {
    const amounts = figures.otherCurrencies.map((other) => voice.money(other.amount, other.currency));
    notes.push(words('deck.results.otherCurrencies', { amounts: amounts.join(words('deck.listSeparator')) }));
  }
  const notice = figures.latestOrderOn === null
    ? words('deck.results.neverOrdered')
    : words('deck.results.noOrders', { date: voice.fullDate(figures.latestOrderOn) });
  return {
    kind: 'content',
    topic: words('deck.topic.results'),
    headline: findResults(figures, voice),
    explanation: words(unfinished ? 'deck.results.comparedCut' : 'deck.results.compared', {
      now: formatDateRange(from, to, language),
      lastQuarter: formatDateRange(comparedWith.lastQuarter.from, comparedWith.lastQuarter.to, language),
      lastYear: formatDateRange(comparedWith.lastYear.from, comparedWith.lastYear.to, language),
    }),
    blocks: none ? [{ kind: 'notice', text: notice }] : [monthsChart(figures, voice), resultsTable(figures, voice)],
    notes,
    ...(noMargin && { internalNotes: [words('deck.results.noMargin')] }),
    source: words('deck.source.orders', { lines: words('deck.count.lines', { count: current.lines }), date: voice.fullDate(figures.asOf) }),
  };
}
