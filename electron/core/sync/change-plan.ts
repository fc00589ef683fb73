import type Database from 'better-sqlite3';
import type { ChangeShape, SentValue } from '#shared/domain/sync/model.ts';
import { prepared } from '#core/db/prepared.ts';
import { keyCondition } from '#core/db/tables.ts';
import { syncTables, type SyncTable } from './sync-tables.ts';

/** Thrown for what no program of ours wrote. */
export class DamagedBundle extends Error {}

/** How changes of one shape are written into their table: worked out once for all of them. */
export interface ChangePlan {
  table: SyncTable;
  /** Places, among the shape's fields, of the columns that the table has: a later version may know more, an earlier one fewer. */
  places: number[];
  /** The same of columns of the key, which repeat it, with the place in the key. */
  keyPlaces: [field: number, part: number][];
  /** Writes the values in whole or not at all; null where there is nothing to write. */
  statement: Database.Statement<unknown[]> | null;
  /** Places of columns that point at other rows. */
  links: { place: number; parent: SyncTable; column: string }[];
}

const quoted = (column: string): string => `"${column}"`;

function statementOf(db: Database.Database, { op }: ChangeShape, table: SyncTable, columns: string[]): Database.Statement<unknown[]> | null {
  if (op === 1) return prepared(db, `INSERT INTO "${table.name}" (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`);
  if (op !== 2 || columns.length === 0) return null;
  // Changes nothing unless each of the fields becomes another value by it.
  return prepared(db, `UPDATE "${table.name}" SET ${columns.map((c) => `${quoted(c)} = ?`).join(', ')} WHERE ${keyCondition(table)}${columns.map((c) => ` AND ${quoted(c)} IS NOT ?`).join('')}`);
}

/** @throws DamagedBundle for a table that books do not exchange, and for a row of nothing */
export function planOf(db: Database.Database, shape: ChangeShape): ChangePlan {
  const tables = syncTables(db);
  const table = tables.get(shape.table);
  if (!table) throw new DamagedBundle(`no table ${shape.table}`);
  const placeOf = (column: string): number => shape.fields.indexOf(column);
  const columns = shape.fields.filter((field) => table.columns.includes(field));
  if (shape.op === 1 && !table.keyColumns.every((column) => columns.includes(column))) throw new DamagedBundle('another key');
  return {
    table, places: columns.map(placeOf), statement: statementOf(db, shape, table, columns),
    keyPlaces: table.keyColumns.flatMap((column, part): [number, number][] => (placeOf(column) < 0 ? [] : [[placeOf(column), part]])),
    links: table.links.flatMap(({ column, parent }) => {
      const above = tables.get(parent);
      return placeOf(column) < 0 || !above ? [] : [{ place: placeOf(column), parent: above, column }];
    }),
  };
}

/**
 * The parts of a row's key.
 * @throws DamagedBundle for what is no key of the table, or another than the content says
 */
export function checkedKey({ table, keyPlaces }: ChangePlan, key: string, values: readonly SentValue[]): (string | number)[] {
  const parts = table.keyColumns.length === 1 ? [key] : readKey(key);
  if (parts.length !== table.keyColumns.length) throw new DamagedBundle('no key');
  for (const [field, part] of keyPlaces) if (values[field] !== parts[part]) throw new DamagedBundle('another key');
  return parts;
}

function readKey(key: string): (string | number)[] {
  try {
    const parts: unknown = JSON.parse(key);
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string' || typeof part === 'number')) return parts as (string | number)[];
  } catch {
    // Said below.
  }
  throw new DamagedBundle('no key');
}
