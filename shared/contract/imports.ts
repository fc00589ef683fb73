import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { importKinds, importProgressSchema, inspectionSchema, mappingSchema } from '#shared/domain/import/model.ts';
import { procedure } from './base.ts';

export const importsContract = {
  /** Reads the head of a chosen file and proposes which column is what. */
  inspect: procedure.input(z.object({ file: z.string(), kind: z.enum(importKinds).optional() })).output(inspectionSchema),
  /** Progress, then the summary; ending the iterator early cancels and keeps whole batches. */
  run: procedure.input(z.object({ file: z.string(), kind: z.enum(importKinds), mapping: mappingSchema, dryRun: z.boolean() }))
    .output(eventIterator(importProgressSchema)),
};
