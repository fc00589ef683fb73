import { z } from 'zod';
import { languages } from '#shared/domain/book/model.ts';

/** A calendar quarter such as 2026-Q4. */
export const quarterSchema = z.object({ year: z.number().int().min(1900).max(2200), quarter: z.number().int().min(1).max(4) });
export type Quarter = z.infer<typeof quarterSchema>;

export const reviewRequestSchema = z.object({ accountId: z.string(), period: quarterSchema, language: z.enum(languages) });
export type ReviewRequest = z.infer<typeof reviewRequestSchema>;

/** Days from first to last, both inclusive. */
const span = z.object({ from: z.string(), to: z.string() });
export type DaySpan = z.infer<typeof span>;

/** Money in 1/10,000 of the book currency; margin is null unless every line names its cost. */
const figure = z.object({ amount: z.number().int(), margin: z.number().int().nullable(), orders: z.number().int(), lines: z.number().int() });
export type ReviewFigure = z.infer<typeof figure>;

/** All numbers and words of a review deck, before any layout. */
export const reviewFiguresSchema = z.object({
  account: z.object({ id: z.string(), name: z.string(), alias: z.string().nullable() }),
  period: quarterSchema,
  currency: z.string(),
  /** First and last day counted, inclusive; the last is the as-of date while the quarter runs. */
  from: z.string(),
  to: z.string(),
  unfinished: z.boolean(),
  asOf: z.string(),
  /** The day the figures were read, in the book's zone: next steps are late against it. */
  today: z.string(),
  preparedBy: z.string().nullable(),
  current: figure,
  lastQuarter: figure,
  lastYear: figure,
  /** The days that the two figures before were taken from, cut to the same place in the quarter. */
  comparedWith: z.object({ lastQuarter: span, lastYear: span }),
  /** Months of the quarter so far; `lastQuarter` is the month of the same place in the quarter before. */
  months: z.array(z.object({ month: z.string(), amount: z.number().int(), lastQuarter: z.number().int(), lastYear: z.number().int() })),
  /** The products with the highest amount; name is empty for lines that name none; share of the amount, 0 … 1. */
  products: z.array(z.object({ name: z.string(), amount: z.number().int(), lastYear: z.number().int(), share: z.number(), lines: z.number().int(), linesBefore: z.number().int() })),
  productCount: z.number().int(),
  latestOrderOn: z.string().nullable(),
  /** Newest first; where there are too many, those with decisions before those without. */
  interactions: z.array(z.object({ at: z.number().int(), date: z.string(), kind: z.string(), summary: z.string(), decisions: z.string(), people: z.array(z.string()) })),
  interactionCount: z.number().int(),
  decisionCount: z.number().int(),
  /** Different people of the account that took part. */
  peopleCount: z.number().int(),
  /** Open now, the longest late first, those without a date last. */
  nextSteps: z.array(z.object({ title: z.string(), owner: z.string().nullable(), dueOn: z.string().nullable(), late: z.boolean() })),
  nextStepCount: z.number().int(),
  lateCount: z.number().int(),
  otherCurrencies: z.array(z.object({ currency: z.string(), amount: z.number().int() })),
});
export type ReviewFigures = z.infer<typeof reviewFiguresSchema>;
