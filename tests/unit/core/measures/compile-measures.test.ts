import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMeasures } from '#core/measures/compile-measures.ts';
import { readMeasures } from '#core/measures/read-measures.ts';
import { resolveWindow } from '#shared/domain/measures/window.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { scratchDb } from '#tests/builders/scratch-db.ts';

const context = { asOf: '2026-11-23', timeZone: 'UTC', currency: 'CNY' };

describe('compileMeasures', () => {
  it('writes no value into the SQL', () => {
    const { sql, bindings } = compileMeasures({ a: { measure: 'orders.amount', window: { months: 12 } } }, { ...context, currency: "x'; DROP TABLE account; --" }, 'some');
    expect(sql).not.toMatch(/DROP|2026|2025/);
    expect(Object.values(bindings)).toContain("x'; DROP TABLE account; --");
  });

  it('keeps the same text on every day, so that the statement stays prepared', () => {
    const at = (asOf: string) => compileMeasures({ a: { measure: 'orders.margin', window: { months: 12 } }, b: { measure: 'tasks.lateCount' } }, { ...context, asOf }, 'all').sql;
    expect(at('2026-11-23')).toBe(at('2024-02-29'));
  });

  it('refuses names that are no plain words, and windows where they make no sense', () => {
    expect(() => compileMeasures({ 'a; --': { measure: 'tasks.openCount' } }, context, 'all')).toThrow(/column name/);
    expect(() => compileMeasures({ a: { measure: 'orders.amount' } }, context, 'all')).toThrow(/takes a window/);
    expect(() => compileMeasures({ a: { measure: 'orders.lastOn', window: { days: 3 } } }, context, 'all')).toThrow(/takes no window/);
  });

  it('equals adding up the lines by hand, for any book, any windows, all accounts or some', () => {
    const line = fc.record({ amount: fc.integer({ min: -1e9, max: 1e12 }), cost: fc.option(fc.integer({ min: 0, max: 1e12 }), { freq: 8 }) });
    const order = fc.record({ account: fc.nat(3), daysAgo: fc.integer({ min: -20, max: 800 }), foreign: fc.integer({ min: 0, max: 9 }), lines: fc.array(line, { minLength: 1, maxLength: 4 }) });
    const window = fc.oneof(fc.record({ months: fc.integer({ min: 1, max: 24 }) }), fc.record({ days: fc.integer({ min: 1, max: 400 }) }));
    fc.assert(fc.property(fc.array(order, { maxLength: 25 }), fc.array(window, { minLength: 1, maxLength: 4 }), (orders, windows) => {
      const db = scratchDb();
      const fill = new BookFiller(db);
      const ids = [0, 1, 2, 3].map((n) => fill.account(`A${n}`));
      const dated = orders.map((one) => ({ ...one, on: addDays(context.asOf, -one.daysAgo), currency: one.foreign === 0 ? 'EUR' : 'CNY' }));
      for (const { account, on, currency, lines } of dated) fill.order(ids[account] ?? '', { on, currency, lines });
      const requests = Object.fromEntries(windows.flatMap((one, i) => [
        [`a${i}`, { measure: 'orders.amount' as const, window: one }], [`m${i}`, { measure: 'orders.margin' as const, window: one }], [`c${i}`, { measure: 'orders.count' as const, window: one }],
      ]));
      const all = readMeasures(db, requests, context, 'all');
      const some = readMeasures(db, requests, context, ids.slice(1, 3));
      expect([...some.keys()].toSorted()).toEqual(ids.slice(1, 3));
      ids.forEach((id, account) => windows.forEach((one, i) => {
        const { from, to } = resolveWindow(one, context.asOf);
        const known = dated.filter((each) => each.account === account && each.on <= to);
        const own = known.filter((each) => each.currency === 'CNY');
        const lines = own.filter((each) => each.on >= from).flatMap((each) => each.lines);
        const amount = lines.reduce((sum, each) => sum + each.amount, 0);
        const cost = lines.length === 0 || lines.some((each) => each.cost === null) ? null : lines.reduce((sum, each) => sum + (each.cost ?? 0), 0);
        const expected = {
          [`a${i}`]: own.length === 0 ? null : amount,
          [`m${i}`]: cost === null ? null : amount - cost,
          [`c${i}`]: known.length === 0 ? null : known.filter((each) => each.on >= from).length,
        };
        expect(all.get(id)).toMatchObject(expected);
        if (account === 1 || account === 2) expect(some.get(id)).toMatchObject(expected);
      }));
      db.close();
    }), { numRuns: 60 });
  });
});
