import { describe, expect, it } from 'vitest';
import { calendarSettingsSchema, readCalendarSettings } from '#shared/domain/calendar/calendar-settings.ts';

describe('how a book counts working days', () => {
  it('is Monday to Friday until somebody says otherwise, with the Chinese holidays where the clock is Chinese', () => {
    expect(readCalendarSettings(null, 'Asia/Shanghai')).toEqual({ version: 1, week: [1, 2, 3, 4, 5], chineseHolidays: true });
    expect(readCalendarSettings(null, 'Europe/Berlin')).toEqual({ version: 1, week: [1, 2, 3, 4, 5], chineseHolidays: false });
  });

  it('is read as it was kept', () => {
    expect(readCalendarSettings('{"version":1,"week":[1,6],"chineseHolidays":false}', 'Asia/Shanghai')).toEqual({ version: 1, week: [1, 6], chineseHolidays: false });
  });

  it.each(['', '{', '{"version":2}', '{"version":1,"week":[],"chineseHolidays":true}'])('falls back from %s', (kept) => {
    expect(readCalendarSettings(kept, 'UTC')).toEqual({ version: 1, week: [1, 2, 3, 4, 5], chineseHolidays: false });
  });

  it.each([[[]], [[5, 1]], [[1, 1]], [[0]], [[8]]])('refuses the week %j', (week) => {
    expect(calendarSettingsSchema.safeParse({ version: 1, week, chineseHolidays: true }).success).toBe(false);
  });
});
