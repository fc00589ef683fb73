import { describe, expect, it } from 'vitest';
import { readMeasures } from '#core/measures/read-measures.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { scratchDb } from '#tests/builders/scratch-db.ts';

const context = { asOf: '2026-11-23', timeZone: 'Asia/Shanghai', currency: 'CNY' };
const year = { months: 12 };

function setUp() {
  const db = scratchDb();
  return { db, fill: new BookFiller(db) };
}

describe('orders', () => {
  it('sums the days of the window, both ends included, and nothing outside', () => {
    const { db, fill } = setUp();
    const id = fill.account('A');
    for (const [on, amount] of [['2025-11-23', 1], ['2025-11-24', 20], ['2026-11-23', 300], ['2026-11-24', 4000]] as const) fill.order(id, { on, lines: [{ amount }] });
    expect(readMeasures(db, { year: { measure: 'orders.amount', window: year } }, context, [id]).get(id)?.year).toBe(320);
    expect(readMeasures(db, { q: { measure: 'orders.amount', window: { from: '2025-10-01', to: '2025-12-31' } } }, context, [id]).get(id)?.q).toBe(21);
  });

  it('counts what an earlier as-of date would have seen', () => {
    const { db, fill } = setUp();
    const id = fill.account('A');
    fill.order(id, { on: '2025-11-23', lines: [{ amount: 1 }] });
    fill.order(id, { on: '2026-11-23', lines: [{ amount: 20 }] });
    expect(readMeasures(db, { year: { measure: 'orders.amount', window: year } }, { ...context, asOf: '2025-12-31' }, [id]).get(id)?.year).toBe(1);
  });

  it('is missing before the first order, and zero after it', () => {
    const { db, fill } = setUp();
    const [none, old] = [fill.account('None'), fill.account('Old')];
    fill.order(old, { on: '2020-05-01', lines: [{ amount: 5 }] });
    const asked = { amount: { measure: 'orders.amount', window: year }, count: { measure: 'orders.count', window: year } } as const;
    const now = readMeasures(db, asked, context, 'all');
    expect(now.get(none)).toMatchObject({ amount: null, count: null });
    expect(now.get(old)).toMatchObject({ amount: 0, count: 0 });
    expect(readMeasures(db, asked, { ...context, asOf: '2020-04-30' }, 'all').get(old)).toMatchObject({ amount: null, count: null });
  });

  it('keeps other currencies out of money, and in counts and dates', () => {
    const { db, fill } = setUp();
    const id = fill.account('A');
    fill.order(id, { on: '2026-01-01', lines: [{ amount: 7 }] });
    fill.order(id, { on: '2026-02-01', currency: 'EUR', lines: [{ amount: 100 }] });
    const found = readMeasures(db, {
      amount: { measure: 'orders.amount', window: year }, count: { measure: 'orders.count', window: year }, last: { measure: 'orders.lastOn' }, days: { measure: 'orders.daysSinceLast' },
    }, context, [id]).get(id);
    expect(found).toMatchObject({ amount: 7, count: 2, last: '2026-02-01', days: 295 });
  });

  it('gives a margin only when every line of the window has a cost', () => {
    const { db, fill } = setUp();
    const [whole, partly, never, quiet] = [fill.account('Whole'), fill.account('Partly'), fill.account('Never'), fill.account('Quiet')];
    fill.order(whole, { on: '2026-01-01', lines: [{ amount: 100, cost: 60 }, { amount: 50, cost: 70 }] });
    fill.order(whole, { on: '2024-01-01', lines: [{ amount: 100 }] });
    fill.order(partly, { on: '2026-01-01', lines: [{ amount: 100, cost: 60 }, { amount: 300 }] });
    fill.order(never, { on: '2026-01-01', lines: [{ amount: 100 }] });
    fill.order(quiet, { on: '2020-01-01', lines: [{ amount: 100, cost: 1 }] });
    const found = readMeasures(db, {
      margin: { measure: 'orders.margin', window: year }, cost: { measure: 'orders.cost', window: year }, share: { measure: 'orders.costShare', window: year },
    }, context, 'all');
    expect(found.get(whole)).toMatchObject({ margin: 20, cost: 130, share: 1 });
    expect(found.get(partly)).toMatchObject({ margin: null, cost: null, share: 0.25 });
    expect(found.get(never)).toMatchObject({ margin: null, cost: null, share: 0 });
    expect(found.get(quiet)).toMatchObject({ margin: null, cost: null, share: null });
  });

  it('takes returns off', () => {
    const { db, fill } = setUp();
    const id = fill.account('A');
    fill.order(id, { on: '2026-01-01', lines: [{ amount: 100, cost: 60 }, { amount: -100, cost: -60, isReturn: true }] });
    expect(readMeasures(db, { amount: { measure: 'orders.amount', window: year }, margin: { measure: 'orders.margin', window: year } }, context, [id]).get(id)).toMatchObject({ amount: 0, margin: 0 });
  });

  it('adds exactly where binary fractions would not', () => {
    const { db, fill } = setUp();
    const id = fill.account('A');
    for (let i = 0; i < 1000; i++) fill.order(id, { on: '2026-01-01', lines: [{ amount: 1 }] });
    fill.order(id, { on: '2026-01-01', lines: [{ amount: 4_503_599_627_370_496 }] });
    expect(readMeasures(db, { amount: { measure: 'orders.amount', window: year } }, context, [id]).get(id)?.amount).toBe(4_503_599_627_371_496);
  });
});

describe('interactions', () => {
  const at = (day: string, time: string): number => instantInZone(day, time, context.timeZone);

  it('counts and finds the last one by days of the book, not of Greenwich', () => {
    const { db, fill } = setUp();
    const id = fill.account('A');
    fill.interaction(id, { at: at('2026-11-22', '23:59') });
    fill.interaction(id, { at: at('2026-11-23', '00:00') });
    fill.interaction(id, { at: at('2026-11-24', '00:00') });
    const found = readMeasures(db, {
      today: { measure: 'interactions.count', window: { days: 1 } }, lastAt: { measure: 'interactions.lastAt' }, days: { measure: 'interactions.daysSinceLast' },
    }, context, [id]).get(id);
    expect(found).toMatchObject({ today: 1, lastAt: at('2026-11-23', '00:00'), days: 0 });
    expect(readMeasures(db, { days: { measure: 'interactions.daysSinceLast' } }, { ...context, asOf: '2026-11-30' }, [id]).get(id)?.days).toBe(6);
  });

  it('counts calendar days across daylight saving', () => {
    const { db, fill } = setUp();
    const id = fill.account('A');
    const berlin = { ...context, timeZone: 'Europe/Berlin', asOf: '2026-03-30' };
    fill.interaction(id, { at: instantInZone('2026-03-28', '23:30', 'Europe/Berlin') });
    expect(readMeasures(db, { days: { measure: 'interactions.daysSinceLast' } }, berlin, [id]).get(id)?.days).toBe(2);
  });

  it('has no last one where there is none', () => {
    const { db, fill } = setUp();
    const id = fill.account('A');
    expect(readMeasures(db, { count: { measure: 'interactions.count', window: year }, lastAt: { measure: 'interactions.lastAt' }, days: { measure: 'interactions.daysSinceLast' } }, context, [id]).get(id))
      .toMatchObject({ count: 0, lastAt: null, days: null });
  });
});

describe('tasks', () => {
  it('looks at what was open at the end of the as-of date', () => {
    const { db, fill } = setUp();
    const id = fill.account('A');
    const at = (day: string): number => instantInZone(day, '12:00', context.timeZone);
    fill.task(id, 'done since', { dueOn: '2026-11-01', createdAt: at('2026-10-01'), doneAt: at('2026-11-10') });
    fill.task(id, 'late', { dueOn: '2026-11-20', createdAt: at('2026-10-01') });
    fill.task(id, 'new', { dueOn: '2026-12-01', createdAt: at('2026-11-15') });
    fill.task(id, 'without a day', { createdAt: at('2026-10-01') });
    const asked = { open: { measure: 'tasks.openCount' }, late: { measure: 'tasks.lateCount' }, next: { measure: 'tasks.nextDue' } } as const;
    expect(readMeasures(db, asked, context, [id]).get(id)).toMatchObject({ open: 3, late: 1, next: '2026-11-20' });
    expect(readMeasures(db, asked, { ...context, asOf: '2026-11-05' }, [id]).get(id)).toMatchObject({ open: 3, late: 1, next: '2026-11-01' });
    expect(readMeasures(db, asked, { ...context, asOf: '2026-09-30' }, [id]).get(id)).toMatchObject({ open: 0, late: 0, next: null });
  });
});
