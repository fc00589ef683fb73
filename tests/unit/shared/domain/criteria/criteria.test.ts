import { readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { describeCriteria, describeRule, type CriteriaVoice } from '#shared/domain/criteria/describe.ts';
import { criteriaField } from '#shared/domain/criteria/fields.ts';
import { criteriaSchema, type Criteria, type Rule } from '#shared/domain/criteria/model.ts';
import { operatorsOf, valueShape } from '#shared/domain/criteria/operators.ts';
import { createFormat } from '#renderer/client/format.ts';

const dayWords = { today: '', tomorrow: '', ago: String, late: String };

function voice(language: 'en' | 'zh-CN'): CriteriaVoice {
  const words = createInstance();
  const criteria: unknown = JSON.parse(readFileSync(new URL(`../../../../../resources/locales/${language}/criteria.json`, import.meta.url), 'utf8'));
  void words.init({ lng: language, resources: { [language]: { criteria: criteria as Record<string, string> } }, defaultNS: 'criteria', ns: ['criteria'], initAsync: false, interpolation: { escapeValue: false } });
  const format = createFormat({ language, currency: 'CNY', timeZone: 'Asia/Shanghai', today: '2026-11-23', words: dayWords });
  return { words: (key, params = {}) => words.t(key, params), money: (value) => format.money(value), number: (value) => format.number(value), percent: (value) => format.percent(value), day: (value) => format.day(value) };
}

const said = (rule: Rule, language: 'en' | 'zh-CN'): string => describeRule(rule, voice(language)).map(({ text, strong }) => (strong ? `**${text}**` : text)).join('');

const RULES: [Rule, en: string, zh: string][] = [
  [{ field: 'city', operator: 'in', value: ['上海'] }, 'City is **上海**', '城市为 **上海**'],
  [{ field: 'city', operator: 'in', value: ['上海', 'Wuxi', 'Oslo'] }, 'City is **上海, Wuxi or Oslo**', '城市为 **上海、Wuxi或Oslo**'],
  [{ field: 'orders.amount@12m', operator: '>', value: 10_000_000_000 }, 'Revenue, 12 months over **¥1M**', '12 个月收入超过 **100 万**'],
  [{ field: 'interactions.daysSinceLast', operator: 'noneFor', value: 30 }, 'No interaction for over **30 days**', '超 **30 天**没有互动'],
  [{ field: 'contractEnd', operator: 'inNextDays', value: 180 }, 'Contract ends within **180 days**', '合同到期日在未来 **180 天**内'],
  [{ field: 'contractEnd', operator: '<', value: '2026-12-03' }, 'Contract ends before **3 Dec**', '合同到期日早于 **12月3日**'],
  [{ field: 'isKey', operator: '=', value: true }, 'Is a key account', '是大客户'],
  [{ field: 'isKey', operator: '=', value: false }, 'Is not a key account', '不是大客户'],
  [{ field: 'industry', operator: 'null' }, 'Industry is empty', '行业为空'],
  [{ field: 'tasks.openCount', operator: 'between', value: [1, 3] }, 'Open tasks from **1** to **3**', '未完成待办在 **1** 至 **3**'],
];

describe('a condition in words', () => {
  it.each(RULES)('%j', (rule, en, zh) => {
    expect(said(rule, 'en').replaceAll('¥1.0M', '¥1M')).toBe(en);
    expect(said(rule, 'zh-CN')).toBe(zh);
  });

  it('has words for every operator of every kind of field, in both languages', () => {
    const samples = { text: 'x', flag: true, date: '2026-01-01', money: 1, count: 1, days: 1, share: 0.5 };
    const fields = ['city', 'isKey', 'contractEnd', 'orders.amount@12m', 'tasks.openCount', 'orders.daysSinceLast', 'orders.costShare@12m'];
    for (const field of fields) {
      const kind = criteriaField(field)?.kind ?? 'text';
      for (const operator of operatorsOf(kind)) {
        const one = samples[kind];
        const shape = valueShape(operator);
        const value = shape === 'list' ? [one] : shape === 'two' ? [one, one] : shape === 'days' ? 5 : one;
        for (const language of ['en', 'zh-CN'] as const) expect(said({ field, operator, value }, language)).not.toMatch(/say\.|noneFor\.|\{\{|flag\.|measure\.|field\./);
      }
    }
  });

  it('joins conditions, and puts groups into brackets', () => {
    const group: Criteria = {
      combinator: 'and',
      rules: [{ field: 'isKey', operator: '=', value: true }, { combinator: 'or', not: true, rules: [{ field: 'city', operator: 'null' }, { field: 'region', operator: 'null' }] }],
    };
    expect(describeCriteria(group, voice('en'))).toBe('Is a key account and (not: City is empty or Region is empty)');
    expect(describeCriteria(group, voice('zh-CN'))).toBe('是大客户，且（并非：城市为空，或地区为空）');
    expect(describeCriteria({ combinator: 'and', rules: [] }, voice('en'))).toBe('');
  });
});

describe('what criteria admit', () => {
  const admits = (rule: unknown): boolean => criteriaSchema.safeParse({ combinator: 'and', rules: [rule] }).success;

  it('knows fields of the catalogue alone, measures with the window they take', () => {
    expect(criteriaField('orders.amount@12m')).toMatchObject({ measure: 'orders.amount', window: { months: 12 }, kind: 'money' });
    expect(criteriaField('interactions.count@90d')).toMatchObject({ window: { days: 90 }, kind: 'count' });
    for (const strange of ['orders.amount', 'tasks.openCount@3m', 'orders.amount@12', 'orders.amount@1m@2m', 'interactions.lastAt', 'constructor', 'id', "city' OR 1=1 --"]) {
      expect(criteriaField(strange), strange).toBeNull();
      expect(admits({ field: strange, operator: '=', value: 'x' }), strange).toBe(false);
    }
  });

  it('refuses operators and values that do not fit', () => {
    expect(admits({ field: 'city', operator: '>', value: 'a' })).toBe(false);
    expect(admits({ field: 'city', operator: 'in', value: [] })).toBe(false);
    expect(admits({ field: 'city', operator: 'in', value: 'Wuxi' })).toBe(false);
    expect(admits({ field: 'contractEnd', operator: '<', value: '2026-02-30' })).toBe(false);
    expect(admits({ field: 'orders.amount@12m', operator: '>', value: 1.5 })).toBe(false);
    expect(admits({ field: 'orders.amount@12m', operator: '>', value: '1' })).toBe(false);
    expect(admits({ field: 'contractEnd', operator: 'inNextDays', value: 0 })).toBe(false);
    expect(admits({ field: 'isKey', operator: '=', value: 1 })).toBe(false);
    for (const [rule] of RULES) expect(admits(rule)).toBe(true);
  });

  it('refuses groups that are nested too deep', () => {
    const nested = (depth: number): unknown => (depth === 0 ? { field: 'isKey', operator: '=', value: true } : { combinator: 'and', rules: [nested(depth - 1)] });
    expect(criteriaSchema.safeParse(nested(6)).success).toBe(true);
    expect(criteriaSchema.safeParse(nested(9)).success).toBe(false);
  });
});
