import type Database from 'better-sqlite3';
import type { Step, StepKind } from '#shared/domain/history/model.ts';
import { prepared } from './prepared.ts';

/** One entry of the change log, unpacked. */
export interface LogEntry {
  arrival: number;
  step: number;
  kind: StepKind;
  undoes: number | null;
  undoneBy: number | null;
  table: string;
  key: string;
  /** 1 insert, 2 update, 3 delete, 4 erased for good. */
  op: 1 | 2 | 3 | 4;
  data: string | null;
}

export type LoggedValue = string | number | null;
export type LoggedRow = Record<string, LoggedValue>;
export type LoggedUpdate = Record<string, [old: LoggedValue, now: LoggedValue]>;

interface StepRow {
  no: number;
  kind: StepKind;
  verb: string;
  params: string;
  actor: string | null;
  at: number;
  undoes: number | null;
  undoneBy: number | null;
  changes: number;
}

/** Reads as `Step` by `toStep`; the actor is worded by the colleague's name. */
export const STEP_COLUMNS = `
  s.no, s.kind, s.verb, s.params, (SELECT name FROM colleague c WHERE c.id = s.actor) AS actor, s.at, s.undoes, s.undone_by AS undoneBy,
  (SELECT coalesce(sum(last_arrival - first_arrival + 1), 0) FROM stamp t WHERE t.step = s.no) AS changes`;

export function toStep(row: StepRow): Step {
  return { ...row, params: JSON.parse(row.params) as Record<string, string | number> };
}

export function readStep(db: Database.Database, no: number): Step | null {
  const row = prepared<StepRow>(db, `SELECT ${STEP_COLUMNS} FROM step s WHERE s.no = ?`).get(no);
  return row ? toStep(row) : null;
}

const ENTRY = `
  SELECT c.arrival, t.step, s.kind, s.undoes, s.undone_by AS undoneBy, c.tbl AS "table", c.key, c.op, c.data
  FROM change c JOIN stamp t ON t.no = c.stamp JOIN step s ON s.no = t.step AND c.op < 4`;

/** All entries of a step in order of arrival, read transaction by transaction: an import may have a million. */
export function* entriesOfStep(db: Database.Database, no: number): Generator<LogEntry> {
  const ranges = prepared<{ first: number; last: number }>(
    db, 'SELECT first_arrival AS first, last_arrival AS last FROM stamp WHERE step = ? AND first_arrival IS NOT NULL ORDER BY first_arrival',
  ).all(no);
  for (const { first, last } of ranges) yield* prepared<LogEntry>(db, `${ENTRY} WHERE c.arrival BETWEEN +? AND +? ORDER BY c.arrival`).all(first, last);
}

/** All entries of one row, oldest first. */
export function entriesOfRow(db: Database.Database, table: string, key: string): LogEntry[] {
  return prepared<LogEntry>(db, `${ENTRY} WHERE c.key = +? AND c.tbl = +? ORDER BY c.arrival`).all(key, table);
}

export const updateOf = (entry: LogEntry): LoggedUpdate => JSON.parse(entry.data ?? '{}') as LoggedUpdate;

export const deletedRowOf = (entry: LogEntry): LoggedRow => JSON.parse(entry.data ?? '{}') as LoggedRow;
