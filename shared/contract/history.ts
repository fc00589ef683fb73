import { z } from 'zod';
import { fieldChangeSchema, fieldHistorySchema, stepSchema, undoPreviewSchema } from '#shared/domain/history/model.ts';
import { procedure } from './base.ts';

const done = z.object({ step: stepSchema, undone: stepSchema.nullable(), revertCount: z.number().int(), keptCount: z.number().int() });

export const historyContract = {
  /** What Ctrl+Z and Ctrl+Shift+Z would take. */
  state: procedure.output(z.object({ undo: stepSchema.nullable(), redo: stepSchema.nullable() })),
  /** Newest first; `before` is a step number. */
  steps: procedure.input(z.object({ accountId: z.string().optional(), before: z.number().int().nullable(), limit: z.number().int().min(1).max(200) }))
    .output(z.array(stepSchema)),
  changes: procedure.input(z.object({ no: z.number().int(), limit: z.number().int().min(1).max(1000) })).output(z.array(fieldChangeSchema)),
  fields: procedure.input(z.object({ key: z.string() })).output(z.array(fieldHistorySchema)),
  preview: procedure.input(z.object({ no: z.number().int() })).output(undoPreviewSchema),
  /** Without a number, the user's own last step. */
  undo: procedure.input(z.object({ no: z.number().int().optional() })).output(done),
  redo: procedure.output(done),
};
