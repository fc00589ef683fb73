import type Database from 'better-sqlite3';
import { isLater, type Place } from '#shared/domain/sync/row-state.ts';
import type { LoggedRow, LoggedUpdate, LoggedValue } from './log.ts';
import { prepared } from './prepared.ts';

/** What another book said of a row and a later word kept from showing. */
export interface Overruled {
  table: string;
  key: string;
  op: 1 | 2 | 3;
  /** Null where it is about the row as a whole. */
  field: string | null;
  value: LoggedValue;
  /** Number of the step that said it, and of the one that has the later word. */
  step: number;
  by: number;
}

interface Write extends Place {
  op: 1 | 2 | 3;
  data: string | null;
  step: number;
  lost: number;
}

const WRITES = `
  SELECT c.op, c.data, t.clock, d.id AS device, t.step, 0 AS lost FROM change c JOIN stamp t ON t.no = c.stamp JOIN device d ON d.no = t.device
    WHERE c.key = +@key AND c.tbl = +@table AND c.op < 4 AND t.clock > 0
  UNION ALL SELECT o.op, o.data, t.clock, d.id, t.step, 1 FROM overruled o JOIN stamp t ON t.no = o.stamp JOIN device d ON d.no = t.device WHERE o.key = +@key AND o.tbl = +@table`;

const KEYS_OF_STEP = 'SELECT DISTINCT o.tbl AS "table", o.key FROM stamp t JOIN overruled o ON o.stamp = t.no WHERE t.step = ? ORDER BY o.tbl, o.key LIMIT ?';

/** The value that a write gives a field; undefined where it says nothing of it, null also where the log does not have it. */
function saidOf({ op, data, lost }: Write, field: string): LoggedValue | undefined {
  if (op === 1 && !lost) return null;
  if (op === 3 || data === null) return undefined;
  return lost ? (JSON.parse(data) as LoggedRow)[field] : (JSON.parse(data) as LoggedUpdate)[field]?.[1];
}

function winnerOf(writes: readonly Write[], one: Write, field: string | null): Write | null {
  const speaks = (write: Write): boolean => (field === null ? write.op !== 2 && (one.op === 1 || write.op === 1) : saidOf(write, field) !== undefined);
  return writes.reduce<Write | null>((best, write) => (isLater(write, best ?? one) && speaks(write) ? write : best), null);
}

/** The values of a row that were overruled, in no order; those that say what the later word says as well are left out. */
export function overruledOfRow(db: Database.Database, table: string, key: string): Overruled[] {
  const writes = prepared<Write>(db, WRITES).all({ table, key });
  return writes.filter(({ lost }) => lost).flatMap((one) => {
    const fields: [string | null, LoggedValue][] = one.op === 2 ? Object.entries(JSON.parse(one.data ?? '{}') as LoggedRow) : [[null, null]];
    return fields.flatMap(([field, value]): Overruled[] => {
      const winner = winnerOf(writes, one, field);
      if (!winner || (field !== null && winner.op === 2 && saidOf(winner, field) === value)) return [];
      return [{ table, key, op: one.op, field, value, step: one.step, by: winner.step }];
    });
  });
}

/** The same of a step, of at most so many rows. */
export function overruledOfStep(db: Database.Database, step: number, rows: number): Overruled[] {
  return prepared<{ table: string; key: string }>(db, KEYS_OF_STEP).all(step, rows).flatMap(({ table, key }) => overruledOfRow(db, table, key)).filter((one) => one.step === step);
}
