import { afterEach, beforeEach, expect, it } from 'vitest';
import { overruledOfRow } from '#core/db/overruled.ts';
import { listChanges, listFieldHistory } from '#core/features/history/repository.ts';
import { MemoryPlace, syncBook, syncNow } from '#tests/builders/sync-books.ts';
import type { TestBook } from '#tests/builders/test-book.ts';

let one: TestBook;
let two: TestBook;
let place: MemoryPlace;
beforeEach(async () => {
  [one, two, place] = [syncBook(1), syncBook(2), new MemoryPlace()];
  write(one, "INSERT INTO account (id, name, created_at) VALUES ('acme', 'Acme', 0)");
  await exchange(one, two);
  two.clock.ms = one.clock.ms;
});
afterEach(() => {
  for (const t of [one, two]) t.dispose();
});

const exchange = async (...books: TestBook[]): Promise<void> => {
  for (let round = 0; round < 2; round += 1) for (const t of books) await syncNow(t, place);
};
function write(t: TestBook, sql: string): number {
  t.clock.ms += 1_000;
  t.book.write({ kind: 'user', verb: 'account.update', params: { name: 'Acme' } }, () => void t.book.db.exec(sql));
  return t.clock.ms;
}
const stepAt = ({ book: { db } }: TestBook, at: number): number => db.prepare('SELECT no FROM step WHERE at = ?').pluck().get(at) as number;

it('a value that lost against a later one of another book is told, with who overruled it and when', async () => {
  const lost = write(two, "UPDATE account SET city = 'Suzhou', phone = '1' WHERE id = 'acme'");
  one.clock.ms += 5_000;
  const won = write(one, "UPDATE account SET city = 'Wuxi' WHERE id = 'acme'");
  two.clock.ms = one.clock.ms;
  await exchange(two, one);
  const overruled = { actor: 'Owner 1', at: won };
  expect(listFieldHistory(one.book.db, 'acme').filter(({ field }) => field === 'city')).toMatchObject([
    { actor: 'Owner 1', at: won, from: null, to: 'Wuxi' }, { actor: 'Owner 2', at: lost, from: null, to: 'Suzhou', overruled },
  ]);
  // The step shows both: what holds of it, and what does not.
  expect(listChanges(one.book.db, stepAt(one, lost), 10)).toEqual([
    { table: 'account', key: 'acme', label: 'Acme', op: 'update', field: 'phone', from: null, to: '1' },
    { table: 'account', key: 'acme', label: 'Acme', op: 'update', field: 'city', from: null, to: 'Suzhou', overruled },
  ]);
  expect(listChanges(one.book.db, stepAt(one, lost), 1)).toHaveLength(1);
  // In its own book it held until the later one came: the ordinary history tells that.
  expect(overruledOfRow(two.book.db, 'account', 'acme')).toEqual([]);
});

it('says nothing of values that the later word repeats', async () => {
  write(two, "UPDATE account SET city = 'Wuxi' WHERE id = 'acme'");
  one.clock.ms += 5_000;
  write(one, "UPDATE account SET city = 'Wuxi' WHERE id = 'acme'");
  two.clock.ms = one.clock.ms;
  await exchange(two, one);
  expect(overruledOfRow(one.book.db, 'account', 'acme')).toEqual([]);
});

it('tells of a row that another book had added under the same key', async () => {
  const setting = (t: TestBook, value: string) => write(t, `INSERT INTO setting (key, value) VALUES ('shared', '${value}')`);
  setting(two, 'early');
  one.clock.ms += 5_000;
  setting(one, 'late');
  two.clock.ms = one.clock.ms;
  await exchange(two, one);
  expect(one.book.db.prepare("SELECT value FROM setting WHERE key = 'shared'").pluck().get()).toBe('late');
  expect(overruledOfRow(one.book.db, 'setting', 'shared')).toMatchObject([{ op: 1, field: null, value: null, by: stepAt(one, one.clock.ms) }]);
});
