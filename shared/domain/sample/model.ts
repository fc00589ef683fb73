import { z } from 'zod';
import { isoDate } from '#shared/domain/account/model.ts';
import { bookStatusSchema, newBookSchema } from '#shared/domain/book/model.ts';

/** What may be said of a sample book; the rest is of the story. */
export const newSampleSchema = newBookSchema.partial({ owner: true, currency: true }).extend({
  seed: z.number().int().min(0).max(2_147_483_647).optional(),
  /** The day on which the book is alive; the clock's unless told. */
  today: isoDate.optional(),
});
export type NewSample = z.infer<typeof newSampleSchema>;

/** Rows written so far, then the book that was opened; null when it was cancelled and nothing is left of it. */
export const sampleProgressSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), rows: z.number().int(), totalRows: z.number().int() }),
  z.object({ type: z.literal('done'), book: bookStatusSchema.nullable() }),
]);
export type SampleProgress = z.infer<typeof sampleProgressSchema>;
