import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeAnniversary, parseAnniversary } from '#shared/domain/calendar/anniversary.ts';
import { planEvents } from '#shared/domain/calendar/plan-events.ts';
import { planReminders } from '#shared/domain/reminder/plan-reminders.ts';
import { comingDays, STRIP_DAYS } from '#shared/domain/today/coming-days.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { reminderFacts, reminderRules } from '../../../../builders/reminder-facts.ts';

const ZONE = 'Asia/Shanghai';
const twoDigits = (max: number) => fc.integer({ min: 1, max }).map((n) => String(n).padStart(2, '0'));
const year = fc.oneof(fc.constant('-'), fc.integer({ min: 1930, max: 2020 }).map(String));
const texts = fc.oneof(
  fc.tuple(year, twoDigits(12), twoDigits(31)).map(([y, m, d]) => `${y}-${m}-${d}`),
  fc.tuple(year, twoDigits(12), fc.constantFrom('', 'L'), twoDigits(30)).map(([y, m, leap, d]) => `lunar:${y}-${m}${leap}-${d}`),
).filter((text) => parseAnniversary(text) !== null);
const days = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays('2024-01-01', n));

/** The birthdays that are told on their day over the days of the strip, with the years. */
function told(birthday: string, today: string): { date: string; years: number | null | undefined }[] {
  const span = { from: instantInZone(today, '00:00', ZONE), to: instantInZone(addDays(today, STRIP_DAYS), '00:00', ZONE) };
  return planReminders(reminderFacts({ people: [{ birthday }] }), reminderRules({ daysAhead: 0 }, ZONE), span).map(({ day, params }) => ({ date: day, years: params.years }));
}

describe('a birthday', () => {
  it('is told on the days on which the page shows it, and on no other', () => {
    fc.assert(fc.property(texts, days, (text, today) => {
      const shown = comingDays(today).read(text);
      expect(told(text, today)).toEqual(shown ? [{ date: shown.date, years: shown.years }] : []);
    }), { numRuns: 150 });
  });

  it('that the page shows is found by how its text ends', () => {
    fc.assert(fc.property(texts, days, (text, today) => {
      const { read, endings } = comingDays(today);
      if (read(text)) expect(endings).toContain(text.slice(-5));
    }), { numRuns: 300 });
  });

  it('stands in the calendar file on the day on which it is told', () => {
    fc.assert(fc.property(texts, days, (birthday, today) => {
      const [first] = planEvents([{ kind: 'birthday', id: 'p', day: birthday, yearly: true, name: 'P', account: 'A' }], today, (_, years) => ({ title: String(years), details: '' }));
      const [next] = told(birthday, today);
      if (next) expect([first?.date, first?.title]).toEqual([next.date, String(next.years ?? null)]);
      else expect(first?.date.localeCompare(addDays(today, STRIP_DAYS))).toBeGreaterThanOrEqual(0);
    }), { numRuns: 150 });
  });

  it('is written as it was read', () => {
    fc.assert(fc.property(texts, (text) => {
      const read = parseAnniversary(text);
      expect(read && writeAnniversary(read)).toBe(text);
    }));
  });
});
