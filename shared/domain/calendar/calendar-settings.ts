import { z } from 'zod';
import { assertNever } from '#shared/kernel/assert-never.ts';

const versionOne = z.object({
  version: z.literal(1),
  /** ISO weekdays that are worked, Monday 1 … Sunday 7, in order. */
  week: z.array(z.number().int().min(1).max(7)).min(1).max(7).refine((week) => week.every((day, n) => n === 0 || day > (week[n - 1] ?? 0)), { message: 'week' }),
  /** Whether the holidays of mainland China count, with the days worked in their stead. */
  chineseHolidays: z.boolean(),
});

const anyVersion = z.discriminatedUnion('version', [versionOne]);

/** What a book says of its working days, kept as JSON under the setting `calendar`. */
export const calendarSettingsSchema = versionOne;
export type CalendarSettings = z.infer<typeof versionOne>;

function migrate(settings: z.infer<typeof anyVersion>): CalendarSettings {
  switch (settings.version) {
    case 1: return settings;
    default: return assertNever(settings.version);
  }
}

const CHINESE_ZONES = new Set(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Harbin', 'Asia/Urumqi', 'PRC']);

/**
 * @param kept the setting's text; null, or text of another program: Monday to Friday, and the Chinese holidays where the book's clock is Chinese
 * @param timeZone of the book, IANA name
 */
export function readCalendarSettings(kept: string | null, timeZone: string): CalendarSettings {
  const unset: CalendarSettings = { version: 1, week: [1, 2, 3, 4, 5], chineseHolidays: CHINESE_ZONES.has(timeZone) };
  if (kept === null) return unset;
  try {
    const read = anyVersion.safeParse(JSON.parse(kept));
    return read.success ? migrate(read.data) : unset;
  } catch {
    return unset;
  }
}
