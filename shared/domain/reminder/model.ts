import { z } from 'zod';

export const reminderKinds = ['birthday', 'founding', 'customerSince', 'milestone', 'quietAccount', 'keepInTouch', 'task', 'review'] as const;

/** `HH:MM` on the wall of the book's time zone. */
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const settingsV1Schema = z.object({
  version: z.literal(1),
  /** What is not told; what a later version adds is told. */
  off: z.array(z.enum(reminderKinds)),
  /** Everything that has a day is told at this time of it. */
  tellAt: wallTime,
  /** Days before a birthday or another day that matters; it is told on the day as well. */
  daysAhead: z.number().int().min(0).max(60),
  /** Days before a review. */
  reviewDays: z.array(z.number().int().min(0).max(60)).max(5),
  /** Days without an interaction after which a key account is told of, unless the account says otherwise. */
  quietDays: z.number().int().min(1).max(999),
  /** Nothing is told from the first until the second; what comes due meanwhile is told at the end. */
  quietHours: z.object({ from: wallTime, to: wallTime }).nullable(),
  /** From how many at once on they are told together. */
  digestFrom: z.number().int().min(2).max(99),
});

/** Every version of the settings that a book may hold. */
export const reminderDocumentSchema = z.discriminatedUnion('version', [settingsV1Schema]);
export const reminderSettingsSchema = settingsV1Schema.omit({ version: true });
export type ReminderSettings = z.infer<typeof reminderSettingsSchema>;

export const defaultReminderSettings: ReminderSettings = {
  off: [], tellAt: '08:30', daysAhead: 7, reviewDays: [10, 5, 2], quietDays: 30, quietHours: { from: '20:00', to: '08:00' }, digestFrom: 4,
};

/** What a reminder says; worded in `resources/locales/<language>/reminders.json` under `say`. */
export const sayings = [
  'birthdayAhead', 'birthdayToday', 'foundingAhead', 'foundingToday', 'customerSinceAhead', 'customerSinceToday', 'milestoneAhead', 'milestoneToday',
  'quietAccount', 'neverMet', 'keepInTouch', 'taskDue', 'taskLate', 'review', 'reviewToday',
] as const;

export const reminderSchema = z.object({
  /** Stands for what is told: the same fact has the same key for ever, a changed one another. */
  key: z.string(),
  /** Key of what it is about, shared by the reminders of one occasion; an answer may be kept under either. */
  subject: z.string(),
  kind: z.enum(reminderKinds),
  say: z.enum(sayings),
  /** ms UTC. */
  dueAt: z.number().int(),
  /** The day it is about. */
  day: z.string(),
  accountId: z.string().nullable(),
  personId: z.string().nullable(),
  /** `name` is the person or the account; `days` lie between being told and the day, or since the last interaction. */
  params: z.object({
    name: z.string(), account: z.string(), title: z.string().optional(), days: z.number().int().optional(), years: z.number().int().nullable().optional(),
  }),
});
export type Reminder = z.infer<typeof reminderSchema>;

/** What was answered, under a reminder's key or its subject. */
export interface ReminderAnswer {
  key: string;
  /** ms UTC; null: done with. */
  snoozedUntil: number | null;
  answeredAt: number;
}
