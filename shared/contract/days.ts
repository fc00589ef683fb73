import { z } from 'zod';
import { isoDate } from '#shared/domain/account/model.ts';
import { accountDaySchema, comingSchema } from '#shared/domain/calendar/account-days.ts';
import { procedure } from './base.ts';

const stepped = z.object({ stepNo: z.number().int() });
const milestoneFields = z.object({ title: z.string().trim().min(1).max(200), onDay: isoDate, yearly: z.boolean() });

/** The days that matter at an account. */
export const daysContract = {
  /** Founding, start of business, milestones and birthdays of its people, in the order in which they come. */
  ofAccount: procedure.input(z.object({ accountId: z.string() })).output(z.array(accountDaySchema)),
  /** When a day comes next, as it is being typed; null while it is none. `leap`: its month may be a leap month. */
  next: procedure.input(z.object({ day: z.string().max(30) })).output(z.object({ next: comingSchema.nullable(), leap: z.boolean() })),
  addMilestone: procedure.input(milestoneFields.extend({ accountId: z.string() })).output(stepped.extend({ id: z.string() })),
  updateMilestone: procedure.input(z.object({ id: z.string(), patch: milestoneFields.partial() })).output(stepped),
  removeMilestone: procedure.input(z.object({ id: z.string() })).output(stepped),
};
