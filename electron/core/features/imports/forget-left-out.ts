import { gunzipSync, gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';

/** How a file writes it: case, spaces and the cells between which a name is split make no difference. */
const squeezed = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

const parts = (text: string): string[] => text.split(/\s+/).map(squeezed).filter((part) => part !== '');

/**
 * Takes the rows that speak of a person out of what imports left out. A row speaks of them when it holds all parts of
 * one of the texts.
 * @param said names, e-mail addresses and telephone numbers
 */
export function forgetLeftOut(book: Book, said: readonly string[]): void {
  const wanted = said.map(parts).filter((each) => each.length > 0);
  const speaks = (cells: readonly string[]): boolean => {
    const row = squeezed(cells.join(''));
    return wanted.some((each) => each.every((part) => row.includes(part)));
  };
  book.writeLocal(() => {
    for (const { id, content } of prepared<{ id: string; content: Buffer }>(book.db, 'SELECT id, content FROM left_out').all()) {
      const [headers = [], ...rows] = Papa.parse<string[]>(gunzipSync(content).toString('utf8'), { newline: '\r\n' }).data;
      const kept = rows.filter((cells) => !speaks(cells));
      if (kept.length === rows.length) continue;
      if (kept.length === 0) prepared(book.db, 'DELETE FROM left_out WHERE id = ?').run(id);
      else prepared(book.db, 'UPDATE left_out SET rows = ?, content = ? WHERE id = ?').run(kept.length, gzipSync(Papa.unparse([headers, ...kept], { newline: '\r\n' })), id);
    }
  });
}
