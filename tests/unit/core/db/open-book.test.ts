import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { connect } from '#core/db/connection.ts';
import { createBook } from '#core/db/create-book.ts';
import { openBook } from '#core/db/open-book.ts';
import { prepared } from '#core/db/prepared.ts';
import { refusePlace, syncedFolderOf, isNetworkPath } from '#core/db/refuse-place.ts';
import { stampMs } from '#shared/kernel/hybrid-clock.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
beforeEach(() => { t = testBook(); });
afterEach(() => t.dispose());

const add = (id: string): number => t.book.write({ kind: 'user', verb: 'test', params: {} }, () => prepared(t.book.db, 'INSERT INTO account (id, name, created_at) VALUES (?, ?, 0)').run(id, id)).stepNo;
const coded = (code: string): object => expect.objectContaining({ code });
const device = (): string => t.book.device().device;

describe('opening a book', () => {
  it('sets what keeps an acknowledged write through a power cut', () => {
    const pragma = (name: string): unknown => t.book.db.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('fullfsync'), pragma('checkpoint_fullfsync'), pragma('foreign_keys'), pragma('recursive_triggers'), pragma('temp_store')])
      .toEqual(['wal', 2, 1, 1, 1, 1, 2]);
  });

  it('refuses a second owner, in this process or another, naming the first', () => {
    expect(() => openBook(t.path, { ...t.deps, hostName: 'second' })).toThrow(coded('book-in-use'));
    const script = `
      const { openBook } = await import('#core/db/open-book.ts');
      try { openBook(${JSON.stringify(t.path)}, { ...${JSON.stringify({ dataDir: t.deps.dataDir, migrationsDir: t.deps.migrationsDir })}, hostName: 'other', clock: { now: () => 0 }, ids: { uuid: () => '' }, derive() {} }); }
      catch (error) { console.log(error.code, error.params.host); }`;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).trim()).toBe('book-in-use test');
  });

  it('says what is wrong with a path: missing, not a book, damaged', () => {
    expect(() => openBook(join(t.dir, 'none.ballast'), t.deps)).toThrow(coded('book-not-found'));
    const other = join(t.dir, 'other.ballast');
    const plain = new Database(other);
    plain.exec('CREATE TABLE x (y)');
    plain.close();
    const before = readFileSync(other);
    expect(() => openBook(other, t.deps)).toThrow(coded('not-a-book'));
    expect(readFileSync(other).equals(before), 'another program\'s file is left as it was').toBe(true);
    const text = join(t.dir, 'text.ballast');
    writeFileSync(text, 'no database at all, but long enough to be looked at as one '.repeat(40));
    expect(() => openBook(text, t.deps)).toThrow(coded('book-damaged'));
    t.book.close();
    const bytes = readFileSync(t.path);
    bytes.fill(0xa5, 4096);
    writeFileSync(t.path, bytes);
    expect(() => openBook(t.path, t.deps)).toThrow(coded('book-damaged'));
    expect(readFileSync(t.path).equals(bytes)).toBe(true);
  });

  it('opens a book of a newer version for reading only and changes no byte of it', () => {
    add('a');
    t.book.close();
    const db = new Database(t.path);
    db.pragma('user_version = 999');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = readFileSync(t.path);
    const book = openBook(t.path, t.deps);
    expect(book.readOnly).toBe(true);
    expect(book.db.prepare('SELECT count(*) AS n FROM account').get()).toEqual({ n: 1 });
    expect(() => book.write({ kind: 'user', verb: 'x', params: {} }, () => 0)).toThrow(coded('book-read-only'));
    expect(() => book.db.exec('DELETE FROM account')).toThrow();
    book.close();
    expect(readFileSync(t.path).equals(before)).toBe(true);
  });

  it('is not made where one is, nor in an unknown time zone', () => {
    const input = { title: 'x', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: 'x' };
    expect(() => createBook(t.path, input, t.deps)).toThrow(coded('book-exists'));
    expect(() => createBook(join(t.dir, 'new.ballast'), { ...input, timeZone: 'Mars/Olympus' }, t.deps)).toThrow(coded('invalid-value'));
  });
});

describe('refused places', () => {
  it.each([
    ['/home/a/OneDrive/b.ballast', 'OneDrive'], ['C:\\Users\\a\\OneDrive - Contoso\\b', 'OneDrive'],
    ['/Users/a/Library/CloudStorage/OneDrive-Personal/b', 'OneDrive'], ['/Users/a/Library/CloudStorage/Dropbox-Acme/b', 'Dropbox'], ['/home/a/Acme Dropbox/b', 'Dropbox'],
    ['/Users/a/Library/Mobile Documents/com~apple~CloudDocs/b', 'iCloud'], ['/home/a/Dropbox (Work)/b', 'Dropbox'],
    ['G:\\My Drive\\b', 'Google Drive'], ['/Users/a/Library/CloudStorage/GoogleDrive-a@b.c/b', 'Google Drive'],
    ['D:\\坚果云\\b', '坚果云'], ['D:\\我的坚果云\\b', '坚果云'], ['D:\\WPS云盘\\b', 'WPS'], ['D:\\BaiduNetdiskDownload\\b', '百度网盘'], ['/a/百度网盘/b', '百度网盘'],
  ])('%s belongs to %s', (path, program) => expect(syncedFolderOf(path)).toBe(program));

  it('names near an ordinary folder do not frighten', () => {
    for (const path of ['/home/dropboxer/b', '/home/a/one drive less/b', '/home/a/WPS/b', '/home/a/坚果/b']) expect(syncedFolderOf(path)).toBeNull();
  });

  it('network shares are refused, device paths are not', () => {
    expect(isNetworkPath('\\\\server\\share\\b')).toBe(true);
    expect(isNetworkPath('//server/share/b')).toBe(true);
    expect(isNetworkPath('\\\\?\\C:\\b')).toBe(false);
    expect(isNetworkPath('\\\\?\\UNC\\server\\share\\b')).toBe(true);
    expect(() => refusePlace('//server/share/b.ballast')).toThrow(coded('network-share'));
    expect(() => refusePlace(join(t.dir, 'Dropbox', 'b.ballast'))).toThrow(coded('synced-folder'));
    mkdirSync(join(t.dir, 'Dropbox'));
    symlinkSync(join(t.dir, 'Dropbox'), join(t.dir, 'mine'));
    expect(() => refusePlace(join(t.dir, 'mine', 'new', 'b.ballast'))).toThrow(coded('synced-folder'));
    expect(() => refusePlace(t.path)).not.toThrow();
  });
});

describe('clock and device', () => {
  it('keeps its device through restarts and a move, and gets a new one as a copy or put back to an earlier state', () => {
    add('a');
    const first = device();
    t.reopen();
    expect(device()).toBe(first);
    t.book.close();
    copyFileSync(t.path, `${t.path}.early`);
    t.reopen();
    add('b');
    t.book.close();
    const { ino } = statSync(t.path);
    writeFileSync(t.path, readFileSync(`${t.path}.early`));
    expect(statSync(t.path).ino).toBe(ino);
    t.reopen();
    expect(device()).not.toBe(first);
    const second = device();
    t.book.close();
    copyFileSync(t.path, `${t.path}.copy`);
    renameSync(`${t.path}.copy`, t.path);
    t.reopen();
    expect(device()).not.toBe(second);
  });

  it('stamps go on rising when the wall clock is set back', () => {
    add('a');
    const before = t.book.lastStamp();
    t.clock.ms -= 3_600_000;
    add('b');
    expect(t.book.lastStamp()).toBe(before + 1);
  });

  it('asks when the last stamp lies over a day ahead, writes all the same, and goes on under a new device from the wall clock', () => {
    t.clock.ms += 40 * 86_400_000;
    add('a');
    t.clock.ms -= 40 * 86_400_000;
    t.reopen();
    expect(t.book.clockAhead()).toBe(true);
    expect(add('b')).toBeGreaterThan(0);
    const old = device();
    t.book.acceptClock();
    expect(t.book.clockAhead()).toBe(false);
    add('c');
    expect(device()).not.toBe(old);
    expect(stampMs(t.book.lastStamp())).toBe(t.clock.ms);
    t.reopen();
    expect(t.book.clockAhead()).toBe(false);
    add('d');
    expect(stampMs(t.book.lastStamp())).toBe(t.clock.ms);
  });
});

describe('backing connection', () => {
  it('of a reader sees what the owner has committed', () => {
    add('a');
    const reader = connect(t.path, { readonly: true });
    expect(reader.prepare('SELECT count(*) AS n FROM account').get()).toEqual({ n: 1 });
    reader.close();
  });
});
