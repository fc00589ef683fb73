import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { reminderSchema, reminderSettingsSchema } from '#shared/domain/reminder/model.ts';
import { snoozeChoices, snoozeSchema } from '#shared/domain/reminder/snooze-until.ts';
import { procedure } from './base.ts';

const stepped = z.object({ stepNo: z.number().int() });

/** A notification in the program's language; the same key takes the place of the first. */
export const noticeSchema = z.object({
  key: z.string(),
  title: z.string(),
  body: z.string(),
  accountId: z.string().nullable(),
  actions: z.object({ done: z.string(), snooze: z.string() }).nullable(),
});

/** What a page is asked to do: show a notice and say so by `told`, take one away, or go to an account (null: to what is due). */
const pageEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('show'), notice: noticeSchema }),
  z.object({ type: z.literal('clear'), key: z.string() }),
  z.object({ type: z.literal('open'), accountId: z.string().nullable() }),
]);

export const remindersContract = {
  /** What is to be told in the next days, in order; what was put off stands at its new moment. */
  upcoming: procedure.input(z.object({ days: z.number().int().min(1).max(400) })).output(z.array(reminderSchema.extend({ snoozed: z.boolean() }))),
  settings: procedure.output(reminderSettingsSchema.extend({ tells: z.enum(['system', 'page']) })),
  /** One undoable step; 0 when nothing was different. */
  saveSettings: procedure.input(reminderSettingsSchema.partial()).output(stepped),
  /** Answers reminders under their keys or subjects, as one undoable step. Done with a task's reminder means that the task is done. */
  answer: procedure.input(z.object({
    key: z.string().max(300),
    answer: z.discriminatedUnion('type', [z.object({ type: z.literal('done') }), z.object({ type: z.literal('snooze'), until: snoozeSchema })]),
  })).output(stepped),
  /** To what a reminder can be put off now, and when that is, ms UTC. */
  snoozes: procedure.output(z.array(z.object({ choice: z.enum(snoozeChoices), at: z.number().int() }))),
  /** What came due while nobody could be told, in its order, as far as it is not answered; ms UTC. Null when nothing of the last days did. */
  missed: procedure.output(z.object({ from: z.number().int(), to: z.number().int(), reminders: z.array(reminderSchema) }).nullable()),
  /** Shows a notification at once. */
  test: procedure.output(z.object({ shown: z.boolean() })),
  /** One stream for the page that leads among those that are open. */
  watch: procedure.output(eventIterator(pageEventSchema)),
  /** The page has shown a notice. */
  told: procedure.input(z.object({ key: z.string() })),
};

export type PageEvent = z.infer<typeof pageEventSchema>;
