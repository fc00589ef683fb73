import { z } from 'zod';
import { firstRowSchema, layoutSchema } from './layout.ts';

export const importKinds = ['accounts', 'people', 'orders'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Field id of the kind → zero-based column of the file. */
export const mappingSchema = z.record(z.string(), z.number().int().min(0));
export type Mapping = z.infer<typeof mappingSchema>;

export const inspectionSchema = z.object({
  file: z.string(),
  kind: z.enum(importKinds),
  columns: z.array(z.object({ index: z.number().int(), header: z.string(), samples: z.array(z.string()) })),
  mapping: mappingSchema,
  fields: z.array(z.object({ id: z.string(), required: z.boolean() })),
  /** Required fields that no column was found for. */
  missing: z.array(z.string()),
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

export const importSummarySchema = z.object({
  kind: z.enum(importKinds),
  file: z.string(),
  dryRun: z.boolean(),
  stepNo: z.number().int().nullable(),
  rowsRead: z.number().int(),
  rowsRejected: z.number().int(),
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
});
export type ImportSummary = z.infer<typeof importSummarySchema>;

export const importProgressSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), rows: z.number().int(), bytes: z.number().int(), totalBytes: z.number().int() }),
  z.object({ type: z.literal('done'), summary: importSummarySchema }),
]);
export type ImportProgress = z.infer<typeof importProgressSchema>;
