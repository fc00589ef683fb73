import type Database from 'better-sqlite3';
import { entriesOfRow, type LoggedRow } from './log.ts';
import { prepared } from './prepared.ts';
import { keyValues, type TableShape } from './tables.ts';

/** A step that made one record of two. */
export interface MergeStep {
  no: number;
  /** The table of the two. */
  kind: 'account' | 'person';
  survivorId: string;
  mergedId: string;
}

const MERGES = `
  SELECT no, replace(verb, '.merge', '') AS kind, params ->> '$.survivorId' AS survivorId, params ->> '$.mergedId' AS mergedId
  FROM step WHERE kind = 'merge' AND params ->> '$.mergedId' IS NOT NULL`;

/** @returns null for a step that merged nothing */
export function readMerge(db: Database.Database, no: number): MergeStep | null {
  return prepared<MergeStep>(db, `${MERGES} AND no = ?`).get(no) ?? null;
}

/** Merges taken back while `no` stood, newest first: what `no` had moved on stayed where it was. */
export function undoneSince(db: Database.Database, no: number): MergeStep[] {
  return prepared<MergeStep>(db, `${MERGES} AND undone_by > +? ORDER BY no DESC`).all(no);
}

/** The merge that still stands, beside `but`, by which a record is gone. */
export function mergeOf(db: Database.Database, kind: string, mergedId: string, but: number): MergeStep | null {
  return prepared<MergeStep>(db, `${MERGES} AND undone_by IS NULL AND verb = +? || '.merge' AND params ->> '$.mergedId' = +? AND no <> +?`).get(kind, mergedId, but) ?? null;
}

/** Key of the row that a merge made of one whose key names the merged record; null where the key names none. */
function imageKey(table: TableShape, key: string, { kind, survivorId, mergedId }: MergeStep, back = false): string | null {
  const [from, to] = back ? [survivorId, mergedId] : [mergedId, survivorId];
  const at = table.keyColumns.findIndex((column, index) => keyValues(table, key)[index] === from && table.references.some((one) => one.column === column && one.parentTable === kind));
  return table.keyColumns.length < 2 || at < 0 ? null : JSON.stringify(keyValues(table, key).with(at, to));
}

/**
 * The step by which what a merge made of a row was taken away later, by a person or by moving it on.
 * @param but a step that is about to be undone as well
 */
export function takenLater(db: Database.Database, table: TableShape, key: string, merge: MergeStep, but: number): number | null {
  const image = imageKey(table, key, merge);
  const last = image === null ? undefined : entriesOfRow(db, table.name, image).findLast((one) => one.op !== 2 && one.undoes === null && one.undoneBy === null && one.step !== but);
  return last?.op === 3 && last.step > merge.no ? last.step : null;
}

const LATER = `${MERGES} AND undone_by IS NULL AND no > +@no AND verb = @kind || '.merge' AND params ->> '$.survivorId' = @survivorId`;

const DELETED = `
  SELECT c.key, c.data FROM stamp t CROSS JOIN change c ON c.arrival BETWEEN t.first_arrival AND t.last_arrival
  WHERE t.step = +? AND c.tbl = ? AND c.op = 3`;

/**
 * The later merge into the same record that folded a row of its own into this one, so that it has none but this.
 * @param row as it is now
 * @param but a step that is about to be undone as well
 */
export function foldedInto(db: Database.Database, table: TableShape, key: string, row: LoggedRow, merge: MergeStep, but: number): number | null {
  const image = imageKey(table, key, merge, true);
  if (image === null && table.name !== 'position') return null;
  const [own, other] = merge.kind === 'person' ? ['person_id', 'account_id'] as const : ['account_id', 'person_id'] as const;
  for (const later of prepared<MergeStep>(db, LATER).all(merge)) {
    if (later.no === but) continue;
    const gone = prepared<{ key: string; data: string }>(db, DELETED).all(later.no, table.name);
    const theirs = image === null ? null : imageKey(table, key, later, true);
    const folded = gone.some((one) => {
      if (theirs !== null) return one.key === theirs;
      const old = JSON.parse(one.data) as LoggedRow;
      return old[own] === later.mergedId && old[other] === row[other];
    });
    if (folded) return later.no;
  }
  return null;
}
