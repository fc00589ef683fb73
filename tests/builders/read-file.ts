import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { detectEncoding } from '#core/features/imports/detect-encoding.ts';
import { readHead } from '#core/features/imports/file-head.ts';
import { fileKind } from '#core/features/imports/file-kind.ts';
import { fileRows } from '#core/features/imports/file-rows.ts';
import { headBytes } from '#core/features/imports/head-bytes.ts';
import type { Staged } from '#core/features/imports/parse-job.ts';
import { stageFile } from '#core/features/imports/stage-file.ts';
import type { LayoutChoice } from '#shared/domain/import/layout.ts';

export interface ReadFile {
  headers: string[];
  headerRow: number;
  encoding: ReturnType<typeof detectEncoding>;
  delimiter: string;
  sheets: string[];
  /** Rows that keep their shape, by their number in the file. */
  rows: Record<number, string[]>;
  /** Rows that do not. */
  problems: [row: number, code: string][];
}

/** Reads a file from its bytes to its rows as the program does, in this thread. @param scratch a folder for what is unpacked */
export async function readFile(path: string, scratch: string, choice: LayoutChoice = {}): Promise<ReadFile> {
  const file = basename(path);
  const target = join(scratch, 'staged.csv');
  mkdirSync(dirname(target), { recursive: true });
  let staged: Staged | null = null;
  if (fileKind(headBytes(path, file, 262_144).bytes, file) !== 'text') {
    for await (const event of stageFile({ path, file, target, sheet: choice.sheet ?? null })) if (event.type === 'staged') staged = event;
  }
  const text = staged ? target : path;
  const padded = staged?.isTable === true;
  const head = await readHead(text, file, padded ? { headerRow: choice.headerRow, encoding: 'utf-8', delimiter: ',', quote: '"' } : choice);
  const found: ReadFile = { headers: head.headers, headerRow: head.headerRow, encoding: head.encoding, delimiter: head.delimiter, sheets: staged?.sheets ?? [], rows: {}, problems: [] };
  for await (const piece of fileRows({ ...head, path: text, file, padded })) {
    for (const row of piece.rows) {
      if (row.cells) found.rows[row.row] = row.cells;
      else found.problems.push([row.row, row.code]);
    }
  }
  return found;
}
