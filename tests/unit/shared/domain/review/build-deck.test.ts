import { describe, expect, test } from 'vitest';
import { fitText } from '#core/documents/measure-text.ts';
import { contentLayout, roomOf, TABLE } from '#core/documents/page-layout.ts';
import { wordsFor } from '#core/documents/words.ts';
import { buildDeck } from '#shared/domain/review/build-deck.ts';
import { buildResultsPage } from '#shared/domain/review/build-results-page.ts';
import { deckVoice } from '#shared/domain/review/deck-voice.ts';
import type { DeckChart } from '#shared/domain/document/chart.ts';
import { PLAIN_LOOK } from '#shared/domain/document/look.ts';
import type { ContentPage, CoverPage } from '#shared/domain/document/model.ts';
import type { DeckTable } from '#shared/domain/document/table.ts';
import { themeOf } from '#shared/domain/document/theme.ts';
import type { ReviewFigures } from '#shared/domain/review/model.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';
import { reviewFigures } from '#tests/builders/review-figures.ts';

type Language = 'en' | 'zh-CN';

function pagesOf(figures: ReviewFigures, language: Language = 'en') {
  const [cover, results, products, interactions, nextSteps] = buildDeck(figures, language, wordsFor(resourcesDir, language)).pages;
  return { cover: cover as CoverPage, results: results as ContentPage, products: products as ContentPage, interactions: interactions as ContentPage, nextSteps: nextSteps as ContentPage };
}

const chartOf = (page: ContentPage): DeckChart => page.blocks.find((block) => block.kind === 'bars') as DeckChart;
const tableOf = (page: ContentPage): DeckTable => page.blocks.find((block) => block.kind === 'table') as DeckTable;
/** The results as our desk shows them. */
const pageForUs = (figures: ReviewFigures): ContentPage => buildResultsPage(figures, deckVoice(figures, 'en', wordsFor(resourcesDir, 'en')));
const resultsForUs = (figures: ReviewFigures): DeckTable => tableOf(pageForUs(figures));
const texts = (table: DeckTable): string[][] => table.rows.map((row) => row.map((cell) => cell.text));
const figure = (amount: number, lines = 1) => ({ amount: amount * 10_000, margin: null, orders: lines, lines });

describe('the title page', () => {
  test('names account, period and who prepared it, and sums up the pages', () => {
    const { cover, results, nextSteps } = pagesOf(reviewFigures());
    expect(cover).toMatchObject({ title: '恒岳重工集团', alias: 'Hengyue Heavy Industries', subtitle: 'Business review Q4 2026', prepared: 'Prepared by Lin Xiaotong, 23 Nov 2026' });
    expect(cover.period).toBe('1 Oct – 23 Nov 2026, while the quarter runs');
    expect(cover.summary.map(({ page }) => page)).toEqual([2, 3, 4, 5]);
    expect(cover.summary[0]?.text).toBe(results.headline);
    expect(cover.summary[3]?.text).toBe(nextSteps.headline);
  });

  test('of an ended quarter says no more than its days', () => {
    const { cover } = pagesOf(reviewFigures({ unfinished: false, to: '2026-12-31', preparedBy: null }), 'zh-CN');
    expect(cover.period).toBe('2026年10月1日至12月31日');
    expect(cover.prepared).toBe('准备于 2026年11月23日');
  });
});

describe('the results page', () => {
  test.each<[string, Partial<ReviewFigures>, string, string]>([
    ['above one, below the other', {}, 'Revenue is 12.0% above last year and 20.0% below last quarter', '收入同比增长 12.0%，环比下降 20.0%'],
    ['level', { current: figure(100_200), lastYear: figure(100_000), lastQuarter: figure(100_000) }, 'Revenue is level with last year and level with last quarter', '收入同比持平，环比持平'],
    ['no year before', { lastYear: figure(0, 0) }, 'Revenue of ¥8.4M is 20.0% below last quarter', '收入 840 万，环比下降 20.0%'],
    ['no quarter before', { lastQuarter: figure(0, 0) }, 'Revenue of ¥8.4M is 12.0% above last year', '收入 840 万，同比增长 12.0%'],
    ['nothing before', { lastQuarter: figure(0, 0), lastYear: figure(0, 0) }, 'Revenue of ¥8.4M, with nothing to compare it with yet', '收入 840 万，暂无可比数据'],
    ['returns the year before', { lastQuarter: figure(0, 0), lastYear: figure(-5, 1) }, 'Revenue of ¥8.4M, with nothing to compare it with yet', '收入 840 万，暂无可比数据'],
    ['nothing now', { current: figure(0, 0) }, 'No orders this quarter', '本季度没有订单'],
    ['nothing at all', { current: figure(0, 0), lastQuarter: figure(0, 0), lastYear: figure(0, 0) }, 'No orders in any of the three periods', '三个期间都没有订单'],
  ])('finds: %s', (_, change, english, chinese) => {
    expect(pagesOf(reviewFigures(change)).results.headline).toBe(english);
    expect(pagesOf(reviewFigures(change), 'zh-CN').results.headline).toBe(chinese);
  });

  test.each([[99_960, '0.0%', 'plain'], [99_940, '−0.1%', 'risk'], [100_040, '0.0%', 'plain'], [100_060, '+0.1%', 'good']])('%i against 100,000 reads %s and is %s', (amount, text, tone) => {
    const change = { current: figure(amount), lastQuarter: figure(100_000), products: [{ name: 'Sensor', amount: amount * 10_000, lastYear: 1_000_000_000, share: 1, lines: 1, linesBefore: 1 }] };
    const { results, products } = pagesOf(reviewFigures(change));
    expect(tableOf(results).rows[0]?.[3]).toMatchObject({ text, tone });
    expect(tableOf(products).rows[0]?.[4]).toMatchObject({ text, tone });
  });

  test('a margin rate that moved by less than it is read in is neither good nor bad', () => {
    const withMargin = (margin: number) => ({ ...figure(100_000), margin: margin * 10_000 });
    const table = resultsForUs(reviewFigures({ current: withMargin(30_040), lastQuarter: withMargin(30_000), lastYear: withMargin(30_100) }));
    expect(table.rows[2]?.filter((_, at) => at === 3 || at === 5)).toMatchObject([{ text: '0.0 pp', tone: 'plain' }, { text: '−0.1 pp', tone: 'risk' }]);
  });

  test.each(['en', 'zh-CN'] as const)('names every measure whole, in any currency and face (%s)', (language) => {
    for (const currency of ['CNY', 'USD', 'EUR', 'CHF', 'HKD']) {
      for (const latin of ['Arial', 'Georgia'] as const) {
        const theme = themeOf({ ...PLAIN_LOOK, latin });
        const { results } = pagesOf(reviewFigures({ currency }), language);
        const { area } = contentLayout(results, theme).blocks.find(({ block }) => block.kind === 'table') ?? {};
        const [first] = tableOf(results).columns;
        const room = roomOf((first?.share ?? 0) * (area?.w ?? 0) - TABLE.side - 0.02, theme);
        for (const [label] of texts(tableOf(results))) expect(fitText(label ?? '', room, TABLE.size, { lines: first?.lines ?? 1 }), `${currency} ${latin}`).toBe(label);
      }
    }
  });

  test('says which days were compared', () => {
    expect(pagesOf(reviewFigures()).results.explanation).toBe('1 Oct – 23 Nov 2026, quarter running, against the same days of last quarter (1 Jul – 23 Aug 2026) and last year (1 Oct – 23 Nov 2025)');
  });

  test('draws the months in one unit; the bars of a series add up to its figure', () => {
    const figures = reviewFigures();
    const { title, series, categories, unfinishedAt, digits } = chartOf(pagesOf(figures).results);
    expect(title).toBe('Revenue, ¥M');
    expect(categories).toEqual(['Oct', 'Nov, to 23']);
    expect(unfinishedAt).toBe(1);
    expect(digits).toBe(2);
    expect(series.map(({ name, values }) => [name, values])).toEqual([['Last year', [4, 3.5]], ['Last quarter (Jul–Aug)', [5.5, 5]], ['This quarter', [6.1, 2.3]]]);
    const chinese = chartOf(pagesOf(figures, 'zh-CN').results);
    expect(chinese.title).toBe('收入（万元）');
    expect(chinese.series[2]?.values).toEqual([610, 230]);
    expect(chinese.categories).toEqual(['10月', '11月（至23日）']);
  });

  test('leaves out a series of a period without orders', () => {
    expect(chartOf(pagesOf(reviewFigures({ lastYear: figure(0, 0) })).results).series.map(({ role }) => role)).toEqual(['lastQuarter', 'now']);
  });

  test('keeps what we earn on them for us', () => {
    const ours = resultsForUs(reviewFigures());
    expect(ours.rows.filter(([first]) => first?.internal).map((row) => row.map(({ text }) => text))).toEqual([
      ['Margin, ¥M', '2.9', '3.5', '−17.1%', '2.6', '+11.5%'],
      ['Margin rate', '34.5%', '33.3%', '+1.2 pp', '34.7%', '−0.1 pp'],
    ]);
    expect(JSON.stringify(buildDeck(reviewFigures(), 'en', wordsFor(resourcesDir, 'en')))).not.toMatch(/margin/i);
  });

  test('tabulates figures and changes', () => {
    expect(texts(tableOf(pagesOf(reviewFigures()).results))).toEqual([
      ['Revenue, ¥M', '8.4', '10.5', '−20.0%', '7.5', '+12.0%'],
      ['Orders', '4', '5', '−20.0%', '3', '+33.3%'],
      ['Order lines', '12', '16', '−25.0%', '9', '+33.3%'],
      ['Average order, ¥M', '2.10', '2.10', '0.0%', '2.50', '−16.0%'],
    ]);
  });

  test('shows an unknown margin as a dash and says why', () => {
    const unknown = { ...reviewFigures().current, margin: null };
    expect(texts(resultsForUs(reviewFigures({ current: unknown })))[1]).toEqual(['Margin, ¥M', '–', '3.5', '–', '2.6', '–']);
    expect(pageForUs(reviewFigures({ current: unknown }))).toMatchObject({ notes: [], internalNotes: ['A dash for margin: not every order line names its cost.'] });
    expect(pageForUs(reviewFigures()).internalNotes).toBeUndefined();
  });

  test('names other currencies and never adds them', () => {
    const { results } = pagesOf(reviewFigures({ otherCurrencies: [{ currency: 'EUR', amount: 12_000_000_000 }, { currency: 'USD', amount: 40_000_000 }] }));
    expect(results.notes).toEqual(['Not added, in other currencies: EUR 1.2M, USD 4,000.']);
  });

  test('without any orders says what is missing', () => {
    const none = { current: figure(0, 0), lastQuarter: figure(0, 0), lastYear: figure(0, 0) };
    expect(pagesOf(reviewFigures(none)).results.blocks).toEqual([{ kind: 'notice', text: 'There are no orders in the quarter, the quarter before or the year before. The latest order is of 12 Nov 2026.' }]);
    expect(pagesOf(reviewFigures({ ...none, latestOrderOn: null }), 'zh-CN').results.blocks[0]).toEqual({ kind: 'notice', text: '该客户还没有客户簿币种的订单。请先导入订单，再准备复盘。' });
  });
});

describe('the products page', () => {
  test('its table adds up to the results, with what was not listed', () => {
    const { products } = pagesOf(reviewFigures());
    expect(products.headline).toBe('炉线改造 brings 50.0% of revenue, the most of 3 products');
    expect(products.explanation).toBe('The 2 largest of 3 products, against the same days last year');
    expect(texts(tableOf(products))).toEqual([
      ['炉线改造', '4.20', '50.0%', '3.00', '+40.0%'],
      ['Sensor VX-200', '3.00', '35.7%', '–', '–'],
      ['Other products', '1.20', '14.3%', '4.50', '−73.3%'],
      ['Total', '8.40', '100.0%', '7.50', '+12.0%'],
    ]);
  });

  test('products of last year only are told apart from others', () => {
    const table = tableOf(pagesOf(reviewFigures({ productCount: 2, current: { ...reviewFigures().current, amount: 72_000_000_000 } })).products);
    expect(texts(table)[2]).toEqual(['Ordered last year only', '0.00', '0.0%', '4.50', '−100.0%']);
  });

  test('three even products are named together', () => {
    const product = (name: string) => ({ name, amount: 21_000_000_000, lastYear: 0, share: 0.25, lines: 1, linesBefore: 0 });
    expect(pagesOf(reviewFigures({ products: ['a', 'b', 'c', 'd'].map(product), productCount: 4 })).products.headline).toBe('Three of 4 products bring 75.0% of revenue');
    expect(pagesOf(reviewFigures({ products: [product('')], productCount: 1 }), 'zh-CN').products.headline).toBe('全部收入来自 未注明产品');
  });

  test('a quarter of returns has no shares', () => {
    const { products } = pagesOf(reviewFigures({ current: figure(-100, 2) }));
    expect(products.headline).toBe('Returns outweigh what 3 products brought');
    expect(texts(tableOf(products))[0]?.[2]).toBe('–');
  });

  test('without products says so', () => {
    const { products } = pagesOf(reviewFigures({ products: [], productCount: 0 }));
    expect(products.headline).toBe('No products were ordered this quarter');
    expect(products.blocks[0]?.kind).toBe('notice');
  });
});

describe('the interactions page', () => {
  test('lists what was decided and by whom', () => {
    const { interactions } = pagesOf(reviewFigures(), 'zh-CN');
    expect(interactions.headline).toBe('2 次互动中有 1 次形成决定，1 位联系人参与');
    expect(texts(tableOf(interactions))).toEqual([
      ['11月20日', '会议', '季度指导会', '先在二号炉线验证', '陈立新、林晓彤'],
      ['11月3日', '电话', 'Spare-part terms', '–', '–'],
    ]);
    expect(tableOf(interactions).more).toBeNull();
  });

  test('says how many it leaves out, counted over the whole period', () => {
    const one = reviewFigures().interactions[1];
    const many = Array.from({ length: 12 }, (_, at) => ({ ...one!, at }));
    const { interactions } = pagesOf(reviewFigures({ interactions: many, interactionCount: 40, decisionCount: 0, peopleCount: 3 }));
    expect(tableOf(interactions).rows).toHaveLength(7);
    expect(tableOf(interactions).more).toBe('and 33 more');
    expect(interactions.headline).toBe('40 interactions with 3 people, no decision noted yet');
  });

  test('without any says what is missing', () => {
    const { interactions } = pagesOf(reviewFigures({ interactions: [], interactionCount: 0, decisionCount: 0, peopleCount: 0 }));
    expect(interactions.headline).toBe('No interaction was logged this quarter');
    expect(interactions.blocks[0]?.kind).toBe('notice');
  });
});

describe('the next steps page', () => {
  test('marks what is late in words', () => {
    const { nextSteps } = pagesOf(reviewFigures());
    expect(nextSteps.headline).toBe('One of 3 next steps is late');
    const table = tableOf(nextSteps);
    expect(texts(table)).toEqual([
      ['致电苏敏', 'Lin Xiaotong', '21 Nov', '2 days late'],
      ['Send the offer', 'No owner', '3 Dec', 'On time'],
      ['Visit', '高原', '–', 'No date'],
    ]);
    expect(table.rows[0]?.[3]?.tone).toBe('risk');
    expect(texts(tableOf(pagesOf(reviewFigures(), 'zh-CN').nextSteps))[0]?.[3]).toBe('逾期 2 天');
  });

  test.each([
    [3, 3, 'All 3 next steps are late'], [3, 2, '2 of 3 next steps are late'], [3, 0, '3 next steps are open, none late'], [1, 1, 'The one next step is late'], [1, 0, 'One next step is open, and it is not late'], [0, 0, 'No next step is agreed yet'],
  ])('%d open, %d late', (nextStepCount, lateCount, headline) => {
    expect(pagesOf(reviewFigures({ nextStepCount, lateCount })).nextSteps.headline).toBe(headline);
  });

  test('keeps to the page', () => {
    const step = reviewFigures().nextSteps[0]!;
    const { nextSteps } = pagesOf(reviewFigures({ nextSteps: Array.from({ length: 20 }, () => step), nextStepCount: 25 }));
    expect(tableOf(nextSteps).rows).toHaveLength(9);
    expect(tableOf(nextSteps).more).toBe('and 16 more');
  });
});
