import { setImmediate } from 'node:timers/promises';
import type { SampleRow, SampleTable } from '#shared/domain/sample/world.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';

const CHUNK_ROWS = 1_000;

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function insertRows(book: Book, table: string, rows: readonly SampleRow[]): void {
  const fields = Object.keys(rows[0] ?? {});
  const insert = prepared(book.db, `INSERT INTO ${snake(table)} (${fields.map(snake).join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`);
  for (const row of rows) insert.run(fields.map((field) => row[field] ?? null));
}

/** Writes the tables as one step, in chunks. @returns rows written so far after each chunk */
export async function* fillBook(book: Book, tables: readonly SampleTable[]): AsyncGenerator<number> {
  const step = book.openStep({ kind: 'job', verb: 'sample.fill', params: {} });
  let written = 0;
  try {
    for (const { table, rows } of tables) {
      for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
        const chunk = rows.slice(from, from + CHUNK_ROWS);
        step.chunk(() => insertRows(book, table, chunk));
        written += chunk.length;
        await setImmediate();
        yield written;
      }
    }
  } finally {
    await step.finish();
  }
}
