import { afterEach, beforeEach, expect, it } from 'vitest';
import { findTexts } from '#core/measures/find-texts.ts';
import { catchUpSearch } from '#core/measures/search-index.ts';
import { readQuery } from '#shared/domain/search/search-line.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

let t: FeatureBook;
beforeEach(() => { t = featureBook(); });
afterEach(() => t.dispose());

/** Tasks with these titles, the last one the newest. */
function fillTasks(titles: string[]): string[] {
  const ids = t.fill((fill) => {
    const account = fill.account('A');
    return titles.map((title, n) => fill.task(account, title, { createdAt: n * 1_000 }));
  });
  while (catchUpSearch(t.book, 50));
  return ids;
}

const find = (text: string, limit: number) => findTexts(t.book.db, readQuery(text), limit).get('task');

it('goes on past texts that have all the pairs of a phrase but not the phrase', () => {
  const ids = fillTasks(['恒岳重工', '恒岳重机', '恒岳重装', ...Array.from({ length: 60 }, (_, n) => `岳重，恒岳 ${n}`)]);
  expect(find('恒岳重', 2)).toEqual([ids[2], ids[1]]);
  expect(find('恒岳重', 10)).toEqual([ids[2], ids[1], ids[0]]);
  expect(find('恒岳', 3)).toEqual([ids[62], ids[61], ids[60]]);
});

it('asks for no more than the beginning of a last word, after a character or a stop', () => {
  const ids = fillTasks(['第12号', '第1号', 'PO-2026-0001', 'PO-2025-0001', '3.5%', '3、5%']);
  expect(find('第1', 9)).toEqual([ids[1], ids[0]]);
  expect(find('第12', 9)).toEqual([ids[0]]);
  expect(find('po-202', 9)).toEqual([ids[3], ids[2]]);
  expect(find('po-2026-00', 9)).toEqual([ids[2]]);
  expect(find('3.5', 9)).toEqual([ids[5], ids[4]]);
});

it('reads the text as it is now, however the index knows it', () => {
  const [id] = fillTasks(['恒岳重工']);
  t.book.write({ kind: 'user', verb: 'task.update', params: {} }, () => t.book.db.exec("UPDATE task SET title = '岳重恒岳'"));
  expect(find('恒岳重', 9)).toEqual([]);
  expect(find('恒岳', 9)).toEqual([id]);
});
