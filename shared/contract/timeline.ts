import { z } from 'zod';
import { orderLineSchema } from '#shared/domain/order/model.ts';
import { procedure } from './base.ts';

export const timelineKinds = ['interaction', 'order', 'task'] as const;

export const timelineRowSchema = z.object({
  kind: z.enum(timelineKinds),
  id: z.string(),
  /** Instant in ms UTC for interactions and done tasks; start of the day in the book's zone for orders. */
  at: z.number().int(),
  title: z.string(),
  /** Kind of interaction, or `done` / `open` of a task. */
  state: z.string().nullable(),
  people: z.array(z.string()),
  amount: z.number().int().nullable(),
  currency: z.string().nullable(),
  lines: z.number().int().nullable(),
});
export type TimelineRow = z.infer<typeof timelineRowSchema>;

export const timelineContract = {
  /** Newest first. */
  window: procedure.input(z.object({
    accountId: z.string(),
    kinds: z.array(z.enum(timelineKinds)).min(1),
    cursor: z.string().nullable(),
    limit: z.number().int().min(1).max(200),
  })).output(z.object({ rows: z.array(timelineRowSchema), nextCursor: z.string().nullable() })),
};

const dayRange = z.object({ from: z.string(), to: z.string() });

const monthFigure = z.object({
  month: z.string(),
  /** The days counted, and those of the year before: `rows` of them adds up to the figures. */
  days: dayRange,
  daysBefore: dayRange,
  amount: z.number().int(),
  margin: z.number().int().nullable(),
  amountBefore: z.number().int(),
  marginBefore: z.number().int().nullable(),
  lines: z.number().int(),
});

export const businessContract = {
  /** Twelve months to the month of `until` against the same months a year before; money in 1/10,000. */
  months: procedure.input(z.object({ accountId: z.string(), until: z.string().optional() })).output(z.object({
    currency: z.string(),
    until: z.string(),
    /** Last day counted of an unfinished last month; null when it is over. */
    unfinishedTo: z.string().nullable(),
    /** The latest order's date, so that a view of old data can be offered; null without orders. */
    latestOrderOn: z.string().nullable(),
    months: z.array(monthFigure),
    /** The ten products with the most revenue; `productId` is null for the lines that name none. */
    products: z.array(z.object({ productId: z.string().nullable(), name: z.string(), amount: z.number().int(), amountBefore: z.number().int(), lines: z.number().int() })),
    /** All other products together; null when there are none. */
    rest: z.object({ products: z.number().int(), amount: z.number().int(), amountBefore: z.number().int(), lines: z.number().int() }).nullable(),
    otherCurrencies: z.array(z.object({ currency: z.string(), amount: z.number().int() })),
  })),
  /** The order lines behind a number: dates inclusive, in one currency (the book's, or that of the order named), newest first. */
  rows: procedure.input(z.object({
    accountId: z.string(),
    from: z.string(),
    to: z.string(),
    productId: z.string().nullable().optional(),
    /** Leaves these products out, to open what is grouped as the rest. */
    exceptProductIds: z.array(z.string().nullable()).max(100).optional(),
    orderId: z.string().optional(),
    currency: z.string().optional(),
    limit: z.number().int().min(1).max(1000).default(500),
  })).output(z.object({
    rows: z.array(orderLineSchema),
    currency: z.string(),
    /** Of all rows, also those beyond the limit; the cost is null when one of them has none. */
    count: z.number().int(),
    amount: z.number().int(),
    cost: z.number().int().nullable(),
  })),
};
