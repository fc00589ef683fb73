import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { detectEncoding } from './detect-encoding.ts';
import { fileKind } from './file-kind.ts';
import { headBytes } from './head-bytes.ts';
import type { ParseSign, Staged, StageJob } from './parse-job.ts';
import { OldSheet } from './old-workbook/old-sheet.ts';
import { openOldWorkbook } from './old-workbook/open-old-workbook.ts';
import { RowWriter } from './row-writer.ts';
import { htmlRows } from './workbook/html-rows.ts';
import { openWorkbook, type Sheet, type Workbook } from './workbook/open-workbook.ts';
import { sheetRows } from './workbook/sheet-rows.ts';

type StageEvents = AsyncGenerator<ParseSign | Staged>;

const MAX_HTML = 64 * 1024 ** 2;
/** A sheet of 65,536 rows and 256 columns, filled with short numbers. */
const MAX_OLD = 256 * 1024 ** 2;
const MAX_UNPACKED = 2 * 1024 ** 3;
const MAX_RATIO = 200;
const RATIO_FROM = 16 * 1024 ** 2;
const HEAD = 262_144;

const sign: ParseSign = { type: 'checking' };

/** @returns how many rows hold something */
async function* writeSheet(job: StageJob, book: Workbook, sheet: Sheet): AsyncGenerator<ParseSign, number> {
  const writer = await RowWriter.open(job.target, job.file);
  try {
    for await (const rows of sheetRows(book, sheet)) {
      await writer.add(rows);
      yield sign;
    }
    return writer.count;
  } finally {
    await writer.close();
  }
}

async function* stageWorkbook(job: StageJob): StageEvents {
  const book = await openWorkbook(job.path, job.file);
  try {
    const sheets = book.sheets.map(({ name }) => name);
    for (const sheet of chosenSheets(job, book.sheets)) {
      const count = yield* writeSheet(job, book, sheet);
      if (count === 0) continue;
      yield { type: 'staged', isTable: true, sheet: sheet.name, sheets };
      return;
    }
    throw new CodedError('file-empty', { where: { file: job.file } });
  } finally {
    await book.close();
  }
}

/** The sheet that was chosen, or each in turn until one holds something. */
function chosenSheets<S extends { name: string }>({ sheet, file }: StageJob, sheets: readonly S[]): readonly S[] {
  const chosen = sheet === null ? sheets : sheets.filter(({ name }) => name === sheet);
  if (sheet !== null && chosen.length === 0) throw new CodedError('sheet-not-found', { where: { file }, params: { sheet } });
  return chosen;
}

/** Writes a table that is in memory as a whole. */
async function writeRows(job: StageJob, rows: readonly { row: number; cells: readonly string[] }[]): Promise<void> {
  const writer = await RowWriter.open(job.target, job.file);
  try {
    await writer.add(rows);
  } finally {
    await writer.close();
  }
}

async function* stageOldWorkbook(job: StageJob): StageEvents {
  if ((await stat(job.path)).size > MAX_OLD) throw new CodedError('archive-too-large', { where: { file: job.file } });
  const book = openOldWorkbook(await readFile(job.path), job.file);
  yield sign;
  const sheets = book.sheets.map(({ name }) => name);
  for (const { name, from } of chosenSheets(job, book.sheets)) {
    const sheet = new OldSheet(book);
    try {
      for (const _ of sheet.read(from)) yield sign;
    } catch (cause) {
      throw new CodedError('file-damaged', { where: { file: job.file, path: name, row: sheet.row }, cause });
    }
    const rows = sheet.rows();
    if (rows.length === 0) continue;
    await writeRows(job, rows);
    yield { type: 'staged', isTable: true, sheet: name, sheets };
    return;
  }
  throw new CodedError('file-empty', { where: { file: job.file } });
}

/** What a page says of its letters holds where its bytes agree. */
function decodePage(bytes: Buffer): string {
  const label = /charset\s*=\s*["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 4_096))?.[1] ?? '';
  for (const name of [/^gb(?:2312|k)$/i.test(label) ? 'gb18030' : label, detectEncoding(bytes) ?? 'utf-8']) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return new TextDecoder().decode(bytes);
}

async function* stagePage(job: StageJob): StageEvents {
  const bytes = await readFile(job.path);
  if (bytes.length > MAX_HTML) throw new CodedError('archive-too-large', { where: { file: job.file } });
  yield sign;
  let rows: string[][] = [];
  try {
    rows = htmlRows(decodePage(bytes).replaceAll('\0', ''));
  } catch (cause) {
    throw new CodedError('archive-too-large', { where: { file: job.file }, cause });
  }
  if (rows.length === 0) throw new CodedError('file-not-table', { where: { file: job.file }, params: { format: 'HTML' } });
  await writeRows(job, rows.map((cells, index) => ({ row: index + 1, cells })));
  yield { type: 'staged', isTable: true, sheet: null, sheets: [] };
}

/** Unpacks to a file, and stops where a small file becomes a huge one. */
async function* gunzip(path: string, target: string, file: string): AsyncGenerator<ParseSign> {
  const out = await open(target, 'w', 0o600);
  const source = createReadStream(path);
  const stream = createGunzip({ chunkSize: HEAD });
  source.on('error', (error) => stream.destroy(error));
  let size = 0;
  try {
    for await (const bytes of source.pipe(stream) as AsyncIterable<Buffer>) {
      size += bytes.length;
      if (size > MAX_UNPACKED || (size > RATIO_FROM && size > source.bytesRead * MAX_RATIO)) throw new CodedError('archive-too-large', { where: { file } });
      await out.write(bytes);
      yield sign;
    }
  } catch (cause) {
    throw cause instanceof CodedError ? cause : new CodedError('file-damaged', { where: { file }, cause });
  } finally {
    source.destroy();
    stream.destroy();
    await out.close();
  }
}

async function* stagePacked(job: StageJob): StageEvents {
  const part = `${job.target}.part`;
  try {
    yield* gunzip(job.path, part, job.file);
    const kind = fileKind(headBytes(part, job.file, HEAD).bytes, job.file);
    if (kind === 'gzip') throw new CodedError('file-not-table', { where: { file: job.file }, params: { format: 'GZ' } });
    if (kind !== 'text') return yield* stageFile({ ...job, path: part });
    await rename(part, job.target);
    yield { type: 'staged', isTable: false, sheet: null, sheets: [] };
  } finally {
    await rm(part, { force: true });
  }
}

/**
 * Makes a file that is no plain text into one: sheets and tables of pages become records in UTF-8 whose numbers are those
 * of the rows, so that what is said of a record holds for the row; packed text is unpacked.
 * @throws CodedError `file-empty`, `file-damaged`, `file-locked`, `file-other-workbook`, `file-not-table`, `archive-too-large`, `sheet-not-found`
 */
export async function* stageFile(job: StageJob): StageEvents {
  switch (fileKind(headBytes(job.path, job.file, HEAD).bytes, job.file)) {
    case 'zip': return yield* stageWorkbook(job);
    case 'compound': return yield* stageOldWorkbook(job);
    case 'html': return yield* stagePage(job);
    case 'gzip': return yield* stagePacked(job);
    case 'text': throw new CodedError('file-not-readable', { where: { file: job.file } });
  }
}
