import { z } from 'zod';

/** Where a complaint points: each part only where it applies. Rows and columns count from 1, as spreadsheets do. */
export const placeSchema = z.object({
  file: z.string().optional(),
  row: z.number().int().optional(),
  column: z.string().optional(),
  field: z.string().optional(),
  path: z.string().optional(),
});

/** Parameters for the wording of an error in the locale files, beside its place. */
const params = z.object({ where: placeSchema.optional(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });

const error = (status: number) => ({ status, data: params });

/**
 * Errors that a person can act on. Each code is worded in `resources/locales/<language>/errors.json`;
 * everything else throws, is logged once and reaches the client as INTERNAL_SERVER_ERROR.
 */
export const errorTable = {
  'no-book': error(409),
  'book-not-found': error(404),
  'book-exists': error(409),
  'book-in-use': error(409),
  'book-damaged': error(422),
  'not-writable': error(403),
  'disk-full': error(507),
  'disk-failed': error(500),
  'book-newer': error(409),
  'book-read-only': error(409),
  'not-a-book': error(422),
  'network-share': error(422),
  'synced-folder': error(422),
  'runtime-too-old': error(500),
  'backup-not-found': error(404),
  'backup-failed': error(500),
  'not-found': error(404),
  'invalid-value': error(422),
  'reports-to-cycle': error(422),
  'account-parent-cycle': error(422),
  'merge-with-itself': error(422),
  'nothing-to-undo': error(409),
  'nothing-to-redo': error(409),
  'step-not-found': error(404),
  'step-open': error(409),
  'file-not-found': error(404),
  'file-not-readable': error(422),
  'file-empty': error(422),
  'file-too-large': error(413),
  'file-damaged': error(422),
  'file-locked': error(422),
  'file-other-workbook': error(422),
  'file-not-table': error(422),
  'archive-too-large': error(422),
  'sheet-not-found': error(404),
  'encoding-not-supported': error(422),
  'mapping-incomplete': error(422),
  'import-failed': error(422),
  'sync-folder-not-found': error(404),
  'sync-other-group': error(409),
  'sync-running': error(409),
  'query-not-read-only': error(422),
  'query-failed': error(422),
  'quarter-not-begun': error(422),
  'pdf-no-browser': error(422),
  'pdf-failed': error(500),
  'logo-not-picture': error(422),
  'logo-too-large': error(413),
  'review-frozen': error(409),
  'calendar-not-written': error(403),
} as const;

export type ErrorCode = keyof typeof errorTable;
export type ErrorData = z.infer<typeof params>;
