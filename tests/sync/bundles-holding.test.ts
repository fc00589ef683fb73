import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { erasePerson } from '#core/db/erase-person.ts';
import { bundlesHolding, bundlesStillHolding, erasedPeople } from '#core/sync/bundles-holding.ts';
import { folderTransport } from '#core/sync/transports/folder.ts';
import { syncBook, syncNow } from '#tests/builders/sync-books.ts';
import type { TestBook } from '#tests/builders/test-book.ts';
import { madeBundle } from './transport-conformance.ts';

const PERSON = '019aae37-0000-7000-8000-000000000abc';

let one: TestBook;
let dir: string;
beforeEach(() => {
  one = syncBook(1);
  dir = mkdtempSync(join(tmpdir(), 'ballast-holding-'));
});
afterEach(() => {
  one.dispose();
  rmSync(dir, { recursive: true, force: true });
});

const write = (sql: string): void => void one.book.write({ kind: 'user', verb: 'test.write', params: {} }, () => void one.book.db.exec(sql));
const sync = () => syncNow(one, folderTransport(dir), dir);

it('a book that was never synced has no bundles', async () => {
  expect(await bundlesStillHolding(one.book, [PERSON])).toBeNull();
  expect(await bundlesHolding(folderTransport(dir), [])).toEqual([]);
});

it('bundles that speak of a person who was erased are named, those that only say that they are gone are not', async () => {
  write("INSERT INTO account (id, name, created_at) VALUES ('a', 'A', 0)");
  expect((await sync()).holding).toEqual([]);
  write(`INSERT INTO person (id, name, created_at) VALUES ('${PERSON}', 'P', 0); INSERT INTO interaction (id, account_id, at, kind, summary) VALUES ('i', 'a', 0, 'call', 's')`);
  await sync();
  write(`INSERT INTO interaction_person VALUES ('i', '${PERSON}')`);
  await sync();
  erasePerson(one.book, PERSON);
  expect(await bundlesStillHolding(one.book, [PERSON])).toEqual({ folder: dir, bundles: 2 });
  const { sent, holding } = await sync();
  const [, second, third, ...behind] = await folderTransport(dir).list();
  expect([sent.bundles, behind.length, erasedPeople(one.book.db)]).toEqual([1, 1, [PERSON]]);
  expect(holding).toEqual([second?.file, third?.file]);
  // Once they are gone the book writes itself anew, without the person.
  for (const { file } of await folderTransport(dir).list()) rmSync(join(dir, file));
  expect((await sync()).holding).toEqual([]);
});

it('a bundle that cannot be read is counted, and a folder that is not there is no answer', async () => {
  const { name, bytes } = madeBundle(1);
  await folderTransport(dir).put(name, bytes);
  expect(await bundlesHolding(folderTransport(dir), [PERSON])).toEqual([name.file]);
  rmSync(join(dir, name.file));
  await sync();
  const elsewhere = `${dir}-elsewhere`;
  one.book.writeLocal(() => one.book.db.prepare('UPDATE sync_state SET folder = ?').run(elsewhere));
  expect(await bundlesStillHolding(one.book, [PERSON])).toEqual({ folder: elsewhere, bundles: null });
});
