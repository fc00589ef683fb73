import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTexts } from '#core/measures/find-texts.ts';
import { catchUpSearch } from '#core/measures/search-index.ts';
import { isMatch, readQuery, searchLine } from '#shared/domain/search/search-line.ts';
import { foldText } from '#shared/kernel/fold-text.ts';
import { simplifyHan } from '#shared/kernel/simplify-han.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 300);
const names = sharedData('cn_company_names/Company-Shorter-Form（28W）.txt');

/** A book with one interaction of each text, in order of time, and what a plain scan over the texts finds. */
function textBook(texts: readonly string[]) {
  const made: FeatureBook = featureBook();
  const ids = made.fill((fill) => {
    const account = fill.account('A');
    return texts.map((summary, index) => fill.interaction(account, { at: index * 1_000, summary }));
  });
  while (catchUpSearch(made.book, 2_000));
  const lines = texts.map(searchLine);
  const text = new Map(ids.map((id, index) => [id, texts[index]]));
  return {
    made,
    /** Newest first. */
    scan: (query: string): string[] => ids.filter((_, index) => isMatch(lines[index] ?? '', readQuery(query))).toReversed(),
    find: (query: string, limit = texts.length): string[] => findTexts(made.book.db, readQuery(query), limit).get('interaction') ?? [],
    textsOf: (found: string[]) => found.map((id) => text.get(id)),
  };
}

const cut = (texts: readonly string[]) => fc.record({ index: fc.nat(texts.length - 1), from: fc.nat(200), length: fc.integer({ min: 1, max: 8 }) })
  .map(({ index, from, length }) => {
    const characters = [...texts[index] ?? ''];
    const start = from % Math.max(characters.length, 1);
    return characters.slice(start, start + length).join('');
  });

describe.skipIf(names === null)('search over Chinese company names (shared data cn_company_names)', () => {
  const all = names === null ? [] : readFileSync(names, 'utf8').split(/\r?\n/).slice(3).filter((line) => line !== '');
  const texts = all.filter((_, index) => index % 47 === 0);
  let t: ReturnType<typeof textBook>;
  beforeAll(() => { t = textBook(texts); });
  afterAll(() => t.made.dispose());

  it('finds what a scan finds, newest first, for 1 to 8 characters', () => {
    expect(texts.length).toBeGreaterThan(5_000);
    fc.assert(fc.property(cut(texts), (query) => {
      const wanted = t.scan(query);
      expect(t.find(query)).toEqual(wanted);
      expect(t.find(query, 5)).toEqual(wanted.slice(0, 5));
    }), { numRuns: RUNS });
  });

  it('for Chinese alone that is every name with those characters in a row', () => {
    const plain = texts.map((text) => simplifyHan(foldText(text)));
    fc.assert(fc.property(cut(texts).filter((query) => /^\p{Script=Han}+$/u.test(query)), (query) => {
      const wanted = simplifyHan(foldText(query));
      expect(t.textsOf(t.find(query))).toEqual(texts.filter((_, index) => plain[index]?.includes(wanted)).toReversed());
    }), { numRuns: RUNS });
  });
});

describe('search over made-up texts', () => {
  const words = ['恒岳重工', '恆嶽重工', '传感器', '傳感器报价', 'Müller', 'MULLER', 'Ångström', 'café', 'ＡＢＣ公司', 'GmbH & Co. KG', 'PO-2026-0001', 'o’Neill', 'a', 'Ab', 'straße', '㈱东芝',
    'カメラ', '한국전자', 'Łódź', '“引号”', '，', '。', '(', '"', '*', 'AND', 'NEAR(', 'line : x', '😀', '𠮷野家', '\u{E000}', 'e\u0301clair', '½', '\u200B', '12', '3.5%', '\n', '\u0000', 'I\u0307', 'ﬁnance'];
  const text = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('', ' ', '，', '-')), { minLength: 1, maxLength: 6 }).map((parts) => parts.flat().join(''));

  it('finds what a scan finds', () => {
    const texts = fc.sample(text, { numRuns: 800, seed: 7 });
    const t = textBook(texts);
    try {
      fc.assert(fc.property(fc.oneof(cut(texts), fc.string({ unit: 'grapheme', maxLength: 8 }), text.map((each) => [...each].slice(0, 8).join(''))), (query) => {
        expect(t.find(query)).toEqual(t.scan(query));
      }), { numRuns: RUNS * 3 });
    } finally {
      t.made.dispose();
    }
  });
});
