import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { languages } from '#shared/domain/book/model.ts';
import { importChoicesSchema } from '#shared/domain/import/choices.ts';
import { layoutChoiceSchema } from '#shared/domain/import/layout.ts';
import { importKinds, importProgressSchema, inspectionSchema, leftOutFileSchema, leftOutRowsSchema, mappingSchema } from '#shared/domain/import/model.ts';
import { procedure } from './base.ts';

/** Made up by the client, so that it can cancel what it began. */
const runId = z.string().min(1).max(100);

export const importsContract = {
  /** Reads the head of a chosen file and proposes how it is read, as far as that is not settled, and which column is what. */
  inspect: procedure.input(z.object({ file: z.string(), kind: z.enum(importKinds).optional(), layout: layoutChoiceSchema.optional() })).output(inspectionSchema),
  /** Progress, then the summary. Ending the iterator early ends the import as well and keeps whole batches, but its summary is lost. */
  run: procedure.input(z.object({
    run: runId.optional(), file: z.string(), kind: z.enum(importKinds), mapping: mappingSchema, choices: importChoicesSchema.partial().optional(),
    dryRun: z.boolean(), layout: layoutChoiceSchema.optional(), language: z.enum(languages).default('en'),
  })).output(eventIterator(importProgressSchema)),
  /** Ends a run behind its last whole batch, so that it hands over its summary. A run that is over stays as it is. */
  cancel: procedure.input(z.object({ run: runId })),
  /** The screen of these files was left: what was made of them is dropped, and made anew should they be asked for again. */
  release: procedure.input(z.object({ files: z.array(z.string()).max(10_000) })),
  /** Imports of which rows were left out, newest first. */
  leftOuts: procedure.output(z.array(leftOutFileSchema)),
  leftOutRows: procedure.input(z.object({ id: z.string(), limit: z.number().int().min(1).max(1_000) })).output(leftOutRowsSchema),
  /** The rows as a CSV file with what is wrong, to mend elsewhere. */
  leftOutFile: procedure.input(z.object({ id: z.string() })).output(z.file()),
  dropLeftOut: procedure.input(z.object({ id: z.string() })),
};
