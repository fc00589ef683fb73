import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { readAsOfArrival } from './as-of.ts';
import { connect } from './connection.ts';
import { logHashes, tableHashes } from './table-hash.ts';

/**
 * Copies a book by `VACUUM INTO` and proves the copy: opened, checked, and compared with the book as of the copy's
 * last change by table hashes, so that writes going on meanwhile do not matter.
 * @returns the arrival up to which the copy reaches
 * @throws CodedError `backup-failed`; then no file is left
 */
export function takeBackup(path: string, target: string): number {
  const unfinished = `${target}.unfinished`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  rmSync(unfinished, { force: true });
  try {
    const source = connect(path, { readonly: true, fileMustExist: true });
    try {
      source.prepare('VACUUM INTO ?').run(unfinished);
    } finally {
      source.close();
    }
    const arrival = proveCopy(path, unfinished);
    const file = openSync(unfinished, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(unfinished, target);
    return arrival;
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw cause instanceof CodedError ? cause : new CodedError('backup-failed', { where: { path }, cause });
  }
}

function proveCopy(path: string, copyPath: string): number {
  const copy = connect(copyPath, { readonly: true, fileMustExist: true });
  try {
    const check = String(copy.pragma('integrity_check', { simple: true }));
    const arrival = copy.prepare<[], { n: number }>('SELECT coalesce(max(arrival), 0) AS n FROM change').get()?.n ?? 0;
    const mine = JSON.stringify([tableHashes(copy), logHashes(copy, arrival)]);
    const theirs = readAsOfArrival({ path }, arrival, (db) => JSON.stringify([tableHashes(db), logHashes(db, arrival)]));
    if (check !== 'ok' || mine !== theirs) throw new CodedError('backup-failed', { where: { path } });
    return arrival;
  } finally {
    copy.close();
  }
}
