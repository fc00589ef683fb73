import { z } from 'zod';

/** Formats in which a list leaves the program. */
export const exportFormats = ['csv', 'xlsx'] as const;

/** Made up by the client, so that it can fetch the file of the export it began. */
export const exportRun = z.string().min(1).max(100);

export const exportEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), rows: z.number().int(), total: z.number().int() }),
  z.object({ type: z.literal('done'), rows: z.number().int(), fileName: z.string() }),
]);
export type ExportEvent = z.infer<typeof exportEventSchema>;
