import { z } from 'zod';

/** The lists of the page, the most pressing first. Late: a task whose day has passed. At risk: an account that has been quiet too long. */
export const todaySections = ['late', 'due', 'atRisk', 'withoutNextStep', 'hearFromUs'] as const;
export type TodaySection = (typeof todaySections)[number];

const isoDate = z.string().length(10);
const instant = z.number().int();
/** `key` names what an answer hides; see `reminder_answer`. */
const row = z.object({ key: z.string(), accountId: z.string(), accountName: z.string() });

/** `days`: by how many it is late. The owner is said unless it is the keeper of the book. */
const taskRow = row.extend({
  kind: z.literal('task'), taskId: z.string(), title: z.string(), dueOn: isoDate, days: z.number().int(),
  ownerName: z.string().nullable(), ownerSide: z.enum(['ours', 'theirs']).nullable(),
});

/** `days` without an interaction, `limit` of them allowed; `lastAt` null: there never was one, and the days count from when the account was added. */
const quietRow = row.extend({ kind: z.literal('quiet'), lastAt: instant.nullable(), days: z.number().int(), limit: z.number().int(), peopleDue: z.number().int() });

const nextStepRow = row.extend({ kind: z.literal('nextStep'), interactionId: z.string(), interactionKind: z.string(), summary: z.string(), at: instant });

const keepInTouchRow = row.extend({
  kind: z.literal('keepInTouch'), personId: z.string(), personName: z.string(), personTitle: z.string().nullable(),
  lastAt: instant.nullable(), days: z.number().int(), limit: z.number().int(),
});

export const todayRowSchema = z.discriminatedUnion('kind', [taskRow, quietRow, nextStepRow, keepInTouchRow]);
export type TodayRow = z.infer<typeof todayRowSchema>;
export type TodayRowOf<K extends TodayRow['kind']> = Extract<TodayRow, { kind: K }>;

/** `lunar`: the day's name in the Chinese calendar when it is kept by that one. `years` is null where the first year is not known. */
export const anniversaryRowSchema = row.extend({
  kind: z.enum(['birthday', 'founding', 'customerSince', 'milestone']), date: isoDate, lunar: z.string().nullable(), years: z.number().int().nullable(),
  person: z.object({ id: z.string(), name: z.string(), title: z.string().nullable() }).nullable(), title: z.string().nullable(),
});
export type AnniversaryRow = z.infer<typeof anniversaryRowSchema>;

export const reviewRowSchema = z.object({
  id: z.string(), accountId: z.string(), accountName: z.string(), year: z.number().int(), quarter: z.number().int(), heldOn: isoDate, inDays: z.number().int(),
});
export type ReviewRow = z.infer<typeof reviewRowSchema>;

export const snoozeChoices = ['later', 'tomorrow', 'nextWeek'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

const listOf = <T extends z.ZodType>(rows: T) => z.object({ count: z.number().int(), rows: z.array(rows) });

/** The whole page. Lists hold the first rows only and count all. */
export const todayPageSchema = z.object({
  day: isoDate,
  /** ISO 8601. */
  week: z.number().int(),
  /** 十月十五 */
  lunarDay: z.string(),
  /** False in a new book. */
  hasAccounts: z.boolean(),
  sections: z.array(listOf(todayRowSchema).extend({ section: z.enum(todaySections) })),
  anniversaries: listOf(anniversaryRowSchema),
  reviews: listOf(reviewRowSchema),
  /** The task that is due first after today. */
  nextUp: z.object({ accountId: z.string(), accountName: z.string(), title: z.string(), dueOn: isoDate }).nullable(),
  /** What a row can be put off to now, and when that is. */
  snooze: z.array(z.object({ choice: z.enum(snoozeChoices), at: instant })),
  /** After so many milliseconds the page is another by itself: a new day, or something put off that is back. */
  changesInMs: z.number().int(),
});
export type TodayPage = z.infer<typeof todayPageSchema>;
