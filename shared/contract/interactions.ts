import { z } from 'zod';
import { interactionSchema, logInteractionSchema } from '#shared/domain/interaction/model.ts';
import { taskFieldsSchema, taskSchema } from '#shared/domain/task/model.ts';
import { procedure } from './base.ts';

const stepped = z.object({ stepNo: z.number().int() });

export const interactionsContract = {
  log: procedure.input(logInteractionSchema).output(z.object({ id: z.string(), taskIds: z.array(z.string()), stepNo: z.number().int() })),
  get: procedure.input(z.object({ id: z.string() })).output(interactionSchema),
  remove: procedure.input(z.object({ id: z.string() })).output(stepped),
  /** The half-written form of `key`, as the client left it; null when there is none. */
  draft: procedure.input(z.object({ key: z.string().max(100) })).output(z.object({ value: z.string(), savedAt: z.number().int() }).nullable()),
  saveDraft: procedure.input(z.object({ key: z.string().max(100), value: z.string().max(500_000) })).output(z.object({ savedAt: z.number().int() })),
  dropDraft: procedure.input(z.object({ key: z.string().max(100) })),
};

export const tasksContract = {
  open: procedure.input(z.object({ accountId: z.string() })).output(z.array(taskSchema)),
  create: procedure.input(taskFieldsSchema.extend({ accountId: z.string() })).output(z.object({ id: z.string(), stepNo: z.number().int() })),
  update: procedure.input(z.object({ id: z.string(), patch: taskFieldsSchema.partial() })).output(stepped),
  setDone: procedure.input(z.object({ id: z.string(), done: z.boolean() })).output(stepped),
};
