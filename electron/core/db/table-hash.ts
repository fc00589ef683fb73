import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { capturedTables, type TableShape } from './tables.ts';

export interface TableHash {
  rows: number;
  hash: string;
}

function hashTable(db: Database.Database, name: string, columns: string[], order: string[], where = '1'): TableHash {
  const quoted = (list: string[]): string => list.map((column) => `"${column}"`).join(', ');
  const hash = createHash('sha256');
  let rows = 0;
  for (const row of db.prepare(`SELECT ${quoted(columns)} FROM "${name}" WHERE ${where} ORDER BY ${quoted(order)}`).raw().iterate()) {
    hash.update(JSON.stringify(row)).update('\n');
    rows += 1;
  }
  return { rows, hash: hash.digest('hex') };
}

/** SHA-256 over each captured table in key order: equal hashes mean equal content, however the pages lie. */
export function tableHashes(db: Database.Database, tables: TableShape[] = capturedTables(db)): Record<string, TableHash> {
  return Object.fromEntries(tables.map((table) => [table.name, hashTable(db, table.name, table.columns, table.keyColumns)]));
}

/** The same over the change log up to an arrival, for backups. Steps are left out: an undo marks them later. */
export function logHashes(db: Database.Database, arrival: number): Record<string, TableHash> {
  return {
    stamp: hashTable(db, 'stamp', ['no', 'step', 'clock', 'device', 'first_arrival', 'last_arrival'], ['no'], `last_arrival <= ${arrival}`),
    change: hashTable(db, 'change', ['arrival', 'stamp', 'tbl', 'key', 'op', 'data'], ['arrival'], `arrival <= ${arrival}`),
  };
}
