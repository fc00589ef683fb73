import { capturedTables, keySql } from '#core/db/tables.ts';
import type { TestBook } from './test-book.ts';

/** `[table, key, field]` as JSON → value of every captured row, the way a plain reader sees the book. */
export function bookCells(t: TestBook): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const table of capturedTables(t.book.db)) {
    for (const row of t.book.db.prepare(`SELECT ${keySql(table, `"${table.name}"`)} AS _key, * FROM "${table.name}"`).all() as Record<string, unknown>[]) {
      for (const column of table.columns) found.set(JSON.stringify([table.name, row['_key'], column]), row[column]);
    }
  }
  return found;
}

/** The cells that differ between two readings, those that came or went included. */
export function changedCells(before: Map<string, unknown>, after: Map<string, unknown>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((cell) => before.get(cell) !== after.get(cell) || before.has(cell) !== after.has(cell));
}
