import { importChoicesSchema, type ImportChoices } from '#shared/domain/import/choices.ts';
import { mappingSchema, type ImportKind, type Mapping } from '#shared/domain/import/model.ts';
import { headerKey } from '#shared/domain/import/text.ts';
import { z } from 'zod';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';

/** How a file was read the last time. */
export interface ImportSource { mapping: Mapping; choices: ImportChoices }

/** A source is known by the headers that its files have; those of rows left out come back with two more. */
const keyOf = (headers: readonly string[]): string => JSON.stringify(headers.filter((header) => !header.startsWith('ballast:')).map(headerKey));

const sourceSchema = z.object({ mapping: mappingSchema, choices: importChoicesSchema });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @returns null for headers not seen before as this kind, or kept by a program that knew other choices */
export function recallSource(book: Book, headers: readonly string[], kind: ImportKind): ImportSource | null {
  const row = prepared<{ mapping: string; choices: string }>(book.db, 'SELECT mapping, choices FROM import_source WHERE headers = ? AND kind = ?').get(keyOf(headers), kind);
  const read = sourceSchema.safeParse(row && { mapping: parsed(row.mapping), choices: parsed(row.choices) });
  return read.success ? read.data : null;
}

/** Remembers how a file was read, durably but outside the change log. @param at ms UTC */
export function rememberSource(book: Book, headers: readonly string[], kind: ImportKind, { mapping, choices }: ImportSource, at: number): void {
  book.writeLocal(() => prepared(book.db, `
    INSERT INTO import_source (headers, kind, mapping, choices, used_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (headers, kind) DO UPDATE SET mapping = excluded.mapping, choices = excluded.choices, used_at = excluded.used_at`,
  ).run(keyOf(headers), kind, JSON.stringify(mapping), JSON.stringify(choices), at));
}
