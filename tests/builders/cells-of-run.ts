import words from '#resources/locales/en/import.json' with { type: 'json' };
import type { LayoutChoice } from '#shared/domain/import/layout.ts';
import type { Inspection } from '#shared/domain/import/model.ts';
import type { ImportBook } from './import-book.ts';

export interface CellsOfRun {
  inspection: Inspection;
  headers: string[];
  /** Every row that keeps its shape, by its number in the file. */
  rows: Record<number, string[]>;
  /** Rows that do not, with what is wrong and what stands there. */
  broken: [row: number, code: string, ...text: string[]][];
}

/** What an import says of rows that do not keep their shape, and the code of each. */
const shapes = new Map(Object.entries(words.problem).filter(([code]) => /^(?:too|quotes)-/.test(code)).map(([code, said]) => [said, code]));

/**
 * What an import reads of a file, cell by cell. The rows go in as people of companies that the book does not have, so that
 * the import gives back each of them as it stood there: all of the way is gone, from the bytes to the book.
 */
export async function cellsOfRun(made: ImportBook, path: string, layout?: LayoutChoice): Promise<CellsOfRun> {
  const inspection = await made.inspect(path, 'people', layout);
  const summary = await made.run(path, { kind: 'people', layout, mapping: { accountName: 0, name: 0 } });
  const found: CellsOfRun = { inspection, headers: inspection.columns.map(({ header }) => header), rows: {}, broken: [] };
  if (summary.leftOut === null) return found;
  const { headers, rows, total } = made.leftOut(summary.leftOut, 1e6);
  if (summary.rowsRejected !== summary.rowsRead || total !== summary.rowsRead) throw new Error(`${total} of ${summary.rowsRead} rows came back`);
  for (const { row, problem, cells } of rows) {
    const code = shapes.get(problem);
    if (code === undefined) found.rows[row] = cells.slice(0, headers.length);
    else found.broken.push([row, code, ...cells]);
  }
  return found;
}
