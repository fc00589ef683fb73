import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { layoutChoiceSchema } from '#shared/domain/import/layout.ts';
import { importKinds, importProgressSchema, inspectionSchema, mappingSchema } from '#shared/domain/import/model.ts';
import { procedure } from './base.ts';

/** Made up by the client, so that it can cancel what it began. */
const runId = z.string().min(1).max(100);

export const importsContract = {
  /** Reads the head of a chosen file and proposes how it is read, as far as that is not settled, and which column is what. */
  inspect: procedure.input(z.object({ file: z.string(), kind: z.enum(importKinds).optional(), layout: layoutChoiceSchema.optional() })).output(inspectionSchema),
  /** Progress, then the summary. Ending the iterator early ends the import as well and keeps whole batches, but its summary is lost. */
  run: procedure.input(z.object({ run: runId.optional(), file: z.string(), kind: z.enum(importKinds), mapping: mappingSchema, dryRun: z.boolean(), layout: layoutChoiceSchema.optional() }))
    .output(eventIterator(importProgressSchema)),
  /** Ends a run behind its last whole batch, so that it hands over its summary. A run that is over stays as it is. */
  cancel: procedure.input(z.object({ run: runId })),
};
