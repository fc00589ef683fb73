import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupDir } from '#core/db/backup-files.ts';
import { CurrentBook } from '#core/db/current-book.ts';
import { prepared } from '#core/db/prepared.ts';
import { takeBackup } from '#core/db/take-backup.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import { BookKeeper } from '#core/features/book/book-keeper.ts';
import { noPrinter } from '#tests/builders/no-printer.ts';
import { resourcesDir, testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
let keeper: BookKeeper;
let current: CurrentBook;
let told: string[];

beforeEach(() => {
  t = testBook();
  t.book.close();
  current = new CurrentBook();
  told = [];
  keeper = new BookKeeper({
    current,
    ports: {
      clock: t.clock, ids: t.deps.ids, hostName: 'test', log: { info: () => undefined, error: () => undefined }, files: { resolve: () => null },
      paths: { dataDir: t.deps.dataDir, resourcesDir },
      workers: { parse: new URL('file:///none'), backup: pathToFileURL(join(import.meta.dirname, '../../../../../electron/core/db/backup-worker.ts')) },
      pdf: noPrinter,
    },
    derive: () => undefined,
    onStep: () => undefined,
    onBook: () => told.push('book'),
    onHealth: () => told.push('health'),
    onTitle: (_path, title) => told.push(title),
  });
  keeper.open(t.path);
});

afterEach(() => {
  keeper.close();
  t.dispose();
});

const add = (id: string): void => void current.get().write({ kind: 'user', verb: 'test', params: {} }, () => prepared(current.get().db, 'INSERT INTO account (id, name, created_at) VALUES (?, ?, 0)').run(id, id));
const accounts = (): unknown => current.get().db.prepare('SELECT id FROM account ORDER BY id').pluck().all();
const coded = (code: string): object => expect.objectContaining({ code });

describe('the keeper of the book', () => {
  it('says what is open', async () => {
    expect(keeper.status()).toMatchObject({ path: t.path, title: 'Test', currency: 'CNY', timeZone: 'Asia/Shanghai', me: { name: 'Lin Xiaotong' }, readOnly: null, clock: 'ok', today: '2026-11-23', lastBackupAt: null });
    await expect.poll(() => keeper.status().healthy).toBe(true);
    expect(told).toContain('Test');
    keeper.close();
    expect(() => keeper.status()).toThrow(coded('no-book'));
  });

  it('keeps the open book when another cannot be opened', () => {
    expect(() => keeper.open(join(t.dir, 'none.ballast'))).toThrow(coded('book-not-found'));
    expect(keeper.status().path).toBe(t.path);
  });

  it('keeps the open book when a new one cannot be made', () => {
    expect(() => keeper.create({ path: join(t.dir, 'new.ballast'), title: 'New', timeZone: 'Mars/Olympus', currency: 'EUR', owner: 'K' })).toThrow(coded('invalid-value'));
    expect(keeper.status().path).toBe(t.path);
  });

  it('finds a free name for a new book and refuses a path that depends on where the program stands', () => {
    const input = { title: 'A/B: East', timeZone: 'UTC', currency: 'EUR', owner: 'K' };
    const first = keeper.create(input).path;
    const second = keeper.create(input).path;
    expect(first).not.toBe(second);
    expect([first, second].every((path) => path.startsWith(join(t.deps.dataDir, 'books')))).toBe(true);
    expect(() => keeper.create({ ...input, path: 'here.ballast' })).toThrow(coded('invalid-value'));
  });
});

describe('backups', () => {
  it('are proven copies, taken only when something has changed', async () => {
    add('a');
    const made = await keeper.backUp();
    expect(made?.kind).toBe('daily');
    expect(await keeper.backUp()).toBeNull();
    expect(keeper.status().lastBackupAt).toBe(t.clock.ms);
    add('b');
    t.clock.ms += 1;
    expect(await keeper.backUp()).not.toBeNull();
    expect(keeper.backups()).toHaveLength(1);
  });

  it('wait until people pause and an hour has gone by', async () => {
    add('a');
    await keeper.tend();
    expect(keeper.backups()).toHaveLength(0);
    t.clock.ms += 61_000;
    await keeper.tend();
    expect(keeper.backups()).toHaveLength(1);
    add('b');
    t.clock.ms += 120_000;
    await keeper.tend();
    expect(keeper.status().lastBackupAt).toBe(t.clock.ms - 120_000);
  });

  it('restore puts the book back and keeps what was there', async () => {
    add('a');
    const made = await keeper.backUp();
    const hashes = tableHashes(current.get().db);
    add('b');
    t.clock.ms += 1;
    keeper.restore(t.path, made?.file ?? '');
    expect(accounts()).toEqual(['a']);
    expect(tableHashes(current.get().db)).toEqual(hashes);
    const aside = readdirSync(backupDir(t.deps.dataDir, t.path)).filter((name) => name.endsWith('before-restore.ballast'));
    expect(aside).toHaveLength(1);
  });

  it('bring back a damaged book', async () => {
    add('a');
    const made = await keeper.backUp();
    keeper.close();
    const bytes = readFileSync(t.path);
    bytes.fill(0, 0, 8192);
    writeFileSync(t.path, bytes);
    expect(() => keeper.open(t.path)).toThrow(coded('book-damaged'));
    expect(keeper.backups(t.path)[0]?.file).toBe(made?.file);
    t.clock.ms += 1;
    keeper.restore(t.path, made?.file ?? '');
    expect(accounts()).toEqual(['a']);
  });

  it('are not put in the place of a book that another has open', async () => {
    add('a');
    const made = await keeper.backUp();
    keeper.close();
    const owner = t.reopen();
    expect(() => keeper.restore(t.path, made?.file ?? '')).toThrow(coded('book-in-use'));
    expect(existsSync(t.path)).toBe(true);
    owner.close();
  });

  it('refuse names that lead elsewhere', () => {
    expect(() => keeper.restore(t.path, '../../etc/passwd')).toThrow(coded('backup-not-found'));
    expect(() => keeper.restore(t.path, '0000000000001-auto.ballast')).toThrow(coded('backup-not-found'));
    expect(keeper.status().path, 'the book is open as before').toBe(t.path);
  });

  it('that fail are told, tried again after an hour and not before, and forgotten once one succeeds', async () => {
    add('a');
    await expect.poll(() => keeper.status().healthy).toBe(true);
    const dir = backupDir(t.deps.dataDir, t.path);
    // A file in the place of the folder: no backup can be written.
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dirname(dir), { recursive: true });
    writeFileSync(dir, '');
    told.length = 0;
    t.clock.ms += 120_000;
    await expect(keeper.tend()).rejects.toThrow(coded('backup-failed'));
    expect([keeper.status().backupFailed, told]).toEqual([true, ['health']]);
    t.clock.ms += 120_000;
    await keeper.tend();
    rmSync(dir);
    await keeper.tend();
    expect(keeper.status().lastBackupAt, 'not before the hour').toBeNull();
    t.clock.ms += 3_600_000;
    await keeper.tend();
    expect(keeper.status()).toMatchObject({ backupFailed: false, lastBackupAt: t.clock.ms });
  });

  it('that fail leave no file', () => {
    const target = join(t.dir, 'copy.ballast');
    expect(() => takeBackup(join(t.dir, 'none.ballast'), target)).toThrow(coded('backup-failed'));
    expect(existsSync(target) || existsSync(`${target}.unfinished`)).toBe(false);
  });
});
