import type { SheetValue } from './sheet.ts';

/** A table that becomes a file while its rows come. What is held of it is the file, not the rows. */
export interface TableFile {
  /** Adds rows in their order, each a value for every column; giving way in between. */
  add(rows: Iterable<readonly SheetValue[]>): Promise<void>;
  /** @returns the whole file, in pieces */
  end(): Promise<Uint8Array<ArrayBuffer>[]>;
  /** Ends work that is no longer wanted; of no effect on a file that is whole. */
  drop(): void;
}
