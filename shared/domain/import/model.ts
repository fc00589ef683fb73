import { z } from 'zod';
import { importChoicesSchema } from './choices.ts';
import { firstRowSchema, layoutSchema } from './layout.ts';

/** In the order in which they are best imported, since each names the ones before. */
export const importKinds = ['colleagues', 'accounts', 'people', 'products', 'orders', 'orderHeads', 'orderLines', 'interactions'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Field id of the kind → zero-based column of the file. */
export const mappingSchema = z.record(z.string(), z.number().int().min(0));
export type Mapping = z.infer<typeof mappingSchema>;

export const inspectionSchema = z.object({
  file: z.string(),
  kind: z.enum(importKinds),
  columns: z.array(z.object({ index: z.number().int(), header: z.string(), samples: z.array(z.string()), /** All values of its first rows, where they are few. */ values: z.array(z.string()) })),
  mapping: mappingSchema,
  fields: z.array(z.object({ id: z.string(), required: z.boolean() })),
  /** Required fields that no column was found for. */
  missing: z.array(z.string()),
  /** How its cells are best read, as far as the first rows tell; of a file of known columns, as it was chosen the last time. */
  choices: importChoicesSchema,
  /** The columns were matched by a person when a file like this was imported before. */
  remembered: z.boolean(),
  /** How the file was read; given back to a run, so that it reads the same. */
  layout: layoutSchema,
  /** Names of the sheets of a workbook, hidden ones last; empty for other files. */
  sheets: z.array(z.string()),
  firstRows: z.array(firstRowSchema),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** One thing wrong with one row. Rows count as in the file, the header being row 1. */
export const rowProblemSchema = z.object({
  row: z.number().int(),
  column: z.string().nullable(),
  code: z.string(),
  value: z.string().nullable(),
});
export type RowProblem = z.infer<typeof rowProblemSchema>;

/** A name of the file that an account of the book resembles without being surely it. */
export const doubtfulNameSchema = z.object({
  name: z.string(),
  /** The first row that says it. */
  row: z.number().int(),
  candidates: z.array(z.object({ id: z.string(), name: z.string(), city: z.string().nullable(), externalId: z.string().nullable() })),
});
export type DoubtfulName = z.infer<typeof doubtfulNameSchema>;

export const importSummarySchema = z.object({
  kind: z.enum(importKinds),
  file: z.string(),
  dryRun: z.boolean(),
  stepNo: z.number().int().nullable(),
  rowsRead: z.number().int(),
  rowsRejected: z.number().int(),
  /** Rows that were taken without one of their values, such as a parent that nobody knows. */
  rowsIncomplete: z.number().int(),
  /** Rows that the person wanted left out. */
  rowsSkipped: z.number().int(),
  cancelled: z.boolean(),
  /** Records by table and fate, such as `account: { created: 93, updated: 0, same: 0, removed: 0 }`. */
  tables: z.record(z.string(), z.object({
    created: z.number().int(),
    updated: z.number().int(),
    same: z.number().int(),
    /** Lines that an order had and the file's version of it no longer has. */
    removed: z.number().int(),
  })),
  /** The first 1,000 problems; `rowsRejected` counts all rejected rows. */
  problems: z.array(rowProblemSchema),
  /** Names that may or may not be an account of the book; the first 200. */
  doubtful: z.array(doubtfulNameSchema),
  /** Where the rows that were left out are kept; null when there are none, or after a trial. */
  leftOut: z.string().nullable(),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;

/** Rows of one import that were left out, kept in the book to be mended. `at` in ms UTC. */
export const leftOutFileSchema = z.object({ id: z.string(), file: z.string(), kind: z.enum(importKinds), at: z.number().int(), rows: z.number().int() });
export type LeftOutFile = z.infer<typeof leftOutFileSchema>;

/** Rows as they stand in their file; a row without a problem belongs to an order of which another row was left out. */
export const leftOutRowsSchema = z.object({
  file: z.string(),
  kind: z.enum(importKinds),
  headers: z.array(z.string()),
  total: z.number().int(),
  rows: z.array(z.object({ row: z.number().int(), problem: z.string(), cells: z.array(z.string()) })),
});
export type LeftOutRows = z.infer<typeof leftOutRowsSchema>;

export const importProgressSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), rows: z.number().int(), bytes: z.number().int(), totalBytes: z.number().int() }),
  z.object({ type: z.literal('done'), summary: importSummarySchema }),
]);
export type ImportProgress = z.infer<typeof importProgressSchema>;
