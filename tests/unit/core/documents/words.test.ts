import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordsFor } from '#core/documents/words.ts';
import { interactionKinds } from '#shared/domain/interaction/model.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, at = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${at}${key}`, value] as [string, string]] : leaves(value, `${at}${key}.`)));
}

const deckWords = (language: string): [string, string][] => leaves((JSON.parse(readFileSync(`${resourcesDir}locales/${language}/review.json`, 'utf8')) as { deck: Tree }).deck);
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? '').toSorted();

test('both languages word the deck with the same keys and the same things to put in', () => {
  const english = new Map(deckWords('en'));
  const chinese = new Map(deckWords('zh-CN'));
  expect([...chinese.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  for (const [key, text] of english) {
    // A singular may spell its one out.
    const without = (list: string[]): string[] => list.filter((name) => name !== 'count' && name !== 'decided' && name !== 'interactions');
    if (key.endsWith('_one')) expect(without(placeholders(chinese.get(key) ?? '')), key).toEqual(without(placeholders(text)));
    else expect(placeholders(chinese.get(key) ?? ''), key).toEqual(placeholders(text));
  }
});

test('Chinese wording is Chinese', () => {
  const plain = deckWords('zh-CN').filter(([, text]) => !/\p{Script=Han}/u.test(text.replaceAll(/\{\{[^}]*\}\}/g, '')));
  expect(plain.map(([key]) => key).toSorted()).toEqual(['cover.period', 'listSeparator', 'results.manyMonths', 'results.oneMonth', 'since.owned', 'withUnit']);
});

test('numbers are grouped, and every kind of interaction has a word', () => {
  expect(wordsFor(resourcesDir, 'en')('deck.count.lines', { count: 12_345 })).toBe('12,345 order lines');
  expect(wordsFor(resourcesDir, 'zh-CN')('deck.count.lines', { count: 1 })).toBe('1 条订单行');
  for (const language of ['en', 'zh-CN']) {
    for (const kind of interactionKinds) expect(wordsFor(resourcesDir, language)(`deck.kind.${kind}`)).not.toContain('deck.');
  }
});

test('text that is put in is left as it is', () => {
  expect(wordsFor(resourcesDir, 'en')('deck.finding.products.only', { name: 'A & B <"x"> {{y}}' })).toBe('All revenue comes from A & B <"x"> {{y}}');
});

test('a language without its file is an error, not a deck of keys', () => {
  expect(() => wordsFor(resourcesDir, 'xx')).toThrow(/ENOENT/);
});
