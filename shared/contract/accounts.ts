import { z } from 'zod';
import { accountFieldsSchema, accountSchema } from '#shared/domain/account/model.ts';
import { contactSchema } from '#shared/domain/person/model.ts';
import { taskSchema } from '#shared/domain/task/model.ts';
import { pastMoment, procedure } from './base.ts';

export const accountSorts = ['name', 'city', 'revenue', 'margin', 'lastInteraction', 'nextDue'] as const;

export const accountFilterSchema = z.object({
  /** Part of a name, alias, pinyin, initials or external id. */
  text: z.string().max(200).optional(),
  keyOnly: z.boolean().optional(),
  /** No interaction for more than this many days. */
  quietDays: z.number().int().min(1).max(3650).optional(),
});

/** Money in 1/10,000 of the book currency, over the 12 months that end today. */
export const accountRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  alias: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  isKey: z.boolean(),
  revenue: z.number().int().nullable(),
  revenueBefore: z.number().int().nullable(),
  margin: z.number().int().nullable(),
  /** Revenue of the last 12 calendar months, oldest first, the running one last. */
  months: z.array(z.number().int()),
  lastInteractionAt: z.number().int().nullable(),
  lastInteractionKind: z.string().nullable(),
  nextTaskId: z.string().nullable(),
  nextTask: z.string().nullable(),
  nextDue: z.string().nullable(),
});
export type AccountRow = z.infer<typeof accountRowSchema>;

const windowInput = z.object({
  filter: accountFilterSchema,
  sort: z.enum(accountSorts),
  descending: z.boolean(),
  /** From the window before; null for the first. */
  cursor: z.string().nullable(),
  limit: z.number().int().min(1).max(500),
});

export const accountsContract = {
  window: procedure.input(windowInput).output(z.object({ rows: z.array(accountRowSchema), nextCursor: z.string().nullable() })),
  totals: procedure.input(z.object({ filter: accountFilterSchema })).output(z.object({
    count: z.number().int(),
    all: z.number().int(),
    revenue: z.number().int().nullable(),
    margin: z.number().int().nullable(),
    /** Accounts whose orders name other currencies, not added above. */
    otherCurrencies: z.number().int(),
  })),
  /** The file of one account in one read: header, figures, people, tasks, the latest interactions and orders. */
  file: procedure.input(z.object({ id: z.string(), asOf: pastMoment.optional() })).output(z.object({
    account: accountSchema,
    parentName: z.string().nullable(),
    figures: accountRowSchema,
    orderCount: z.number().int(),
    interactionCount: z.number().int(),
    openTaskCount: z.number().int(),
    contacts: z.array(contactSchema),
    tasks: z.array(taskSchema),
    lately: z.array(z.object({ id: z.string(), kind: z.string(), at: z.number().int(), summary: z.string(), people: z.array(z.string()) })),
    latestOrders: z.array(z.object({ id: z.string(), orderNo: z.string().nullable(), orderedOn: z.string(), currency: z.string(), amount: z.number().int() })),
    otherCurrencies: z.array(z.object({ currency: z.string(), amount: z.number().int() })),
  })),
  create: procedure.input(accountFieldsSchema.partial().required({ name: true })).output(z.object({ id: z.string(), stepNo: z.number().int() })),
  update: procedure.input(z.object({ id: z.string(), patch: accountFieldsSchema.partial() })).output(z.object({ stepNo: z.number().int() })),
};
