import { z } from 'zod';
import { isoDate } from '#shared/domain/account/model.ts';

export const taskFieldsSchema = z.object({
  title: z.string().trim().min(1).max(300),
  dueOn: isoDate.nullable(),
  /** Ours: the colleague who owns it; or the customer's: the person. At most one of the two. */
  colleagueId: z.string().nullable(),
  personId: z.string().nullable(),
});
export type TaskFields = z.infer<typeof taskFieldsSchema>;

export const taskSchema = taskFieldsSchema.extend({
  id: z.string(),
  accountId: z.string(),
  interactionId: z.string().nullable(),
  doneAt: z.number().int().nullable(),
  ownerName: z.string().nullable(),
});
export type Task = z.infer<typeof taskSchema>;
