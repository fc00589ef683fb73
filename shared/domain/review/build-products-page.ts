import { NO_DATA } from '#shared/kernel/format-number.ts';
import { changeOf } from './change-of.ts';
import type { DeckChart } from '#shared/domain/document/chart.ts';
import type { ContentPage } from '#shared/domain/document/model.ts';
import { changeCell, numberCell, percentCell } from '#shared/domain/document/number-cells.ts';
import type { DeckCell, DeckTable } from '#shared/domain/document/table.ts';
import type { DeckVoice } from './deck-voice.ts';
import { findProducts, productName } from './find-products.ts';
import type { ReviewFigures } from './model.ts';

interface Line {
  name: string;
  amount: number;
  lastYear: number;
  tone: DeckCell['tone'];
  /** Ids of the numbers now and a year before. */
  refs?: [string, string];
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** The listed products, what the others come to, and the total: the table always adds up to the results page. */
function linesOf(figures: ReviewFigures, voice: DeckVoice): Line[] {
  const { products, productCount, current, lastYear } = figures;
  const listed: Line[] = products.map((product, at) => ({ ...product, name: productName(product.name, voice), tone: 'plain', refs: [`orders.product:${at}`, `orders.productBefore:${at}`] }));
  const rest = { amount: current.amount - sum(products.map((p) => p.amount)), lastYear: lastYear.amount - sum(products.map((p) => p.lastYear)) };
  const restName = productCount > products.length ? 'deck.products.others' : 'deck.products.lastYearOnly';
  if (productCount > products.length || rest.lastYear !== 0) listed.push({ ...rest, name: voice.words(restName), tone: 'quiet' });
  return [...listed, { name: voice.words('deck.products.total'), amount: current.amount, lastYear: lastYear.amount, tone: 'strong', refs: ['orders.amount:current', 'orders.amount:lastYear'] }];
}

/** One unit for chart and table, fine enough for the single products. */
const productUnit = ({ products }: ReviewFigures, voice: DeckVoice) => voice.unit(products.flatMap((product) => [product.amount, product.lastYear]));

function productsTable(figures: ReviewFigures, voice: DeckVoice): DeckTable {
  const { words, language } = voice;
  const lines = linesOf(figures, voice);
  const unit = productUnit(figures, voice);
  const number = (amount: number): DeckCell => numberCell(amount / unit.divide, language, unit.digits);
  const none: DeckCell = { text: NO_DATA };
  const total = figures.current.amount;
  const column = (title: string, share: number) => ({ title, align: 'right' as const, share, lines: 1 });
  return {
    kind: 'table',
    description: words('deck.products.table'),
    columns: [
      { title: words('deck.products.product'), align: 'left', share: 0.32, lines: 1 },
      column(words('deck.withUnit', { name: words('deck.measure.revenue'), unit: unit.label }), 0.22),
      column(words('deck.products.share'), 0.13),
      column(words('deck.period.lastYear'), 0.16),
      column(words('deck.results.change'), 0.17),
    ],
    rows: lines.map((line) => {
      const change = changeOf(line.amount, line.lastYear);
      return [
        { text: line.name, tone: line.tone },
        { ...number(line.amount), tone: line.tone, ...(line.refs && { ref: line.refs[0] }) },
        { ...(total > 0 ? percentCell(line.amount / total, language) : none), tone: line.tone },
        line.lastYear === 0 ? { ...none, tone: line.tone } : { ...number(line.lastYear), tone: line.tone, ...(line.refs && { ref: line.refs[1] }) },
        change === null ? { text: NO_DATA, tone: 'quiet' } : changeCell(percentCell(change, language, true)),
      ];
    }),
    more: null,
  };
}

function productsChart(figures: ReviewFigures, voice: DeckVoice): DeckChart {
  const { words } = voice;
  const { products } = figures;
  const unit = productUnit(figures, voice);
  const title = words('deck.withUnit', { name: words('deck.measure.revenue'), unit: unit.label });
  const series: DeckChart['series'] = [
    { name: words('deck.period.now'), role: 'now', values: products.map((p) => p.amount / unit.divide) },
  ];
  if (products.some((product) => product.lastYear !== 0)) {
    series.push({ name: words('deck.period.lastYear'), role: 'lastYear', values: products.map((p) => p.lastYear / unit.divide) });
  }
  return {
    kind: 'bars',
    title,
    description: words('deck.products.chart', { title }),
    direction: 'right',
    categories: products.map((product) => productName(product.name, voice)),
    series,
    digits: unit.digits,
    unfinishedAt: null,
  };
}

/** The products that bring most of the revenue, with their share and the year before. */
export function buildProductsPage(figures: ReviewFigures, voice: DeckVoice): ContentPage {
  const { words } = voice;
  const { products, productCount } = figures;
  return {
    kind: 'content',
    topic: words('deck.topic.products'),
    headline: findProducts(figures, voice),
    explanation: products.length === 0
      ? words('deck.products.nothing')
      : words(productCount > products.length ? 'deck.products.top' : 'deck.products.all', { shown: products.length, count: productCount }),
    blocks: products.length === 0 ? [{ kind: 'notice', text: words('deck.products.missing') }] : [productsChart(figures, voice), productsTable(figures, voice)],
    notes: [],
    source: words('deck.source.orders', { lines: words('deck.count.lines', { count: figures.current.lines }), date: voice.fullDate(figures.asOf) }),
  };
}
