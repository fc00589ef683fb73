import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoStep } from '#core/db/undo.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import { verifyBook } from '#core/db/verify.ts';
import { AsideError, hashOf, MAX_BUNDLE_BYTES, packBundle, unpackBundle } from '#core/sync/bundle.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { folderTransport } from '#core/sync/transports/folder.ts';
import { writeBody } from '#shared/domain/sync/bundle-body.ts';
import { bundleName, readBundleName } from '#shared/domain/sync/bundle-name.ts';
import { BUNDLE_FORMAT, type BundleHead } from '#shared/domain/sync/model.ts';
import { formatOneText } from '#tests/builders/format-one.ts';
import { syncBook, syncNow } from '#tests/builders/sync-books.ts';
import type { TestBook } from '#tests/builders/test-book.ts';

let one: TestBook;
let two: TestBook;
let dir: string;
beforeEach(() => {
  [one, two] = [syncBook(1), syncBook(2)];
  dir = mkdtempSync(join(tmpdir(), 'ballast-anybodys-'));
});
afterEach(() => {
  for (const t of [one, two]) t.dispose();
  rmSync(dir, { recursive: true, force: true });
});

const sync = (t: TestBook) => syncNow(t, folderTransport(dir), dir);
const exchange = async (): Promise<void> => {
  for (const t of [one, two, one, two]) await sync(t);
};
function write(t: TestBook, sql: string): number {
  t.clock.ms += 1_000;
  return t.book.write({ kind: 'user', verb: 'test.write', params: {} }, () => void t.book.db.exec(sql)).stepNo;
}
const all = (t: TestBook, sql: string): unknown[] => t.book.db.prepare(sql).all();
const alike = (): void => {
  expect(tableHashes(one.book.db)).toEqual(tableHashes(two.book.db));
  for (const t of [one, two]) expect(verifyBook(t.book.db).problems).toEqual([]);
};
const chainOf = (t: TestBook): string => readSyncState(t.book.db)?.chain ?? expect.fail('no chain');
const bundlesOf = (t: TestBook): string[] => readdirSync(dir).filter((file) => file.startsWith(chainOf(t)));
const ACCOUNT = "INSERT INTO account (id, name, created_at) VALUES ('acme', 'Acme', 0)";

/** A file that calls itself a bundle of a chain, and whose name tells the truth about its bytes. */
function plant(chain: string, seq: number, bytes: Buffer): string {
  const { file } = bundleName(chain, seq, hashOf(bytes));
  writeFileSync(join(dir, file), bytes);
  return file;
}

/** Puts another content in the place of a chain's last bundle, in the format that can be read by eye. */
async function forge(t: TestBook, change: (text: string) => string): Promise<string> {
  const file = bundlesOf(t).at(-1) ?? expect.fail('no bundle');
  const text = await formatOneText(readFileSync(join(dir, file)));
  const changed = change(text);
  expect(changed).not.toBe(text);
  rmSync(join(dir, file));
  return plant(chainOf(t), readBundleName(file)?.seq ?? 0, gzipSync(changed));
}

describe('what anybody can put under the name of the book’s own chain', () => {
  it('does not keep the book from going on: what cannot be read is passed over', async () => {
    await exchange();
    const next = (readSyncState(one.book.db)?.seq ?? 0) + 1;
    plant(chainOf(one), next, Buffer.from('not packed at all'));
    plant(chainOf(one), next, gzipSync('{"format":1}'));
    write(one, ACCOUNT);
    expect(await sync(one)).toMatchObject({ sent: { bundles: 1, changes: 1 } });
    await exchange();
    alike();
  });

  it('does not make it begin again where its own bundle is there as well', async () => {
    write(one, ACCOUNT);
    await exchange();
    const [chain, seq] = [chainOf(one), readSyncState(one.book.db)?.seq ?? 0];
    // Some sort before the true one, some behind it.
    for (let n = 0; n < 8; n += 1) plant(chain, seq, Buffer.from(`another ${n}`));
    write(one, "UPDATE account SET city = 'Wuxi' WHERE id = 'acme'");
    expect((await sync(one)).sent).toEqual({ bundles: 1, changes: 1 });
    expect(chainOf(one)).toBe(chain);
    await exchange();
    alike();
  });
});

describe('a forged bundle', () => {
  const HOSTILE: [string, (text: string) => string][] = [
    ['adds a row without its key', (text) => text.replace('"id":"acme",', '')],
    ['adds a row of nothing', (text) => text.replace(/(\["account","acme",1,)\{[^}]*\}/, '$1{}')],
    ['names a table of the program’s own', (text) => text.replace('"account","acme"', '"sync_state","acme"')],
    ['names a table by a quote', (text) => text.replace('"account","acme"', '"account\\" --","acme"')],
    ['adds what may not be empty', (text) => text.replace('"name":"Acme"', '"name":null')],
    ['gives a transaction a clock before all', (text) => text.replace(/\n\[0,0,\d+,/, '\n[0,0,0,')],
    ['names a device it does not list', (text) => text.replace(/\n\[0,0,/, '\n[0,7,')],
    ['says no kind of step that there is', (text) => text.replace('"kind":"user"', '"kind":"admin"')],
    ['holds a blank line', (text) => text.replace('\n', '\n\n')],
  ];

  it.each(HOSTILE)('that %s is left aside, whole', async (_what, change) => {
    await exchange();
    const before = tableHashes(two.book.db);
    write(one, ACCOUNT);
    await sync(one);
    const file = await forge(one, change);
    expect((await sync(two)).aside).toEqual([{ file, reason: 'damaged' }]);
    expect(tableHashes(two.book.db)).toEqual(before);
    expect(all(two, 'SELECT id FROM account WHERE id IS NULL')).toEqual([]);
    expect(verifyBook(two.book.db).problems).toEqual([]);
  });

  it('takes no name of a column for SQL', async () => {
    await exchange();
    write(one, ACCOUNT);
    await sync(one);
    await forge(one, (text) => text.replace('"name":"Acme"', '"name":"Acme","x\\" = 1; DROP TABLE account; --":1,"__proto__":"p"'));
    expect((await sync(two)).aside).toEqual([]);
    expect(all(two, 'SELECT id, name FROM account')).toEqual([{ id: 'acme', name: 'Acme' }]);
    expect(verifyBook(two.book.db).problems).toEqual([]);
  });

  it('of a later program than that of the table keeps the fields known here', async () => {
    await exchange();
    write(one, ACCOUNT);
    write(one, "UPDATE account SET city = 'Wuxi' WHERE id = 'acme'");
    await sync(one);
    await forge(one, (text) => text.replace('"city":"Wuxi"', '"city":"Wuxi","mood":"good"'));
    await sync(two);
    expect(all(two, 'SELECT city FROM account')).toEqual([{ city: 'Wuxi' }]);
  });
});

describe('a bundle as a file', () => {
  const id = '01937000-0000-7000-8000-00000000000a';
  const head: BundleHead = { format: BUNDLE_FORMAT, group: id, chain: id, seq: 1, prev: null, schema: 3, through: 0, devices: [] };
  const reasonOf = (bytes: Uint8Array, schema = 3) => unpackBundle(bytes, schema).then(() => null, (error: unknown) => (error instanceof AsideError ? error.reason : error));

  it('comes back as it was packed, with any text in it', async () => {
    const change = { shape: { table: 'account', op: 1 as const, fields: ['name', 'city', 'rank'] }, key: 'a\n"b"', values: ['压舱石\u2028\n👩‍👧', null, -1.5] };
    const steps = [{ id, kind: 'user' as const, verb: 'v', params: { n: 1 }, actor: null, at: 0, schema: 3, undoes: null, accounts: [] }];
    const bundle = { head: { ...head, devices: [id] }, steps, stamps: [{ step: 0, device: 0, clock: 5, changes: [change] }] };
    expect(await unpackBundle(await packBundle(bundle), 3)).toEqual(bundle);
  });

  it.each<[string, object, string]>([
    ['of a later format, whatever else it says', { format: BUNDLE_FORMAT + 1, group: id, schema: 1 }, 'newer'],
    ['of later tables', { ...head, schema: 4 }, 'newer'],
    ['of the same tables', head, 'null'],
    ['of earlier tables', { ...head, schema: 1 }, 'null'],
    ['of no group', { ...head, group: '../../etc' }, 'damaged'],
    ['before the first', { ...head, seq: 0 }, 'damaged'],
    ['of a broken number', { ...head, format: '1' }, 'damaged'],
  ])('%s', async (_what, said, reason) => expect(String(await reasonOf(gzipSync(`${JSON.stringify(said)}\n${JSON.stringify(writeBody([], []))}`)))).toBe(reason));

  it.each<[string, string]>([['no body', ''], ['a body that is no JSON', '\n{'], ['the body of nothing', '\n{}'], ['more than one', `\n${JSON.stringify(writeBody([], []))}\n{}`]])('with %s is damaged', async (_what, rest) => {
    expect(await reasonOf(gzipSync(`${JSON.stringify(head)}${rest}`))).toBe('damaged');
  });

  it('that unpacks to more than any bundle is refused before it fills the memory', async () => {
    const bomb = gzipSync(Buffer.alloc(MAX_BUNDLE_BYTES + 1, 32));
    expect(bomb.length).toBeLessThan(MAX_BUNDLE_BYTES / 500);
    expect(await reasonOf(bomb)).toBe('damaged');
  });
});

describe('a folder', () => {
  it('leads nowhere else: links and folders under the name of a bundle are not followed', async () => {
    await exchange();
    write(one, ACCOUNT);
    await sync(one);
    const file = bundlesOf(one).at(-1) ?? '';
    const elsewhere = mkdtempSync(join(tmpdir(), 'ballast-elsewhere-'));
    const bytes = readFileSync(join(dir, file));
    writeFileSync(join(elsewhere, 'bundle'), bytes);
    rmSync(join(dir, file));
    symlinkSync(join(elsewhere, 'bundle'), join(dir, file));
    await sync(two);
    expect(all(two, 'SELECT id FROM account')).toEqual([]);
    rmSync(join(dir, file));
    mkdirSync(join(dir, file));
    await sync(two);
    expect(all(two, 'SELECT id FROM account')).toEqual([]);
    rmSync(join(dir, file), { recursive: true });
    writeFileSync(join(dir, file), bytes);
    await sync(two);
    expect(all(two, 'SELECT id FROM account')).toEqual([{ id: 'acme' }]);
    rmSync(elsewhere, { recursive: true });
  });

  it('keeps no unfinished file, and finishes one that a crash left', async () => {
    await exchange();
    write(one, ACCOUNT);
    await sync(one);
    const [file = ''] = bundlesOf(one).slice(-1);
    const bytes = readFileSync(join(dir, file));
    rmSync(join(dir, file));
    writeFileSync(join(dir, `${file}.unfinished`), 'half');
    const name = readBundleName(file) ?? expect.fail('no name');
    expect((await folderTransport(dir).list()).map((one_) => one_.file)).not.toContain(file);
    await folderTransport(dir).put(name, bytes);
    expect(readdirSync(dir).filter((entry) => entry.endsWith('.unfinished'))).toEqual([]);
    await exchange();
    alike();
  });
});

describe('undo after an exchange', () => {
  it('reaches the other book as what it was, and redo comes after it', async () => {
    write(one, ACCOUNT);
    await exchange();
    const changed = write(one, "UPDATE account SET city = 'Wuxi' WHERE id = 'acme'");
    await exchange();
    two.clock.ms = one.clock.ms;
    write(two, "UPDATE account SET phone = '7' WHERE id = 'acme'");
    one.clock.ms = two.clock.ms + 1_000;
    await exchange();
    const { step: { no: undone } } = undoStep(one.book, changed);
    await exchange();
    expect(all(two, 'SELECT city, phone FROM account')).toEqual([{ city: null, phone: '7' }]);
    one.clock.ms += 1_000;
    undoStep(one.book, undone);
    await exchange();
    expect(all(two, 'SELECT city, phone FROM account')).toEqual([{ city: 'Wuxi', phone: '7' }]);
    alike();
  });
});
