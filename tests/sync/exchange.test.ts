import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { erasePerson } from '#core/db/erase-person.ts';
import { openBook } from '#core/db/open-book.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import { nextUndo, undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { hashOf } from '#core/sync/bundle.ts';
import { runSync } from '#core/sync/run-sync.ts';
import { bundleName, type BundleName } from '#shared/domain/sync/bundle-name.ts';
import { formatOneBytes, formatOneText } from '#tests/builders/format-one.ts';
import { MemoryPlace, syncBook, syncNow } from '#tests/builders/sync-books.ts';
import type { TestBook } from '#tests/builders/test-book.ts';

let one: TestBook;
let two: TestBook;
let place: MemoryPlace;
const others: TestBook[] = [];
beforeEach(() => {
  [one, two, place] = [syncBook(1), syncBook(2), new MemoryPlace()];
});
afterEach(() => {
  for (const t of [one, two, ...others.splice(0)]) t.dispose();
});

const write = (t: TestBook, sql: string, verb = 'test.write'): number => {
  t.clock.ms += 1_000;
  return t.book.write({ kind: 'user', verb, params: { name: 'Acme' } }, () => void t.book.db.exec(sql)).stepNo;
};
const all = (t: TestBook, sql: string): unknown[] => t.book.db.prepare(sql).all();
const same = (...books: TestBook[]): void => {
  for (const t of books) {
    expect(tableHashes(t.book.db)).toEqual(tableHashes(books[0]?.book.db ?? t.book.db));
    expect(verifyBook(t.book.db).problems).toEqual([]);
  }
};
/** Each twice: what the first has to say reaches the second, and the other way round. */
const exchange = async (...books: TestBook[]): Promise<void> => {
  for (let round = 0; round < 2; round += 1) for (const t of books) await syncNow(t, place);
};
const ACCOUNT = "INSERT INTO account (id, name, created_at) VALUES ('acme', 'Acme', 0)";

describe('books that share a place', () => {
  it('come to the same rows and settings; a new book takes the settings of the others', async () => {
    write(one, ACCOUNT);
    await exchange(one, two);
    expect(all(two, "SELECT value FROM setting WHERE key = 'title'")).toEqual([{ value: 'Book 1' }]);
    expect(all(two, 'SELECT name FROM colleague ORDER BY name')).toEqual([{ name: 'Owner 1' }, { name: 'Owner 2' }]);
    same(one, two);
  });

  it('send each change once and read each bundle once', async () => {
    write(one, ACCOUNT);
    await exchange(one, two);
    const files = place.files.size;
    expect(await syncNow(one, place)).toEqual({ sent: { bundles: 0, changes: 0 }, received: { bundles: 0, changes: 0 }, aside: [], holding: [], cancelled: false });
    expect(place.files.size).toBe(files);
  });

  it('keep who did what and when it was done, and what was undone', async () => {
    write(one, ACCOUNT, 'account.create');
    const at = one.clock.ms;
    const changed = write(one, "UPDATE account SET city = 'Wuxi' WHERE id = 'acme'", 'account.update');
    undoStep(one.book, changed);
    two.clock.ms = one.clock.ms + 60_000;
    await exchange(one, two);
    expect(all(two, "SELECT kind, verb, params, at, undone_by IS NOT NULL AS undone FROM step WHERE verb IN ('account.create', 'account.update', 'undo') ORDER BY no")).toMatchObject([
      { kind: 'user', verb: 'account.create', params: '{"name":"Acme"}', at, undone: 0 }, { verb: 'account.update', undone: 1 }, { kind: 'undo', verb: 'undo', undone: 0 },
    ]);
    expect(all(two, "SELECT c.name FROM step s JOIN colleague c ON c.id = s.actor WHERE s.verb = 'account.create'")).toEqual([{ name: 'Owner 1' }]);
    // Here it was not there before it came.
    expect(all(two, "SELECT t.at FROM stamp t JOIN step s ON s.no = t.step WHERE s.verb = 'account.create'")).toEqual([{ at: two.clock.ms }]);
  });

  it('leave what came from elsewhere to the other person’s undo', async () => {
    await exchange(one, two);
    write(two, "INSERT INTO product (id, name) VALUES ('p', 'Pump')", 'own.step');
    write(one, ACCOUNT);
    await exchange(one, two);
    two.book.db.prepare('UPDATE book SET me = (SELECT me FROM (SELECT actor AS me FROM step WHERE device <> 1 LIMIT 1))').run();
    two.book.db.prepare('UPDATE step SET actor = (SELECT me FROM book)').run();
    expect(nextUndo(two.book.db)?.verb).toBe('own.step');
  });

  it('wait for a step that is still open', async () => {
    const step = one.book.openStep({ kind: 'import', verb: 'test.import', params: {} });
    step.chunk(() => one.book.db.exec(ACCOUNT));
    await exchange(one, two);
    expect(all(two, 'SELECT id FROM account')).toEqual([]);
    await step.finish();
    await exchange(one, two);
    expect(all(two, 'SELECT id FROM account')).toEqual([{ id: 'acme' }]);
  });
});

describe('changes made in two books at once', () => {
  beforeEach(async () => {
    write(one, ACCOUNT);
    await exchange(one, two);
    two.clock.ms = one.clock.ms;
  });

  it('both count where they are of different fields; of one field the later does, and the other is kept', async () => {
    write(two, "UPDATE account SET city = 'Suzhou', phone = '1' WHERE id = 'acme'");
    one.clock.ms += 5_000;
    write(one, "UPDATE account SET city = 'Wuxi', alias = 'A' WHERE id = 'acme'");
    two.clock.ms = one.clock.ms + 1_000;
    await exchange(two, one);
    for (const t of [one, two]) expect(all(t, 'SELECT city, phone, alias FROM account')).toEqual([{ city: 'Wuxi', phone: '1', alias: 'A' }]);
    expect(all(one, 'SELECT tbl, key, data FROM overruled WHERE key = \'acme\'')).toEqual([{ tbl: 'account', key: 'acme', data: '{"city":"Suzhou"}' }]);
    same(one, two);
  });

  it('bring back what one deleted and another needs, and let go of what may be without', async () => {
    write(one, "INSERT INTO person (id, name, created_at) VALUES ('p', 'P', 0)");
    await exchange(one, two);
    write(one, "DELETE FROM account WHERE id = 'acme'; DELETE FROM person WHERE id = 'p'");
    write(two, "INSERT INTO task (id, account_id, person_id, title, created_at) VALUES ('t', 'acme', 'p', 'Call', 0)");
    await exchange(one, two);
    expect(all(one, 'SELECT id FROM account')).toEqual([{ id: 'acme' }]);
    expect(all(one, 'SELECT person_id FROM task')).toEqual([{ person_id: null }]);
    same(one, two);
    // Once nothing needs it any more it goes, as was wanted.
    write(two, "DELETE FROM task WHERE id = 't'");
    await exchange(two, one);
    expect(all(one, 'SELECT id FROM account')).toEqual([]);
    same(one, two);
  });

  it('let parts go with what they are part of', async () => {
    write(one, "INSERT INTO interaction (id, account_id, at, kind, summary) VALUES ('i', 'acme', 1, 'call', 's')");
    await exchange(one, two);
    write(one, "DELETE FROM interaction WHERE id = 'i'");
    write(two, "INSERT INTO interaction_text (interaction_id, notes) VALUES ('i', 'words'); UPDATE interaction SET at = 9 WHERE id = 'i'");
    await exchange(one, two);
    expect([all(one, 'SELECT id FROM interaction'), all(one, 'SELECT notes FROM interaction_text')]).toEqual([[], []]);
    same(one, two);
  });

  it('close no circle: the line drawn last goes', async () => {
    write(one, "INSERT INTO account (id, name, created_at) VALUES ('b', 'B', 0)");
    await exchange(one, two);
    two.clock.ms = one.clock.ms;
    write(one, "UPDATE account SET parent_id = 'b' WHERE id = 'acme'");
    two.clock.ms += 2_000;
    write(two, "UPDATE account SET parent_id = 'acme' WHERE id = 'b'");
    await exchange(one, two);
    expect(all(one, 'SELECT id, parent_id AS up FROM account ORDER BY id')).toEqual([{ id: 'acme', up: 'b' }, { id: 'b', up: null }]);
    same(one, two);
    expect(all(one, "SELECT kind FROM step WHERE verb = 'sync.settle'").length + all(two, "SELECT kind FROM step WHERE verb = 'sync.settle'").length).toBeGreaterThan(0);
  });

  it('do not bring back a person whom one erased for good', async () => {
    write(one, "INSERT INTO person (id, name, created_at) VALUES ('p', 'Peter Secret', 0); INSERT INTO position (id, person_id, account_id) VALUES ('q', 'p', 'acme')", 'person.create');
    await exchange(one, two);
    write(two, "UPDATE person SET phone = 'Secret 7' WHERE id = 'p'; INSERT INTO task (id, account_id, person_id, title, created_at) VALUES ('t', 'acme', 'p', 'Call', 0)");
    erasePerson(one.book, 'p');
    await exchange(one, two);
    for (const t of [one, two]) {
      expect(all(t, 'SELECT id FROM person')).toEqual([]);
      expect(all(t, 'SELECT person_id FROM task')).toEqual([{ person_id: null }]);
      expect(all(t, "SELECT data FROM change WHERE data LIKE '%Secret%' UNION ALL SELECT data FROM overruled WHERE data LIKE '%Secret%'")).toEqual([]);
    }
    expect(all(two, "SELECT params FROM step WHERE verb = 'person.create'")).toEqual([{ params: '{}' }]);
    same(one, two);
  });
});

describe('what is not read', () => {
  const last = (): { name: BundleName; bytes: Uint8Array } => [...place.files.values()].at(-1) ?? expect.fail('no bundle');
  /** Puts another content in the place of the last bundle, in the format that can be read by eye, under a name that fits. */
  async function forge(change: (text: string) => string): Promise<void> {
    const { name, bytes } = last();
    place.files.delete(name.file);
    const forged = formatOneBytes(change(await formatOneText(bytes)));
    const instead = bundleName(name.chain, name.seq, hashOf(forged));
    place.files.set(instead.file, { name: instead, bytes: forged });
  }
  const reasons = async (): Promise<string[]> => (await syncNow(two, place)).aside.map(({ reason }) => reason);

  beforeEach(async () => {
    await exchange(one, two);
    write(one, ACCOUNT);
    await syncNow(one, place);
  });

  it('a bundle that is there only in part, until it is whole', async () => {
    const { name, bytes } = last();
    place.files.set(name.file, { name, bytes: bytes.subarray(0, bytes.length - 9) });
    expect(await reasons()).toEqual(['damaged']);
    expect(all(two, 'SELECT id FROM account')).toEqual([]);
    place.files.set(name.file, { name, bytes });
    expect(await reasons()).toEqual([]);
    same(one, two);
  });

  it.each([
    ['is no JSON', (text: string) => `${text}\n{`], ['names no table', (text: string) => text.replace('["account"', '["sqlite_schema"')],
    ['breaks a rule of a table', (text: string) => text.replace('"created_at":0', '"created_at":"soon"')], ['says another key', (text: string) => text.replace('"id":"acme"', '"id":"other"')],
    ['continues nothing', (text: string) => text.replace(/"prev":"[0-9a-f]{64}"/, `"prev":"${'0'.repeat(64)}"`)], ['names a step it does not have', (text: string) => text.replace(/\n\[0,/, '\n[7,')],
  ])('a bundle that %s, and nothing of it', async (_what, change) => {
    const before = tableHashes(two.book.db);
    await forge(change);
    expect(await reasons()).toEqual(['damaged']);
    expect(tableHashes(two.book.db)).toEqual(before);
    expect(verifyBook(two.book.db).problems).toEqual([]);
  });

  it('a bundle of a newer program, of another group, or of a clock that runs ahead', async () => {
    await forge((text) => text.replace(/"schema":\d+,"through"/, '"schema":9999,"through"'));
    expect(await reasons()).toEqual(['newer']);
    await forge((text) => text.replace('"schema":9999,"through"', '"schema":1,"through"').replace(/"group":"[^"]+"/, '"group":"01937000-0000-7000-8000-0000000000ff"'));
    expect(await reasons()).toEqual(['foreign']);
  });

  it('a bundle whose clock runs ahead by more than five minutes, until that time has come', async () => {
    one.clock.ms += 20 * 60_000;
    write(one, "UPDATE account SET city = 'Wuxi' WHERE id = 'acme'");
    await syncNow(one, place);
    expect(await reasons()).toEqual(['ahead']);
    two.clock.ms = one.clock.ms;
    expect(await reasons()).toEqual([]);
    same(one, two);
  });

  it('a bundle whose forerunner is missing', async () => {
    const held = last();
    place.files.delete(held.name.file);
    const elsewhere = new MemoryPlace();
    for (const [file, bundle] of place.files) elsewhere.files.set(file, bundle);
    place.files.set(held.name.file, held);
    write(one, "UPDATE account SET city = 'Wuxi' WHERE id = 'acme'");
    await syncNow(one, place);
    elsewhere.files.set(last().name.file, last());
    expect((await syncNow(two, elsewhere)).aside).toEqual([{ file: last().name.file, reason: 'missing' }]);
  });

  it('the folder of another group, once the book has a content of its own', async () => {
    const three = syncBook(3);
    others.push(three);
    write(three, "INSERT INTO product (id, name) VALUES ('p', 'Pump')");
    await expect(syncNow(three, place, '/shared')).rejects.toMatchObject({ code: 'sync-other-group', where: { path: '/shared' } });
    await syncNow(three, new MemoryPlace());
    await expect(syncNow(three, place)).rejects.toMatchObject({ code: 'sync-other-group' });
    expect(all(three, 'SELECT id FROM account')).toEqual([]);
  });
});

describe('a book that goes on after something went wrong', () => {
  it('finds the bundle it had put there when it ended, too early to note it', async () => {
    await exchange(one, two);
    write(one, ACCOUNT);
    const before = one.book.db.prepare('SELECT * FROM sync_state').get() as { seq: number; through: number };
    await syncNow(one, place);
    const files = place.files.size;
    one.book.db.prepare('UPDATE sync_state SET seq = ?, through = ?').run(before.seq, before.through);
    one.book.db.prepare('DELETE FROM sync_bundle WHERE chain = (SELECT chain FROM sync_state) AND seq > ?').run(before.seq);
    expect((await syncNow(one, place)).sent.bundles).toBe(0);
    expect(place.files.size).toBe(files);
    await exchange(two, one);
    same(one, two);
  });

  it('gives everything once more to a place that lost bundles', async () => {
    write(one, ACCOUNT);
    await exchange(one, two);
    const empty = new MemoryPlace();
    expect((await syncNow(one, empty)).sent.changes).toBeGreaterThan(3);
    const three = syncBook(3);
    others.push(three);
    await syncNow(three, empty);
    expect(all(three, 'SELECT id FROM account')).toEqual([{ id: 'acme' }]);
    // Those who had it already find nothing new in it.
    for (const [file, bundle] of empty.files) place.files.set(file, bundle);
    await exchange(two, one, three);
    same(one, two, three);
  });

  it('reads back what a restored copy of it lost, and writes under another name', async () => {
    await exchange(one, two);
    const dir = mkdtempSync(join(tmpdir(), 'ballast-copy-'));
    one.book.close();
    copyFileSync(one.path, join(dir, 'copy.ballast'));
    one.reopen();
    write(one, ACCOUNT);
    await syncNow(one, place);
    const copy: TestBook = { ...one, path: join(dir, 'copy.ballast'), book: openBook(join(dir, 'copy.ballast'), { ...one.deps, ids: { uuid: () => crypto.randomUUID() }, dataDir: join(dir, 'data') }) };
    try {
      await syncNow(copy, place);
      expect(all(copy, 'SELECT id FROM account')).toEqual([{ id: 'acme' }]);
      copy.clock.ms += 5_000;
      write(copy, "UPDATE account SET city = 'Wuxi' WHERE id = 'acme'");
      await exchange(copy, two, one);
      expect(all(two, 'SELECT city FROM account')).toEqual([{ city: 'Wuxi' }]);
      expect(tableHashes(copy.book.db)).toEqual(tableHashes(two.book.db));
    } finally {
      copy.book.close();
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('can be broken off between two bundles and goes on from there', async () => {
    await exchange(one, two);
    const rows = Array.from({ length: 4_500 }, (_, n) => `INSERT INTO product (id, name) VALUES ('p${n}', 'Pump');`).join('');
    write(one, rows);
    await syncNow(one, place);
    const stop = { aborted: false };
    const said: string[] = [];
    for await (const event of runSync(two.book, two.deps, { transport: place, folder: null }, stop)) {
      if (event.type === 'progress') stop.aborted = true;
      said.push(event.type === 'done' ? `cancelled ${event.summary.cancelled}` : `${event.bundles}`);
    }
    expect(said).toEqual(['1', 'cancelled true']);
    expect(all(two, 'SELECT count(*) AS n FROM product')).toEqual([{ n: 2_000 }]);
    await syncNow(two, place);
    same(one, two);
  });
});
