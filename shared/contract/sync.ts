import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { syncProgressSchema } from '#shared/domain/sync/model.ts';
import { procedure } from './base.ts';

export const syncContract = {
  /** Where the book's changes were exchanged last, and when (ms UTC); nulls before the first time. */
  status: procedure.output(z.object({ folder: z.string().nullable(), syncedAt: z.number().int().nullable() })),
  /** Reads what other books have put into a folder and adds what was written here: progress, then the summary. One at a time. */
  run: procedure.input(z.object({ folder: z.string().min(1).max(4_096) })).output(eventIterator(syncProgressSchema)),
  /** Ends the run behind its last whole bundle, so that it hands over its summary. */
  cancel: procedure,
};
