import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { accountFieldsSchema, accountSchema } from '#shared/domain/account/model.ts';
import { criteriaSchema } from '#shared/domain/criteria/model.ts';
import { contactSchema } from '#shared/domain/person/model.ts';
import { taskFieldsSchema, taskSchema } from '#shared/domain/task/model.ts';
import { exportEventSchema, exportFormats, exportRun } from './accounts-export.ts';
import { pastMoment, procedure, wholeNumbers } from './base.ts';

export const accountSorts = ['name', 'city', 'revenue', 'margin', 'lastInteraction', 'nextDue', 'externalId', 'industry', 'region', 'country', 'customerSince', 'contractEnd'] as const;

/** What a row can say beyond what every row does: fields of the account, and measures by the name criteria give them. */
export const extraColumns = [
  'externalId', 'industry', 'region', 'postalCode', 'phone', 'website', 'customerSince', 'contractEnd',
  'orders.amount@3m', 'orders.count@12m', 'orders.lastOn', 'orders.daysSinceLast', 'interactions.count@12m', 'tasks.openCount', 'tasks.lateCount',
] as const;
export type ExtraColumn = (typeof extraColumns)[number];

export const accountFilterSchema = z.object({
  /** Part of a name, alias, pinyin, initials or external id. */
  text: z.string().max(200).optional(),
  keyOnly: z.boolean().optional(),
  /** No interaction for more than this many days. */
  quietDays: z.number().int().min(1).max(3650).optional(),
  criteria: criteriaSchema.optional(),
  /** Only these, and all but these: what a person picked by hand. */
  ids: z.array(z.string()).max(20_000).optional(),
  exceptIds: z.array(z.string()).max(20_000).optional(),
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
  months: wholeNumbers,
  lastInteractionAt: z.number().int().nullable(),
  lastInteractionKind: z.string().nullable(),
  nextTaskId: z.string().nullable(),
  nextTask: z.string().nullable(),
  nextDue: z.string().nullable(),
  /** Under the names asked for. */
  extra: z.partialRecord(z.enum(extraColumns), z.union([z.string(), z.number(), z.null()])).optional(),
});
export type AccountRow = z.infer<typeof accountRowSchema>;

const windowInput = z.object({
  filter: accountFilterSchema,
  sort: z.enum(accountSorts),
  descending: z.boolean(),
  /** From the window before; null for the first. */
  cursor: z.string().nullable(),
  limit: z.number().int().min(1).max(500),
  extra: z.array(z.enum(extraColumns)).max(40).optional(),
});

const exportInput = windowInput.pick({ filter: true, sort: true, descending: true }).extend({
  run: exportRun,
  format: z.enum(exportFormats),
  /** The file's name without its ending. */
  title: z.string().min(1).max(100),
  /** Columns of the list in order, headed in the person's language. */
  columns: z.array(z.object({ id: z.string().max(100), header: z.string().max(200) })).min(1).max(100),
});

/** Fields that make sense for many accounts at once. */
const sharedFields = accountFieldsSchema.pick({ industry: true, city: true, region: true, country: true, isKey: true }).partial();

const many = z.object({ stepNo: z.number().int(), count: z.number().int() });

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
  /** How many accounts each filter finds. */
  counts: procedure.input(z.object({ filters: z.array(accountFilterSchema).max(100) })).output(z.array(z.number().int())),
  /** What accounts already say in a text field, the most used first. */
  values: procedure.input(z.object({ field: z.enum(['industry', 'city', 'region', 'country']), text: z.string().max(200), limit: z.number().int().min(1).max(100) })).output(z.array(z.string())),
  /** Sets the same values on all accounts of a filter, in one step. */
  updateMany: procedure.input(z.object({ filter: accountFilterSchema, patch: sharedFields })).output(many),
  /** Adds the same task to all accounts of a filter, in one step. */
  addTasks: procedure.input(taskFieldsSchema.pick({ title: true, dueOn: true }).extend({ filter: accountFilterSchema })).output(many),
  /** Progress, then the name of the file, which `exported` hands over once. Ending the iterator early ends the export. */
  export: procedure.input(exportInput).output(eventIterator(exportEventSchema)),
  exported: procedure.input(z.object({ run: exportRun })).output(z.file()),
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
