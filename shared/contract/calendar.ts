import { z } from 'zod';
import { isoDate } from '#shared/domain/account/model.ts';
import { calendarSettingsSchema } from '#shared/domain/calendar/calendar-settings.ts';
import { procedure } from './base.ts';

const stepped = z.object({ stepNo: z.number().int() });

/** Days that differ from the week; `own`: brought into the book, the others come with the program. */
const exceptionSchema = z.object({ date: z.string(), working: z.boolean(), name: z.string(), own: z.boolean() });
export type CalendarException = z.infer<typeof exceptionSchema>;

const dayProblemSchema = z.object({ line: z.number().int(), code: z.enum(['date-invalid', 'working-invalid', 'repeated']), value: z.string() });

const feedSchema = z.object({
  on: z.boolean(),
  /** Where the file lies, or would. */
  path: z.string(),
  /** ms UTC; null while there is none. */
  writtenAt: z.number().int().nullable(),
});

/** The working days of the book, and its days as files for calendars. */
export const calendarContract = {
  /** The exceptions of this year and the next. `unknownYears`: those of them for which no Chinese holidays are known, so that they go by the week. */
  read: procedure.output(z.object({ settings: calendarSettingsSchema, exceptions: z.array(exceptionSchema), unknownYears: z.array(z.number().int()) })),
  save: procedure.input(calendarSettingsSchema.pick({ week: true, chineseHolidays: true }).partial()).output(stepped),
  setDay: procedure.input(z.object({ date: isoDate, working: z.boolean(), name: z.string().trim().max(100) })).output(stepped),
  removeDay: procedure.input(z.object({ date: isoDate })).output(stepped),
  /** Takes the days of a chosen CSV, JSON or ICS file into the book, as one step; step 0 when nothing was new. The first 100 problems. */
  importDays: procedure.input(z.object({ file: z.string() })).output(stepped.extend({ taken: z.number().int(), problems: z.array(dayProblemSchema) })),
  /** Anniversaries, open tasks with a day, and reviews as a calendar file. */
  file: procedure.output(z.file()),
  /** The same as a file that is kept up to date on this computer. */
  feed: procedure.output(feedSchema),
  setFeed: procedure.input(z.object({ on: z.boolean() })).output(feedSchema),
};
