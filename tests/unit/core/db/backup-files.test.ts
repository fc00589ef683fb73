import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { backupDir, backupName, listBackups, pruneBackups, restoreBackup } from '#core/db/backup-files.ts';
import { takeBackup } from '#core/db/take-backup.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

const DAY = 86_400_000;

let t: TestBook;
let dir: string;
beforeEach(() => {
  t = testBook();
  dir = backupDir(t.deps.dataDir, t.path);
  mkdirSync(dir, { recursive: true });
});
afterEach(() => t.dispose());

const coded = (code: string): object => expect.objectContaining({ code });
const add = (id: string): void => void t.book.write({ kind: 'user', verb: 'test', params: {} }, () => t.book.db.exec(`INSERT INTO account (id, name, created_at) VALUES ('${id}', '${id}', 0)`));
const list = (): string[] => listBackups(t.deps.dataDir, t.path).map((backup) => backup.file);
const put = (atMs: number, kind: 'auto' | 'before-migration' | 'before-restore' = 'auto', bytes = 10): string => {
  const name = backupName(atMs, kind);
  writeFileSync(join(dir, name), 'x');
  truncateSync(join(dir, name), bytes);
  return name;
};
const accounts = (): unknown[] => t.book.db.prepare('SELECT id FROM account ORDER BY id').pluck().all();

describe('the names of backups', () => {
  it('sort by time, and each book has a folder of its own', () => {
    expect([backupName(5, 'auto'), backupName(1_800_000_000_000, 'before-restore')]).toEqual(['0000000000005-auto.ballast', '1800000000000-before-restore.ballast']);
    expect(backupDir('/d', '/one/b.ballast')).not.toBe(backupDir('/d', '/two/b.ballast'));
    expect(backupDir('/d', '/acme/Ballast Books/b.ballast')).not.toBe(backupDir('/d', '/beta/Ballast Books/b.ballast'));
    expect(backupDir('/d', '/one/b.ballast')).not.toBe(backupDir('/d', '/one/c.ballast'));
  });

  it('tell kind, time and size; other files are no backups', () => {
    put(t.clock.ms, 'auto', 30);
    put(t.clock.ms - DAY, 'before-migration', 20);
    for (const name of [`${backupName(1, 'auto')}.unfinished`, 'notes.txt', '1-auto.ballast']) writeFileSync(join(dir, name), '');
    expect(listBackups(t.deps.dataDir, t.path)).toEqual([
      { file: backupName(t.clock.ms, 'auto'), takenAt: t.clock.ms, bytes: 30, kind: 'daily' },
      { file: backupName(t.clock.ms - DAY, 'before-migration'), takenAt: t.clock.ms - DAY, bytes: 20, kind: 'before-migration' },
    ]);
    expect(listBackups(t.deps.dataDir, join(t.dir, 'none.ballast'))).toEqual([]);
  });
});

describe('pruning', () => {
  it('deletes what rotation drops, with its journal, and no other file', () => {
    const newest = put(t.clock.ms);
    const aside = put(t.clock.ms - 1_000, 'before-restore');
    const dropped = put(t.clock.ms - 2_000);
    writeFileSync(join(dir, `${backupName(1, 'auto')}.unfinished`), '');
    writeFileSync(join(dir, `${dropped}-wal`), 'journal');
    writeFileSync(join(dir, 'notes.txt'), '');
    pruneBackups(t.deps.dataDir, t.path);
    expect(readdirSync(dir).toSorted()).toEqual([aside, newest, 'notes.txt']);
  });

  it('keeps within two gigabytes of a small book', () => {
    const names = [0, 1, 2].map((day) => put(t.clock.ms - day * DAY, 'auto', 900 * 1024 ** 2));
    pruneBackups(t.deps.dataDir, t.path);
    expect(list()).toEqual(names.slice(0, 2));
  });

  it('keeps within three times a book that is larger than that', () => {
    const large = join(t.dir, 'large.ballast');
    writeFileSync(large, '');
    truncateSync(large, 1024 ** 3);
    dir = backupDir(t.deps.dataDir, large);
    mkdirSync(dir, { recursive: true });
    const names = [0, 1, 2, 3].map((day) => put(t.clock.ms - day * DAY, 'auto', 900 * 1024 ** 2));
    pruneBackups(t.deps.dataDir, large);
    expect(listBackups(t.deps.dataDir, large).map((backup) => backup.file)).toEqual(names.slice(0, 3));
  });
});

describe('restoring', () => {
  const restore = (file: string): void => restoreBackup(t.deps.dataDir, t.path, file, t.clock.ms);

  it('puts the backup in place; what was there lies beside the backups, journal and all, and can itself be restored', () => {
    add('a');
    const file = backupName(t.clock.ms - 1, 'auto');
    takeBackup(t.path, join(dir, file));
    add('b');
    t.book.db.pragma('wal_checkpoint(TRUNCATE)');
    add('only in the journal');
    // A crash leaves the journal; closing properly would write it back.
    for (const suffix of ['', '-wal']) copyFileSync(`${t.path}${suffix}`, join(t.dir, `crashed${suffix}`));
    t.book.close();
    for (const suffix of ['', '-wal']) copyFileSync(join(t.dir, `crashed${suffix}`), `${t.path}${suffix}`);
    restore(file);
    const aside = backupName(t.clock.ms, 'before-restore');
    expect(readFileSync(join(dir, `${aside}-wal`)).equals(readFileSync(join(t.dir, 'crashed-wal')))).toBe(true);
    expect(existsSync(`${t.path}-wal`)).toBe(false);
    t.reopen();
    expect(accounts()).toEqual(['a']);
    t.book.close();
    t.clock.ms += 1;
    restore(aside);
    t.reopen();
    expect(accounts()).toEqual(['a', 'b', 'only in the journal']);
  });

  it.skipIf(!existsSync('/dev/shm'))('works where the book lies on another disk than the backups (needs /dev/shm)', () => {
    const other = mkdtempSync('/dev/shm/ballast-');
    try {
      const path = join(other, 'b.ballast');
      copyFileSync(t.path, path);
      const its = backupDir(t.deps.dataDir, path);
      const file = backupName(t.clock.ms - 1, 'auto');
      takeBackup(t.path, join(its, file));
      restoreBackup(t.deps.dataDir, path, file, t.clock.ms);
      expect(readFileSync(path).equals(readFileSync(join(its, file)))).toBe(true);
      expect(existsSync(join(its, backupName(t.clock.ms, 'before-restore')))).toBe(true);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('works where the book is gone, folder and all', () => {
    add('a');
    const file = backupName(t.clock.ms, 'auto');
    takeBackup(t.path, join(dir, file));
    const gone = join(t.dir, 'gone', 'test.ballast');
    const its = backupDir(t.deps.dataDir, gone);
    mkdirSync(its, { recursive: true });
    copyFileSync(join(dir, file), join(its, file));
    restoreBackup(t.deps.dataDir, gone, file, t.clock.ms);
    expect(new Database(gone, { readonly: true }).prepare('SELECT id FROM account').pluck().all()).toEqual(['a']);
    expect(readdirSync(its)).toEqual([file]);
  });

  it('refuses what is no backup or damaged, and leaves the book', () => {
    add('a');
    const good = backupName(1, 'auto');
    takeBackup(t.path, join(dir, good));
    const bytes = readFileSync(join(dir, good));
    bytes.fill(0xa5, 4096 * 3, 4096 * 6);
    const bad = backupName(2, 'auto');
    writeFileSync(join(dir, bad), bytes);
    t.book.close();
    expect(() => restore('notes.txt')).toThrow(coded('backup-not-found'));
    expect(() => restore(backupName(3, 'auto'))).toThrow(coded('backup-not-found'));
    expect(() => restore(bad)).toThrow(coded('book-damaged'));
    expect(readdirSync(t.dir).filter((name) => name.includes('restoring'))).toEqual([]);
    t.reopen();
    expect(accounts()).toEqual(['a']);
  });
});
