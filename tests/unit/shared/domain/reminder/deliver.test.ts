import { describe, expect, it } from 'vitest';
import { deliver } from '#shared/domain/reminder/deliver.ts';
import type { ReminderSettings } from '#shared/domain/reminder/model.ts';
import { migrateReminderSettings } from '#shared/domain/reminder/migrate-settings.ts';
import { defaultReminderSettings } from '#shared/domain/reminder/model.ts';
import { planTellings } from '#shared/domain/reminder/plan-tellings.ts';
import { afterQuietHours } from '#shared/domain/reminder/quiet-hours.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { reminderFacts, reminderRules } from '../../../../builders/reminder-facts.ts';

const at = (day: string, time = '08:30', zone = 'Asia/Shanghai'): number => instantInZone(day, time, zone);

function delivery(dueOn: string[], now: number, { told = [], heardUpTo = 0, ...settings }: Partial<ReminderSettings> & { told?: string[]; heardUpTo?: number } = {}) {
  const rules = reminderRules(settings);
  const facts = reminderFacts({ tasks: dueOn.map((day) => ({ dueOn: day })) });
  const tellings = planTellings(facts, rules, new Map(), { from: at('2026-11-23', '00:00'), to: now + 2 * 86_400_000 });
  return deliver(tellings, (key) => told.includes(key), now, rules, heardUpTo);
}

const keys = ({ show }: ReturnType<typeof deliver>): string[] => show.map(({ key }) => key);

describe('what is due', () => {
  it('is told by itself, and the next one is waited for', () => {
    const now = at('2026-11-24');
    const found = delivery(['2026-11-24', '2026-11-25'], now);
    expect(found).toMatchObject({ show: [{ key: 'task:t1:2026-11-24:due', missed: false }], nextAt: at('2026-11-25'), toldUpTo: now });
  });

  it('is not told again', () => {
    expect(keys(delivery(['2026-11-24'], at('2026-11-24', '09:00'), { told: ['task:t1:2026-11-24:due'] }))).toEqual([]);
  });

  it('is folded when it is many, and keeps its order', () => {
    const days = ['2026-11-26', '2026-11-24', '2026-11-25'];
    const found = delivery(days, at('2026-11-26', '12:00'));
    expect(keys(found)).toEqual(['digest:task:t2:2026-11-24:due']);
    expect(found.show[0]?.tellings.map(({ key }) => key)).toEqual([
      'task:t2:2026-11-24:due', 'task:t2:2026-11-24:late', 'task:t3:2026-11-25:due', 'task:t1:2026-11-26:due', 'task:t3:2026-11-25:late',
    ]);
    expect(delivery(days, at('2026-11-26', '12:00'), { digestFrom: 6 }).show).toHaveLength(5);
  });

  it('is missed when nobody could be told at its time', () => {
    expect(delivery(['2026-11-24'], at('2026-11-24', '08:39')).show).toMatchObject([{ missed: false }]);
    expect(delivery(['2026-11-24'], at('2026-11-24', '08:41')).show).toMatchObject([{ missed: true }]);
  });

  it('is not missed when it was not known at its time, while everything else was told', () => {
    const [now, heardUpTo] = [at('2026-11-24', '11:00'), at('2026-11-24', '10:59')];
    expect(delivery(['2026-11-24'], now, { heardUpTo }).show).toMatchObject([{ key: 'task:t1:2026-11-24:due', missed: false }]);
    expect(delivery(['2026-11-24'], now, { heardUpTo: at('2026-11-24') }).show).toMatchObject([{ missed: true }]);
    // Told on another day, it has to say when it was due.
    expect(delivery(['2026-11-24'], at('2026-11-25', '08:00'), { heardUpTo: at('2026-11-25', '07:59') }).show).toMatchObject([{ missed: true }]);
  });
});

describe('quiet hours', () => {
  const quiet = { tellAt: '06:00', quietHours: { from: '20:00', to: '07:00' } };

  it('hold back what comes due, and are waited for', () => {
    expect(delivery(['2026-11-24'], at('2026-11-24', '06:00'), quiet)).toEqual({ show: [], nextAt: at('2026-11-24', '07:00'), toldUpTo: at('2026-11-24', '06:00') });
    expect(delivery(['2026-11-24'], at('2026-11-24', '05:00'), quiet)).toMatchObject({ show: [], nextAt: at('2026-11-24', '07:00') });
  });

  it('do not make missed what they held back', () => {
    expect(delivery(['2026-11-24'], at('2026-11-24', '07:05'), quiet).show).toMatchObject([{ missed: false }]);
    expect(delivery(['2026-11-24'], at('2026-11-24', '07:15'), quiet).show).toMatchObject([{ missed: true }]);
  });

  const ends = (time: string, hours: { from: string; to: string } | null, day = '2026-11-24', zone = 'Asia/Shanghai') => afterQuietHours(at(day, time, zone), hours, zone);

  it('may pass midnight, or not', () => {
    const night = { from: '22:00', to: '07:00' };
    expect(ends('23:00', night)).toBe(at('2026-11-25', '07:00'));
    expect(ends('06:59', night)).toBe(at('2026-11-24', '07:00'));
    expect(ends('07:00', night)).toBe(at('2026-11-24', '07:00'));
    expect(ends('21:59', night)).toBe(at('2026-11-24', '21:59'));
    const noon = { from: '12:00', to: '13:30' };
    expect(ends('12:00', noon)).toBe(at('2026-11-24', '13:30'));
    expect(ends('13:30', noon)).toBe(at('2026-11-24', '13:30'));
    expect(ends('12:00', null)).toBe(at('2026-11-24', '12:00'));
    expect(ends('12:00', { from: '12:00', to: '12:00' })).toBe(at('2026-11-24', '12:00'));
  });

  it('never end before the moment they are asked at, also when an hour comes twice', () => {
    // New York, 1 November 2026: from 02:00 the clock goes back to 01:00.
    const night = { from: '00:00', to: '01:30' };
    const second = at('2026-11-01', '01:10', 'America/New_York') + 3_600_000;
    expect(afterQuietHours(second, night, 'America/New_York')).toBe(second);
  });
});

describe('settings', () => {
  it('are those that the program comes with until others are kept', () => {
    for (const stored of [null, 7, {}, { version: 99, tellAt: '09:00' }]) expect(migrateReminderSettings(stored)).toEqual(defaultReminderSettings);
  });

  it('are read as they were kept', () => {
    const kept = { ...defaultReminderSettings, tellAt: '09:15', off: ['review'] };
    expect(migrateReminderSettings({ version: 1, ...kept })).toEqual(kept);
    expect(migrateReminderSettings({ version: 1, ...kept, tellAt: '24:00' })).toEqual(defaultReminderSettings);
  });
});
