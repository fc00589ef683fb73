import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';

export interface Draft {
  value: string;
  /** Milliseconds UTC. */
  savedAt: number;
}

export function readDraft(book: Book, key: string): Draft | null {
  return prepared<Draft>(book.db, 'SELECT value, saved_at AS savedAt FROM draft WHERE key = ?').get(key) ?? null;
}

/** Keeps what is half written, durably but outside the change log: nobody wants to undo a pause in typing. */
export function saveDraft(book: Book, key: string, { value, savedAt }: Draft): void {
  book.writeLocal(() => prepared(book.db, `
    INSERT INTO draft (key, value, saved_at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at`,
  ).run(key, value, savedAt));
}

export function dropDraft(book: Book, key: string): void {
  book.writeLocal(() => prepared(book.db, 'DELETE FROM draft WHERE key = ?').run(key));
}
