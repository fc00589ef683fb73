import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOfQuarter } from '#shared/domain/review/span-of-quarter.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { fieldOf, nextInOrder, withField } from '#renderer/features/import/view-model.ts';
import { nameRuns, pinyinRuns } from '#renderer/features/log-interaction/matched-letters.ts';
import { defaultQuarter, hasBegun, shiftQuarter } from '#renderer/features/review/view-model.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
const quarter = fc.record({ year: fc.integer({ min: 1990, max: 2090 }), quarter: fc.integer({ min: 1, max: 4 }) });

describe('a mapping', () => {
  it('gives each column one field and each field one column, however it is changed', () => {
    const change = fc.record({ column: fc.integer({ min: 0, max: 5 }), field: fc.option(fc.constantFrom('name', 'city', 'phone', 'fax'), { nil: null }) });
    fc.assert(fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      let mapping: Record<string, number> = {};
      for (const { column, field } of changes) {
        mapping = withField(mapping, column, field);
        expect(fieldOf(mapping, column)).toBe(field);
        const columns = Object.values(mapping);
        expect(new Set(columns).size).toBe(columns.length);
      }
    }));
  });
});

describe('files', () => {
  it('come one after the other, none twice and none left out', () => {
    const file = fc.record({ kind: fc.option(fc.constantFrom('accounts' as const, 'people' as const, 'orders' as const), { nil: null }), done: fc.boolean() });
    fc.assert(fc.property(fc.array(file, { maxLength: 8 }), (kinds) => {
      let files = kinds.map((each, index) => ({ ...each, id: index + 1 }));
      const seen: number[] = [];
      for (let next = nextInOrder(files); next; next = nextInOrder(files)) {
        const { id } = next;
        seen.push(id);
        files = files.map((each) => (each.id === id ? { ...each, done: true } : each));
      }
      expect(seen.toSorted((a, b) => a - b)).toEqual(kinds.flatMap(({ done }, index) => (done ? [] : [index + 1])));
    }));
  });
});

describe('marked letters', () => {
  it('are those of the name, all of them, in their order', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 4 }), (name, typed) => {
      const runs = nameRuns(name, typed);
      expect(runs.map(({ text }) => text).join('')).toBe(name);
      expect(runs.filter(({ hit }) => hit).length).toBeLessThanOrEqual(1);
    }));
  });

  it('of a name that holds what was typed are found', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.string({ unit: 'grapheme-ascii', minLength: 1 }), fc.string({ unit: 'grapheme-ascii' }), (before, typed, after) => {
      fc.pre(typed.trim() !== '');
      const [hit] = nameRuns(before + typed + after, typed.toUpperCase()).filter((run) => run.hit);
      expect(hit?.text.toLowerCase()).toBe(typed.trim().toLowerCase());
    }));
  });

  it('of pinyin are as many as were matched', () => {
    const syllable = fc.constantFrom('Liu', 'Zi', 'Jin', 'Heng', 'Yue').chain((text) => fc.tuple(fc.constant(text), fc.integer({ min: 0, max: text.length })));
    fc.assert(fc.property(fc.array(syllable, { minLength: 1, maxLength: 7 }), (pinyin) => {
      const runs = pinyinRuns(pinyin);
      expect(runs.filter(({ hit }) => hit).map(({ text }) => text).join('')).toHaveLength(pinyin.reduce((sum, [, letters]) => sum + letters, 0));
      expect(runs.map(({ text }) => text).join('').replaceAll(' ', '').toLowerCase()).toBe(pinyin.map(([text]) => text).join('').toLowerCase());
    }));
  });
});

describe('quarters', () => {
  it('follow one another without a gap', () => {
    fc.assert(fc.property(quarter, fc.integer({ min: -40, max: 40 }), (from, steps) => {
      expect(shiftQuarter(shiftQuarter(from, steps), -steps)).toEqual(from);
      expect(addDays(spanOfQuarter(from).to, 1)).toBe(spanOfQuarter(shiftQuarter(from, 1)).from);
    }));
  });

  it('proposed for a review have begun, and hold the latest order where it is an old one', () => {
    fc.assert(fc.property(day, fc.option(day, { nil: null }), (today, latest) => {
      const proposed = defaultQuarter(today, latest);
      expect(hasBegun(proposed, today)).toBe(true);
      const { from, to } = spanOfQuarter(proposed);
      if (latest !== null && latest <= today) expect(from <= latest && latest <= to).toBe(true);
      else expect(from <= today && today <= to).toBe(true);
    }));
  });
});
