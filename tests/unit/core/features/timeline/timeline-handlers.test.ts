import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TimelineRow } from '#shared/contract/timeline.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { createTimelineHandlers } from '#core/features/timeline/handlers.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };
const ZONE = 'Asia/Shanghai';
const every: TimelineRow['kind'][] = ['interaction', 'order', 'task'];

let made: FeatureBook;
const page = async (accountId: string, limit: number, cursor: string | null = null, kinds = every) =>
  createTimelineHandlers(made.deps).window({ accountId, kinds, cursor, limit }, signal);

async function readAll(accountId: string, limit: number, kinds = every): Promise<TimelineRow[]> {
  const rows: TimelineRow[] = [];
  let cursor: string | null = null;
  do {
    const { rows: found, nextCursor } = await page(accountId, limit, cursor, kinds);
    rows.push(...found);
    cursor = nextCursor;
  } while (cursor !== null);
  return rows;
}

beforeEach(() => {
  made = featureBook({ timeZone: ZONE });
});

afterEach(() => made.dispose());

describe('timeline.window', () => {
  it('mixes interactions, orders and tasks, newest first', async () => {
    const at = (day: string, time = '00:00'): number => instantInZone(day, time, ZONE);
    const account = made.fill((fill) => {
      const id = fill.account('A');
      const [chen, gao] = [fill.person(id, '陈立新').personId, fill.person(id, '高原').personId];
      fill.interaction(id, { at: at('2026-11-20', '10:00'), kind: 'visit', summary: 'Steering', personIds: [chen, gao] });
      fill.order(id, { on: '2026-11-20', orderNo: 'HY-2611', lines: [{ amount: 100 }, { amount: -30, isReturn: true }] });
      fill.order(id, { on: '2026-11-21', currency: 'EUR', lines: [{ amount: 5 }] });
      fill.task(id, 'Planned', { dueOn: '2026-12-03', personId: gao });
      fill.task(id, 'Done', { dueOn: '2026-11-01', doneAt: at('2026-11-19', '09:00') });
      fill.task(id, 'Someday', { createdAt: at('2026-11-18', '09:00') });
      fill.interaction(fill.account('B'), { at: at('2026-11-22') });
      return id;
    });
    const { rows, nextCursor } = await page(account, 50);
    expect(nextCursor).toBeNull();
    expect(rows.map(({ kind, at: when, title, state, people, amount, currency, lines }) => ({ kind, at: when, title, state, people, amount, currency, lines }))).toEqual([
      { kind: 'task', at: at('2026-12-03'), title: 'Planned', state: 'open', people: ['高原'], amount: null, currency: null, lines: null },
      { kind: 'order', at: at('2026-11-21'), title: '', state: null, people: [], amount: 5, currency: 'EUR', lines: 1 },
      { kind: 'interaction', at: at('2026-11-20', '10:00'), title: 'Steering', state: 'visit', people: ['陈立新', '高原'], amount: null, currency: null, lines: null },
      { kind: 'order', at: at('2026-11-20'), title: 'HY-2611', state: null, people: [], amount: 70, currency: 'CNY', lines: 2 },
      { kind: 'task', at: at('2026-11-19', '09:00'), title: 'Done', state: 'done', people: [], amount: null, currency: null, lines: null },
      { kind: 'task', at: at('2026-11-18', '09:00'), title: 'Someday', state: 'open', people: [], amount: null, currency: null, lines: null },
    ]);
    expect((await page(account, 50, null, ['order'])).rows.map(({ kind }) => kind)).toEqual(['order', 'order']);
  });

  it('gives every row once in windows of any size, also where many stand at the same instant', async () => {
    const moment = fc.record({ kind: fc.constantFrom('interaction', 'order', 'done', 'due', 'someday'), day: fc.integer({ min: 1, max: 4 }), hour: fc.constantFrom('00:00', '00:00', '08:00') });
    let run = 0;
    await fc.assert(fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 25 }), fc.integer({ min: 1, max: 7 }), async (moments, limit) => {
      run += 1;
      const account = made.book.write({ kind: 'user', verb: 'account.create', params: {} }, () => {
        const fill = new BookFiller(made.book.db, { prefix: `run${run}-` });
        const id = fill.account('A');
        for (const { kind, day, hour } of moments) {
          const on = `2026-11-0${day}`;
          const at = instantInZone(on, hour, ZONE);
          if (kind === 'interaction') fill.interaction(id, { at });
          if (kind === 'order') fill.order(id, { on, lines: [{ amount: 1 }] });
          if (kind === 'done') fill.task(id, 'T', { doneAt: at });
          if (kind === 'due') fill.task(id, 'T', { dueOn: on });
          if (kind === 'someday') fill.task(id, 'T', { createdAt: at });
        }
        return id;
      }).value;
      const whole = (await page(account, 200)).rows;
      expect(whole).toHaveLength(moments.length);
      expect(whole.map(({ at }) => at)).toEqual(whole.map(({ at }) => at).toSorted((a, b) => b - a));
      expect(await readAll(account, limit)).toEqual(whole);
      expect(await readAll(account, limit, ['task'])).toEqual(whole.filter(({ kind }) => kind === 'task'));
    }), { numRuns: 40 });
  });

  it('refuses a cursor that is none, and an account that is not there', async () => {
    const account = made.fill((fill) => fill.account('A'));
    for (const cursor of ['x', '[]', '[1,2]', '["a",1,"b"]']) {
      await expect(page(account, 5, cursor)).rejects.toMatchObject({ code: 'invalid-value', where: { field: 'cursor' } });
    }
    await expect(page('gone', 5)).rejects.toMatchObject({ code: 'not-found', where: { field: 'accountId' } });
  });
});
