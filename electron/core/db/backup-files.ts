import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Backup } from '#shared/domain/book/model.ts';
import { rotateBackups } from '#shared/domain/book/rotate-backups.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { connect } from './connection.ts';

const NAME = /^(\d{13})-(auto|before-migration|before-restore)\.ballast$/;

const TWO_GB = 2 * 1024 ** 3;

/** A book moved aside after a crash has a journal, without which it lacks its last writes. */
const JOURNALS = ['-wal', '-shm'];

function removeBackup(path: string): void {
  for (const suffix of ['', ...JOURNALS]) rmSync(`${path}${suffix}`, { force: true });
}

/** A book may lie on another disk than the backups, where a file cannot be renamed to. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    copyFileSync(from, to);
    rmSync(from);
  }
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** Backups lie in local application data under the book's file name, so that a damaged book still finds them. */
export function backupDir(dataDir: string, bookPath: string): string {
  const place = createHash('sha256').update(dirname(bookPath)).digest('base64url').slice(0, 16);
  return join(dataDir, 'backups', `${basename(bookPath)}-${place}`);
}

export const backupName = (atMs: number, kind: 'auto' | 'before-migration' | 'before-restore'): string => `${String(atMs).padStart(13, '0')}-${kind}.ballast`;

/** The backups of a book, newest first, with the kind that rotation gives them. */
export function listBackups(dataDir: string, bookPath: string): Backup[] {
  const dir = backupDir(dataDir, bookPath);
  const names = existsSync(dir) ? readdirSync(dir) : [];
  const found = names.flatMap((name): Backup[] => {
    const match = NAME.exec(name);
    if (!match) return [];
    const kind = match[2] === 'before-migration' || match[2] === 'before-restore' ? match[2] : 'daily';
    return [{ file: name, takenAt: Number(match[1]), bytes: statSync(join(dir, name)).size, kind }];
  });
  return rotateBackups(found, Number.POSITIVE_INFINITY).keep;
}

/** Deletes what rotation no longer keeps, within 2 GB or three times the book. */
export function pruneBackups(dataDir: string, bookPath: string): void {
  const dir = backupDir(dataDir, bookPath);
  const limit = Math.max(TWO_GB, 3 * statSync(bookPath).size);
  for (const { file } of rotateBackups(listBackups(dataDir, bookPath), limit).drop) removeBackup(join(dir, file));
  const known = new Set(listBackups(dataDir, bookPath).map((backup) => backup.file));
  // One backup runs at a time and this comes after it: what is unfinished was left by a program that was ended.
  for (const name of readdirSync(dir)) if ((NAME.test(name) && !known.has(name)) || name.endsWith('.ballast.unfinished')) removeBackup(join(dir, name));
}

/**
 * Puts a backup in the place of a closed book. What was there, damaged or not, is moved beside the backups.
 * @throws CodedError `backup-not-found`, `book-damaged` when the backup itself is not good
 */
export function restoreBackup(dataDir: string, bookPath: string, file: string, nowMs: number): void {
  const dir = backupDir(dataDir, bookPath);
  const source = join(dir, file);
  if (!NAME.test(file) || !existsSync(source)) throw new CodedError('backup-not-found', { where: { path: bookPath } });
  const check = connect(source, { readonly: true, fileMustExist: true });
  const good = String(check.pragma('integrity_check', { simple: true })) === 'ok';
  check.close();
  if (!good) throw new CodedError('book-damaged', { where: { path: source } });
  mkdirSync(dirname(bookPath), { recursive: true });
  const incoming = `${bookPath}.restoring`;
  removeBackup(incoming);
  const parts = ['-wal', ''].filter((suffix) => existsSync(`${source}${suffix}`));
  for (const suffix of parts) copyFileSync(`${source}${suffix}`, `${incoming}${suffix}`);
  // On the disk before it takes the book's place: a power cut in between must not leave an empty book.
  for (const suffix of parts) syncFile(`${incoming}${suffix}`);
  const aside = join(dir, backupName(nowMs, 'before-restore'));
  for (const suffix of ['', ...JOURNALS]) if (existsSync(`${bookPath}${suffix}`)) move(`${bookPath}${suffix}`, `${aside}${suffix}`);
  // The book last: whoever finds it finds its journal as well.
  for (const suffix of parts) renameSync(`${incoming}${suffix}`, `${bookPath}${suffix}`);
}
