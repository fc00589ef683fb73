import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CurrentBook } from '#core/db/current-book.ts';
import { reviewFiguresSchema, type ReviewFigures, type ReviewRequest } from '#shared/domain/review/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { reviewHandlers } from '#tests/builders/review-handlers.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

const Q4 = { year: 2026, quarter: 4 };
const yuan = (amount: number): number => Math.round(amount * 10_000);
const at = (date: string, time = '10:00'): number => instantInZone(date, time, 'Asia/Shanghai');
const signal = { aborted: false, throwIfAborted() {}, addEventListener() {} };

let t: TestBook;
let account: string;
let other: string;
let made: [ReviewFigures, ReviewRequest['language'], string][];

function fill(work: (filler: BookFiller) => void): void {
  t.book.write({ kind: 'user', verb: 'account.create', params: {} }, () => work(new BookFiller(t.book.db, { prefix: `${t.book.lastStamp()}-` })));
}

function handlers() {
  const current = new CurrentBook();
  current.set(t.book);
  return reviewHandlers({
    current, ports: { clock: t.clock, ids: t.deps.ids },
    makeDeck: async (figures, language, format) => {
      made.push([figures, language, format]);
      return new File(['deck'], 'x.pptx');
    },
  });
}

const figures = (accountId = account, period = Q4): ReviewFigures => reviewFiguresSchema.parse(handlers().figures({ accountId, period }, { signal }));

/** The same sums by another road: every line of the account joined by hand and added up in JavaScript. */
function sums(accountId: string, from: string, to: string, currency = 'CNY') {
  const orders = t.book.db.prepare('SELECT * FROM sales_order').all() as { id: string; account_id: string; ordered_on: string; currency: string }[];
  const lines = t.book.db.prepare('SELECT * FROM order_line').all() as { order_id: string; amount: number; cost: number | null }[];
  const mine = orders.filter((order) => order.account_id === accountId && order.currency === currency && order.ordered_on >= from && order.ordered_on <= to);
  const rows = lines.filter((line) => mine.some((order) => order.id === line.order_id));
  const amount = rows.reduce((sum, row) => sum + BigInt(row.amount), 0n);
  const cost = rows.reduce<bigint | null>((sum, row) => (sum === null || row.cost === null ? null : sum + BigInt(row.cost)), 0n);
  return { amount: Number(amount), margin: cost === null || rows.length === 0 ? null : Number(amount - cost), orders: new Set(rows.map((row) => row.order_id)).size, lines: rows.length };
}

beforeEach(() => {
  t = testBook();
  made = [];
  fill((filler) => {
    account = filler.account('恒岳重工集团', { alias: 'Hengyue Heavy Industries' });
    other = filler.account('Northgate Mobility');
    let seed = 1;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (const owner of [account, other]) {
      for (const day of ['2025-09-30', '2025-10-01', '2025-11-23', '2025-11-24', '2025-12-31', '2026-06-30', '2026-07-01', '2026-08-23', '2026-08-24', '2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01', '2026-11-22', '2026-11-23', '2026-11-24', '2026-12-31']) {
        filler.order(owner, { on: day, lines: Array.from({ length: 3 }, (_, line) => {
          const amount = Math.round((random() - 0.1) * 1e9);
          return { product: `P${Math.floor(random() * 12)}`, amount, isReturn: amount < 0, cost: day.startsWith('2025') && line === 1 ? null : Math.round(amount * random()) };
        }) });
      }
      filler.order(owner, { on: '2026-10-05', currency: 'EUR', lines: [{ product: 'P1', amount: yuan(900) }, { amount: yuan(100) }] });
      filler.order(owner, { on: '2025-10-05', currency: 'EUR', lines: Array.from({ length: 12 }, (_, product) => ({ product: `P${product}`, amount: yuan(7) })) });
      filler.order(owner, { on: '2026-09-05', currency: 'USD', lines: [{ amount: yuan(5) }] });
    }
  });
});

afterEach(() => t.dispose());

describe('figures of orders', () => {
  test('of a running quarter equal the lines added up one by one', () => {
    const got = figures();
    expect(got).toMatchObject({ from: '2026-10-01', to: '2026-11-23', asOf: '2026-11-23', today: '2026-11-23', unfinished: true, currency: 'CNY' });
    expect(got.current).toEqual(sums(account, '2026-10-01', '2026-11-23'));
    expect(got.lastQuarter).toEqual(sums(account, '2026-07-01', '2026-08-23'));
    expect(got.lastYear).toEqual(sums(account, '2025-10-01', '2025-11-23'));
    expect(got.comparedWith).toEqual({ lastQuarter: { from: '2026-07-01', to: '2026-08-23' }, lastYear: { from: '2025-10-01', to: '2025-11-23' } });
    expect(got.current.lines).toBe(15);
    expect(got.latestOrderOn).toBe('2026-12-31');
  });

  test('of an ended quarter count it whole', () => {
    t.clock.ms = at('2027-02-10');
    const got = figures();
    expect(got).toMatchObject({ to: '2026-12-31', asOf: '2026-12-31', today: '2027-02-10', unfinished: false });
    expect(got.current).toEqual(sums(account, '2026-10-01', '2026-12-31'));
    expect(got.lastQuarter).toEqual(sums(account, '2026-07-01', '2026-09-30'));
    expect(got.lastYear).toEqual(sums(account, '2025-10-01', '2025-12-31'));
    expect(got.months.map(({ month }) => month)).toEqual(['2026-10', '2026-11', '2026-12']);
  });

  test('the margin is missing where a line names no cost', () => {
    const got = figures();
    expect(got.lastYear.margin).toBeNull();
    expect(got.current.margin).not.toBeNull();
  });

  test('months add up to the figures', () => {
    const got = figures();
    const total = (key: 'amount' | 'lastQuarter' | 'lastYear'): number => got.months.reduce((sum, month) => sum + month[key], 0);
    expect(got.months.map(({ month }) => month)).toEqual(['2026-10', '2026-11']);
    expect([total('amount'), total('lastQuarter'), total('lastYear')]).toEqual([got.current.amount, got.lastQuarter.amount, got.lastYear.amount]);
    expect(got.months[1]?.lastQuarter).toBe(sums(account, '2026-08-01', '2026-08-23').amount);
  });

  test('products come by amount, with last year and share, eight of them', () => {
    const got = figures();
    const expected = t.book.db.prepare(`
      SELECT p.name,
        (SELECT sum(amount) FROM order_line WHERE product_id = p.id AND order_id IN (SELECT id FROM sales_order WHERE account_id = @account AND currency = 'CNY' AND ordered_on >= '2026-10-01' AND ordered_on < '2026-11-24')) AS amount,
        coalesce((SELECT sum(amount) FROM order_line WHERE product_id = p.id AND order_id IN (SELECT id FROM sales_order WHERE account_id = @account AND currency = 'CNY' AND ordered_on >= '2025-10-01' AND ordered_on < '2025-11-24')), 0) AS lastYear
      FROM product p`).all({ account }) as { name: string; amount: number | null; lastYear: number }[];
    const bought = expected.filter((row) => row.amount !== null).toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
    expect(got.productCount).toBe(bought.length);
    expect(got.products.map(({ name, amount, lastYear }) => ({ name, amount, lastYear }))).toEqual(bought.slice(0, 8));
    for (const product of got.products) expect(product.share).toBeCloseTo(product.amount / got.current.amount, 12);
  });

  test('lines without a product are kept together', () => {
    fill((filler) => filler.order(account, { on: '2026-10-06', lines: [{ amount: yuan(5_000_000) }, { amount: yuan(1) }] }));
    expect(figures().products[0]).toMatchObject({ name: '', amount: yuan(5_000_001), lastYear: 0 });
  });

  test('other currencies stand apart, of the period only', () => {
    expect(figures().otherCurrencies).toEqual([{ currency: 'EUR', amount: yuan(1000) }]);
  });

  test('an account without orders has noughts, not an error', () => {
    let empty = '';
    fill((filler) => {
      empty = filler.account('Nobody');
    });
    expect(figures(empty)).toMatchObject({
      current: { amount: 0, margin: null, orders: 0, lines: 0 }, months: [{ month: '2026-10', amount: 0 }, { month: '2026-11', amount: 0 }],
      products: [], productCount: 0, latestOrderOn: null, interactions: [], nextSteps: [], otherCurrencies: [],
    });
  });
});

describe('interactions and next steps', () => {
  test('interactions are those of the period in the book’s zone', () => {
    fill((filler) => {
      filler.interaction(account, { at: at('2026-10-01', '00:00'), summary: 'first' });
      filler.interaction(account, { at: at('2026-10-01', '00:00') - 1, summary: 'too early' });
      filler.interaction(account, { at: at('2026-11-23', '23:59'), summary: 'last' });
      filler.interaction(account, { at: at('2026-11-24', '00:00'), summary: 'tomorrow' });
      filler.interaction(other, { at: at('2026-11-01'), summary: 'elsewhere' });
    });
    const got = figures();
    expect(got.interactions.map(({ summary, date }) => [summary, date])).toEqual([['last', '2026-11-23'], ['first', '2026-10-01']]);
    expect(got.interactionCount).toBe(2);
  });

  test('carry decisions and people, theirs before ours', () => {
    fill((filler) => {
      const zhou = filler.person(account, 'Zhou').personId;
      const adam = filler.person(account, 'Adam').personId;
      const lin = filler.colleague('Ada Lin');
      filler.interaction(account, { at: at('2026-11-01'), kind: 'visit', summary: 'Steering', decisions: 'Go', personIds: [zhou, adam], colleagueIds: [lin] });
      filler.interaction(account, { at: at('2026-11-02'), summary: 'Call', decisions: '  ', personIds: [zhou] });
    });
    const got = figures();
    expect(got.interactions.map(({ kind, decisions, people }) => ({ kind, decisions, people }))).toEqual([
      { kind: 'meeting', decisions: '  ', people: ['Zhou'] }, { kind: 'visit', decisions: 'Go', people: ['Adam', 'Zhou', 'Ada Lin'] },
    ]);
    expect([got.interactionCount, got.decisionCount, got.peopleCount]).toEqual([2, 1, 2]);
  });

  test('of very many, the ones with decisions are kept, newest first, and all are counted', () => {
    fill((filler) => {
      for (let day = 1; day <= 30; day++) filler.interaction(account, { at: at(`2026-10-${String(day).padStart(2, '0')}`), summary: String(day), decisions: day <= 3 ? 'yes' : '' });
    });
    const got = figures();
    expect(got.interactions.map(({ summary }) => Number(summary))).toEqual([30, 29, 28, 27, 26, 25, 24, 23, 22, 3, 2, 1]);
    expect([got.interactionCount, got.decisionCount]).toEqual([30, 3]);
  });

  test('next steps are those open today: late first, undated last', () => {
    fill((filler) => {
      const person = filler.person(account, '高原').personId;
      const colleague = filler.colleague('Kai Brandt');
      filler.task(account, 'undated', { colleagueId: colleague });
      filler.task(account, 'today', { dueOn: '2026-11-23', personId: person });
      filler.task(account, 'late', { dueOn: '2026-11-22' });
      filler.task(account, 'later', { dueOn: '2027-01-15' });
      filler.task(account, 'done', { dueOn: '2026-11-01', doneAt: at('2026-11-01') });
      filler.task(other, 'elsewhere', { dueOn: '2026-11-01' });
    });
    const expected = [
      { title: 'late', owner: null, dueOn: '2026-11-22', late: true },
      { title: 'today', owner: '高原', dueOn: '2026-11-23', late: false },
      { title: 'later', owner: null, dueOn: '2027-01-15', late: false },
      { title: 'undated', owner: 'Kai Brandt', dueOn: null, late: false },
    ];
    expect(figures()).toMatchObject({ nextSteps: expected, nextStepCount: 4, lateCount: 1 });
    // What is open now belongs to the review of a past quarter too.
    expect(figures(account, { year: 2026, quarter: 1 }).nextSteps).toEqual(expected);
  });

  test('names account and the one who keeps the book', () => {
    const { account: of, preparedBy } = figures();
    expect(of).toEqual({ id: account, name: '恒岳重工集团', alias: 'Hengyue Heavy Industries' });
    expect(preparedBy).toBe('Lin Xiaotong');
  });
});

describe('requests', () => {
  const codeOf = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      if (error instanceof CodedError) return error.code;
      throw error;
    }
    return 'none';
  };

  test('an unknown account and a quarter that has not begun are told apart', () => {
    expect(codeOf(() => figures('nobody'))).toBe('not-found');
    expect(codeOf(() => figures(account, { year: 2027, quarter: 1 }))).toBe('quarter-not-begun');
    expect(codeOf(() => figures(account, { year: 2026, quarter: 4 }))).toBe('none');
  });

  test('“today” is the book’s day, not the computer’s', () => {
    t.clock.ms = Date.UTC(2026, 8, 30, 16, 30);
    expect(figures()).toMatchObject({ today: '2026-10-01', to: '2026-10-01' });
  });

  test('the deck is made of the same figures, in the language and format asked for', async () => {
    const file = await handlers().deck({ accountId: account, period: Q4, language: 'zh-CN', format: 'pdf' }, { signal });
    expect(file).toBeInstanceOf(File);
    expect(made).toEqual([[figures(), 'zh-CN', 'pdf']]);
  });

  test('a cancelled request makes no deck', () => {
    const cancelled = { ...signal, throwIfAborted() { throw new DOMException('ended', 'AbortError'); } };
    expect(() => handlers().deck({ accountId: account, period: Q4, language: 'en', format: 'pptx' }, { signal: cancelled })).toThrow('ended');
    expect(made).toEqual([]);
  });
});
