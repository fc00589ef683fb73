import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planReminders } from '#shared/domain/reminder/plan-reminders.ts';
import { snoozeSchema, snoozeTimes, snoozeUntil, type Snooze } from '#shared/domain/reminder/snooze-until.ts';
import { addDays, isoWeekday } from '#shared/kernel/dates.ts';
import { dateInZone, instantInZone, timeInZone } from '#shared/kernel/zoned-time.ts';
import { reminderFacts, reminderRules } from '../../../../builders/reminder-facts.ts';

const HOUR = 3_600_000;
const wall = (at: number, zone: string): string => `${dateInZone(at, zone)} ${timeInZone(at, zone)}`;

function until(snooze: Snooze, now: string, zone = 'Asia/Shanghai', settings: Parameters<typeof reminderRules>[0] = {}): string {
  return wall(snoozeUntil(snooze, instantInZone(now.slice(0, 10), now.slice(11), zone), reminderRules(settings, zone)), zone);
}

describe('until when a reminder is put off', () => {
  // 27 November 2026 is a Friday.
  it.each<[string, Snooze, string, string]>([
    ['three hours on', 'laterToday', '2026-11-27 10:00', '2026-11-27 13:00'],
    ['up to the edge of quiet hours', 'laterToday', '2026-11-27 16:59', '2026-11-27 19:59'],
    ['past quiet hours where three hours would end in them', 'laterToday', '2026-11-27 17:00', '2026-11-28 08:00'],
    ['past the same quiet hours behind midnight', 'laterToday', '2026-11-27 23:30', '2026-11-28 08:00'],
    ['to tomorrow, worked or not', 'tomorrow', '2026-11-27 10:00', '2026-11-28 08:30'],
    ['to tomorrow by the day of the book, shortly before midnight', 'tomorrow', '2026-11-27 23:59', '2026-11-28 08:30'],
    ['over the weekend', 'nextWorkingDay', '2026-11-27 10:00', '2026-11-30 08:30'],
    ['not to the working day itself, however early it is', 'nextWorkingDay', '2026-11-26 00:10', '2026-11-27 08:30'],
    ['to a day', '2027-02-28', '2026-11-27 10:00', '2027-02-28 08:30'],
    ['to today before its time of telling', '2026-11-27', '2026-11-27 07:00', '2026-11-27 08:30'],
    ['to today behind it: at once', '2026-11-27', '2026-11-27 10:00', '2026-11-27 10:00'],
    ['to a day that is over: at once, never before', '2020-01-01', '2026-11-27 10:00', '2026-11-27 10:00'],
  ])('%s', (_what, snooze, now, expected) => expect(until(snooze, now)).toBe(expected));

  it('where there are no quiet hours, into the night', () => {
    expect(until('laterToday', '2026-11-27 22:00', 'Asia/Shanghai', { quietHours: null })).toBe('2026-11-28 01:00');
  });

  it('by the clock on the wall where it is put forward or back overnight', () => {
    // New York: forward on 14 March 2027, back on 7 November 2027.
    expect(until('tomorrow', '2027-03-13 20:00', 'America/New_York')).toBe('2027-03-14 08:30');
    expect(until('tomorrow', '2027-11-06 20:00', 'America/New_York')).toBe('2027-11-07 08:30');
    expect(until('laterToday', '2027-03-13 23:30', 'America/New_York', { quietHours: null })).toBe('2027-03-14 03:30');
  });

  it('is never past, whatever the zone and the moment', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia', 'Asia/Kathmandu', 'America/St_Johns');
    const choices = fc.constantFrom<Snooze>('laterToday', 'tomorrow', 'nextWorkingDay', '2026-12-24', '2027-03-28');
    fc.assert(fc.property(zones, choices, fc.integer({ min: 0, max: 400 * 24 * 60 }), (zone, snooze, minutes) => {
      const now = Date.UTC(2026, 10, 23) + minutes * 60_000;
      const at = snoozeUntil(snooze, now, reminderRules({}, zone));
      expect(at).toBeGreaterThanOrEqual(now);
      if (snooze === 'laterToday') expect(at).toBeGreaterThanOrEqual(now + 3 * HOUR);
      if (snooze === 'nextWorkingDay') expect([isoWeekday(dateInZone(at, zone)) <= 5, dateInZone(at, zone) > dateInZone(now, zone)]).toEqual([true, true]);
    }));
  });

  it.each(['yesterday', '2026-02-30', '', '2026-1-1', 'LATERTODAY'])('is no such thing as %j', (text) => expect(snoozeSchema.safeParse(text).success).toBe(false));
});

describe('what a reminder can be put off to', () => {
  const offered = (now: string, settings: Parameters<typeof reminderRules>[0] = {}) => snoozeTimes(instantInZone(now.slice(0, 10), now.slice(11), 'Asia/Shanghai'), reminderRules(settings))
    .map(({ choice, at }) => `${choice} ${wall(at, 'Asia/Shanghai')}`);

  it('is later today, tomorrow and, before days off, the next working day', () => {
    expect(offered('2026-11-27 10:00')).toEqual(['laterToday 2026-11-27 13:00', 'tomorrow 2026-11-28 08:30', 'nextWorkingDay 2026-11-30 08:30']);
    expect(offered('2026-11-26 10:00')).toEqual(['laterToday 2026-11-26 13:00', 'tomorrow 2026-11-27 08:30']);
  });

  it('is not later today when that is tomorrow', () => {
    expect(offered('2026-11-26 18:00')).toEqual(['tomorrow 2026-11-27 08:30']);
    expect(offered('2026-11-26 22:00', { quietHours: null })).toEqual(['tomorrow 2026-11-27 08:30']);
  });
});

describe('the moment of telling', () => {
  const dueAt = (zone: string, tellAt: string, dueOn: string): string[] => {
    const span = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2028, 0, 1) };
    return planReminders(reminderFacts({ tasks: [{ dueOn }] }), reminderRules({ tellAt }, zone), span).map((reminder) => wall(reminder.dueAt, zone));
  };

  it('is the same on the wall the year round, and once on the day when that hour comes twice', () => {
    expect(dueAt('America/New_York', '08:30', '2027-03-12')).toEqual(['2027-03-12 08:30', '2027-03-15 08:30']);
    expect(dueAt('America/New_York', '01:30', '2027-11-05')).toEqual(['2027-11-05 01:30', '2027-11-08 01:30']);
    expect(dueAt('America/New_York', '01:30', '2027-11-07')[0]).toBe('2027-11-07 01:30');
  });

  it('stays on its day where that hour is left out', () => {
    const [first = ''] = dueAt('America/New_York', '02:30', '2027-03-14');
    expect(first.slice(0, 10)).toBe('2027-03-14');
  });

  it('of a whole year is the sum of its parts, wherever it is cut', () => {
    const facts = reminderFacts({
      people: [{ birthday: 'lunar:1979-06L-15' }, { birthday: '--02-29', keepInTouchDays: 45, lastAt: Date.UTC(2026, 9, 1) }], milestones: [{ onDay: '2019-12-31' }], tasks: [{}, { dueOn: '2027-03-14' }], reviews: [{}],
    });
    fc.assert(fc.property(fc.constantFrom('America/New_York', 'Asia/Shanghai', 'Pacific/Apia'), fc.uniqueArray(fc.integer({ min: 1, max: 8_759 }), { maxLength: 6 }), (zone, cuts) => {
      const rules = reminderRules({ tellAt: '02:30' }, zone);
      const start = instantInZone('2026-11-01', '00:00', zone);
      const edges = [0, ...cuts.toSorted((a, b) => a - b), 8_760].map((hours) => start + hours * HOUR);
      const parts = edges.slice(1).flatMap((to, n) => planReminders(facts, rules, { from: edges[n] ?? start, to }));
      expect(parts).toEqual(planReminders(facts, rules, { from: start, to: edges.at(-1) ?? start }));
      expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
    }), { numRuns: 60 });
  });

  it('of days ahead as long as two months crosses the turn of the year', () => {
    const span = { from: Date.UTC(2026, 10, 1), to: Date.UTC(2027, 1, 1) };
    const [ahead, onDay] = planReminders(reminderFacts({ people: [{ birthday: '--01-15' }] }), reminderRules({ daysAhead: 60 }, 'UTC'), span);
    expect([ahead?.dueAt, ahead?.params.days, onDay?.params.days]).toEqual([instantInZone(addDays('2027-01-15', -60), '08:30', 'UTC'), 60, 0]);
  });
});
