import { setImmediate } from 'node:timers/promises';
import type { ExportEvent } from '#shared/contract/accounts-export.ts';
import { extraColumns, type accountsContract, type AccountRow, type ExtraColumn } from '#shared/contract/accounts.ts';
import type { CancelSignal, HandlersOf } from '#shared/contract/handlers.ts';
import type { Book } from '#core/db/book.ts';
import { CsvFile } from '#core/documents/csv-file.ts';
import type { SheetColumn } from '#core/documents/sheet.ts';
import { XlsxFile } from '#core/documents/xlsx-file.ts';
import { readFresh } from '#core/measures/fresh-figures.ts';
import { filterSql } from './account-filter.ts';
import { countAccounts } from './count-accounts.ts';
import { exportColumn } from './export-columns.ts';
import { withExtra } from './read-extra.ts';
import { readWindow } from './read-window.ts';
import { fromCursor } from './window-cursor.ts';

type ExportRequest = Parameters<HandlersOf<typeof accountsContract>['export']>[0];

const PAGE = 500;
const PROGRESS_MS = 100;
const TYPES = { csv: 'text/csv;charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

const isExtra = (id: string): id is ExtraColumn => extraColumns.some((column) => column === id);

/** A name that every file system takes. */
const fileName = (title: string, format: keyof typeof TYPES): string => `${title.replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim() || 'accounts'}.${format}`;

/**
 * Writes the list as it is shown, window by window, giving way in between. Progress comes at most every tenth of a second.
 * @param keep takes the file once it is whole; a cancelled export leaves none
 */
export async function* exportAccounts(
  book: Book, { filter, sort, descending, format, title, columns }: ExportRequest, { now, keep }: { now: number; keep: (file: File) => void }, stop: CancelSignal,
): AsyncGenerator<ExportEvent> {
  const given = columns.flatMap(({ id, header }) => exportColumn(id, header, isExtra(id)));
  const extra = columns.map(({ id }) => id).filter(isExtra);
  const heads: SheetColumn[] = given.map(({ header, kind }) => ({ header, kind }));
  const file = format === 'csv' ? new CsvFile(heads) : new XlsxFile(heads);
  let written = 0;
  let cursor: string | null = null;
  let total: number | null = null;
  let toldAt = performance.now();
  try {
    do {
      stop.throwIfAborted();
      const page: { rows: AccountRow[]; nextCursor: string | null; zone: string; total: number } = readFresh(book, now, (context) => {
        const compiled = filterSql(book.db, filter, context);
        const found = readWindow(book.db, compiled, { sort, descending, after: fromCursor(sort, descending, cursor), limit: PAGE });
        return {
          ...found, zone: context.timeZone, total: total ?? countAccounts(book.db, compiled),
          rows: extra.length > 0 ? withExtra(book.db, found.rows, extra, context) : found.rows,
        };
      });
      await file.add(page.rows.map((row) => given.map(({ value }) => value(row, page.zone))));
      written += page.rows.length;
      cursor = page.nextCursor;
      total = page.total;
      await setImmediate();
      if (performance.now() - toldAt < PROGRESS_MS) continue;
      toldAt = performance.now();
      yield { type: 'progress', rows: written, total };
    } while (cursor !== null);
    const pieces = await file.end();
    stop.throwIfAborted();
    const name = fileName(title, format);
    keep(new File(pieces, name, { type: TYPES[format] }));
    yield { type: 'done', rows: written, fileName: name };
  } finally {
    file.drop();
  }
}
