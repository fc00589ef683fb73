import { describe, expect, it } from 'vitest';
import { planEvents, type DayToWrite } from '#shared/domain/calendar/plan-events.ts';

const TODAY = '2026-11-23';
const day = (written: string, more: Partial<DayToWrite> = {}): DayToWrite => ({ kind: 'birthday', id: 'p1', day: written, yearly: true, name: '陈立新', account: '恒岳', ...more });
const words = ({ name }: DayToWrite, years: number | null, lunar: string) => ({ title: `${name} ${years ?? ''}`, details: lunar });
const plan = (...days: DayToWrite[]) => planEvents(days, TODAY, words);

describe('events of a calendar file', () => {
  it('of a lunar day are the dates of the next five years, each with a lasting identity', () => {
    const events = plan(day('lunar:1971-10-18'));
    expect(events.map(({ date, details }) => [date, details])).toEqual([
      ['2026-11-26', '十月十八'], ['2027-11-15', '十月十八'], ['2028-12-03', '十月十八'], ['2029-11-23', '十月十八'], ['2030-11-13', '十月十八'],
    ]);
    expect(events[0]).toMatchObject({ uid: 'birthday-p1-202611@ballast', title: '陈立新 55', yearly: false });
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(5);
    expect(planEvents([day('lunar:1971-10-18')], '2027-01-01', words)[0]?.uid).toBe(events[1]?.uid);
  });

  it('of a day without a year are one that comes again, but for 29 February', () => {
    expect(plan(day('--12-03'))).toMatchObject([{ uid: 'birthday-p1@ballast', date: '2026-12-03', yearly: true }]);
    expect(plan(day('--02-29')).map(({ date, yearly }) => [date, yearly])).toEqual([
      ['2027-02-28', false], ['2028-02-29', false], ['2029-02-28', false], ['2030-02-28', false], ['2031-02-28', false],
    ]);
  });

  it('of a day with a year count the years', () => {
    expect(plan(day('2006-12-05')).map(({ title }) => title)).toEqual([20, 21, 22, 23, 24].map((years) => `陈立新 ${years}`));
  });

  it('of what comes once are that day, also when it is over', () => {
    expect(plan(day('2026-11-20', { kind: 'task', yearly: false, id: 't1' }))).toMatchObject([{ uid: 'task-t1@ballast', date: '2026-11-20', yearly: false }]);
  });

  it('stand in the order of their days, and what is no day is left out', () => {
    expect(plan(day('--12-03'), day('never'), day('2026-11-24', { kind: 'review', yearly: false })).map(({ date }) => date)).toEqual(['2026-11-24', '2026-12-03']);
  });
});
