import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileCriteria } from '#core/measures/compile-criteria.ts';
import { addZoneDate } from '#core/measures/read-measures.ts';
import { SqlText } from '#core/measures/sql-text.ts';
import type { Criteria, Rule } from '#shared/domain/criteria/model.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const context = { asOf: '2026-11-23', timeZone: 'Asia/Shanghai', currency: 'CNY' };
const at = (day: string, time: string): number => instantInZone(day, time, 'Asia/Shanghai');

let made: FeatureBook;

beforeEach(() => {
  made = featureBook();
  made.fill((fill) => {
    const a = fill.account('A', { city: 'Wuxi', isKey: true, contractEnd: '2026-12-23' });
    const b = fill.account('B', { city: '上海', contractEnd: '2026-11-22' });
    const c = fill.account('C', { industry: "O'Hara; DROP TABLE account" });
    fill.account('D', { city: '' });
    fill.order(a, { on: '2026-10-01', lines: [{ amount: 500, cost: 100 }] });
    fill.order(b, { on: '2026-11-20', lines: [{ amount: 900 }] });
    fill.order(b, { on: '2026-01-20', lines: [{ amount: 50 }] });
    fill.interaction(a, { at: at('2026-10-24', '00:00') });
    fill.interaction(b, { at: at('2026-10-23', '23:59') });
    fill.task(c, 'Open');
  });
});

afterEach(() => made.dispose());

function found(criteria: Criteria): string {
  const { db } = made.book;
  addZoneDate(db);
  const text = new SqlText();
  const { sql } = compileCriteria(criteria, context, text);
  return made.book.db.prepare<[object], { name: string }>(`SELECT a.name FROM account_figure f JOIN account a ON a.id = f.account_id WHERE ${sql} ORDER BY a.name`)
    .all(text.bindings).map(({ name }) => name).join('');
}
const holds = (field: string, operator: Rule['operator'], value?: Rule['value']): string => found({ combinator: 'and', rules: [{ field, operator, value }] });

describe('criteria as SQL', () => {
  it('compares texts whatever their case, and knows the empty ones', () => {
    expect(holds('city', 'in', ['wuxi', '上海'])).toBe('AB');
    expect(holds('city', 'notIn', ['wuxi'])).toBe('BCD');
    expect(holds('city', '!=', 'Wuxi')).toBe('BCD');
    expect(holds('city', 'contains', 'UX')).toBe('A');
    expect(holds('city', 'doesNotContain', '海')).toBe('ACD');
    expect(holds('city', 'beginsWith', '上')).toBe('B');
    expect(holds('city', 'null')).toBe('CD');
    expect(holds('city', 'notNull')).toBe('AB');
  });

  it('takes every value as a value', () => {
    expect(holds('industry', '=', "O'Hara; DROP TABLE account")).toBe('C');
    expect(holds('industry', 'contains', "' OR 1=1 --")).toBe('');
    expect(() => found({ combinator: 'and', rules: [{ field: '1=1 --', operator: '=', value: 'x' }] })).toThrow('catalogue');
  });

  it('compares dates, also by their distance from today', () => {
    expect(holds('contractEnd', 'inNextDays', 30)).toBe('A');
    expect(holds('contractEnd', 'inNextDays', 29)).toBe('');
    expect(holds('contractEnd', 'inLastDays', 1)).toBe('B');
    expect(holds('contractEnd', 'between', ['2026-11-22', '2026-12-23'])).toBe('AB');
    expect(holds('contractEnd', '>', '2026-11-22')).toBe('A');
  });

  it('counts days since the last interaction by the calendar, and none at all as longer than any', () => {
    expect(holds('interactions.daysSinceLast', 'noneFor', 30)).toBe('BCD');
    expect(holds('interactions.daysSinceLast', '>', 30)).toBe('B');
    expect(holds('interactions.daysSinceLast', '=', 30)).toBe('A');
    expect(holds('interactions.daysSinceLast', '<=', 30)).toBe('A');
    expect(holds('interactions.daysSinceLast', '<', 31)).toBe('A');
    expect(holds('interactions.daysSinceLast', 'between', [30, 31])).toBe('AB');
    expect(holds('interactions.daysSinceLast', 'null')).toBe('CD');
  });

  it('reads kept figures and any other measure alike', () => {
    expect(holds('orders.amount@12m', '>', 500)).toBe('B');
    expect(holds('orders.amount@12m', '>=', 500)).toBe('AB');
    expect(holds('orders.amount@1m', '>', 0)).toBe('B');
    expect(holds('orders.count@12m', '=', 2)).toBe('B');
    expect(holds('orders.margin@12m', 'notNull')).toBe('A');
    expect(holds('orders.daysSinceLast', 'noneFor', 10)).toBe('ACD');
    expect(holds('tasks.openCount', '>=', 1)).toBe('C');
    expect(found({ combinator: 'and', rules: [{ field: 'orders.count@12m', operator: '>', value: 1 }, { field: 'orders.amount@1m', operator: '>', value: 1 }] })).toBe('B');
  });

  it('joins and denies groups; what is unknown does not hold', () => {
    const rich: Rule = { field: 'orders.amount@12m', operator: '>', value: 500 };
    const key: Rule = { field: 'isKey', operator: '=', value: true };
    expect(found({ combinator: 'or', rules: [rich, key] })).toBe('AB');
    expect(found({ combinator: 'and', rules: [rich, key] })).toBe('');
    expect(found({ combinator: 'or', not: true, rules: [rich, key] })).toBe('CD');
    expect(found({ combinator: 'and', rules: [key, { combinator: 'and', rules: [] }] })).toBe('A');
    expect(found({ combinator: 'and', rules: [] })).toBe('ABCD');
  });
});
