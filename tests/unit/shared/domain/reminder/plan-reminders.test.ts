import { describe, expect, it } from 'vitest';
import type { ReminderFacts } from '#shared/domain/reminder/facts.ts';
import type { ReminderSettings } from '#shared/domain/reminder/model.ts';
import { planReminders } from '#shared/domain/reminder/plan-reminders.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { reminderFacts, reminderRules } from '../../../../builders/reminder-facts.ts';

const shanghai = (text: string): number => instantInZone(text.slice(0, 10), text.slice(11) || '00:00', 'Asia/Shanghai');
const span = (from: string, to: string) => ({ from: shanghai(from), to: shanghai(to) });
const wall = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function told(facts: Parameters<typeof reminderFacts>[0], from: string, to: string, settings: Partial<ReminderSettings> = {}): string[] {
  return planReminders(reminderFacts(facts), reminderRules(settings), span(from, to)).map(({ dueAt, key }) => `${wall(dueAt)} ${key}`);
}

describe('days that come again', () => {
  it('tells of a birthday some days ahead and on the day, with the years when they are known', () => {
    const facts = reminderFacts({ people: [{ birthday: '1985-12-03' }, { birthday: '--12-04' }] });
    const found = planReminders(facts, reminderRules(), span('2026-11-23', '2026-12-31'));
    expect(found.map(({ key, say, dueAt, params }) => [wall(dueAt), key, say, params.days, params.years])).toEqual([
      ['2026-11-26 08:30', 'birthday:p1:2026-12-03:7', 'birthdayAhead', 7, 41],
      ['2026-11-27 08:30', 'birthday:p2:2026-12-04:7', 'birthdayAhead', 7, null],
      ['2026-12-03 08:30', 'birthday:p1:2026-12-03:0', 'birthdayToday', 0, 41],
      ['2026-12-04 08:30', 'birthday:p2:2026-12-04:0', 'birthdayToday', 0, null],
    ]);
  });

  it('tells of a lunar birthday on its day of the year', () => {
    // 十月十五 of 2026 is 23 November.
    expect(told({ people: [{ birthday: 'lunar:1979-10-15' }] }, '2026-11-01', '2027-01-31')).toEqual([
      '2026-11-16 08:30 birthday:p1:2026-11-23:7', '2026-11-23 08:30 birthday:p1:2026-11-23:0',
    ]);
  });

  it('tells once where nothing is told ahead', () => {
    expect(told({ people: [{ birthday: '--12-03' }] }, '2026-11-01', '2027-01-31', { daysAhead: 0 })).toEqual(['2026-12-03 08:30 birthday:p1:2026-12-03:0']);
  });

  it('keeps founding days and years as a customer, not the day itself', () => {
    const accounts = [{ foundedOn: '2006-05-20', customerSince: '2021-06-01' }, { customerSince: '2026-06-02' }];
    expect(told({ accounts }, '2026-05-15', '2026-07-01', { daysAhead: 0 })).toEqual([
      '2026-05-20 08:30 founding:a1:2026-05-20:0', '2026-06-01 08:30 customerSince:a1:2026-06-01:0',
    ]);
  });

  it('tells of a milestone that lies ahead, and again only where it is yearly', () => {
    const milestones = [{ onDay: '2026-12-01', yearly: false }, { onDay: '2026-12-02', yearly: true }];
    expect(told({ milestones }, '2026-11-30', '2028-01-01', { daysAhead: 0 })).toEqual([
      '2026-12-01 08:30 milestone:m1:2026-12-01:0', '2026-12-02 08:30 milestone:m2:2026-12-02:0', '2027-12-02 08:30 milestone:m2:2027-12-02:0',
    ]);
  });

  it('passes over what is no day', () => {
    expect(told({ people: [{ birthday: 'soon' }] }, '2026-01-01', '2028-01-01')).toEqual([]);
  });
});

describe('silences', () => {
  const lastAt = shanghai('2026-10-22 16:00');

  it('tells of a key account after 30 days, or its own number, on a working day', () => {
    const accounts = [{ isKey: true, lastAt }, { isKey: true, lastAt, quietDays: 12 }, { lastAt, quietDays: 13 }, { lastAt }];
    // 21 November is a Saturday.
    expect(told({ accounts }, '2026-10-23', '2026-12-31')).toEqual([
      `2026-11-03 08:30 quiet:a2:${lastAt}`, `2026-11-04 08:30 quiet:a3:${lastAt}`, `2026-11-23 08:30 quiet:a1:${lastAt}`,
    ]);
  });

  it('counts from the entry where there was never an interaction', () => {
    const accounts = [{ isKey: true, createdAt: lastAt }];
    const [found] = planReminders(reminderFacts({ accounts }), reminderRules(), span('2026-11-01', '2026-12-31'));
    expect(found).toMatchObject({ key: `quiet:a1:${lastAt}`, say: 'neverMet', params: { days: 30 } });
  });

  it('tells of people who are to hear from us', () => {
    expect(told({ people: [{ keepInTouchDays: 33, lastAt }, { lastAt }] }, '2026-11-01', '2026-12-31')).toEqual([`2026-11-24 08:30 keepInTouch:p1:${lastAt}`]);
  });
});

describe('tasks and reviews', () => {
  it('tells of a task on its day and when it is late, on a working day', () => {
    expect(told({ tasks: [{ dueOn: '2026-11-27' }] }, '2026-11-23', '2026-12-31')).toEqual([
      '2026-11-27 08:30 task:t1:2026-11-27:due', '2026-11-30 08:30 task:t1:2026-11-27:late',
    ]);
  });

  it('tells of a review ten, five and two days ahead, on the working day before where that one is off', () => {
    // 13 December is a Sunday, 8 and 16 are not.
    expect(told({ reviews: [{ heldOn: '2026-12-18' }] }, '2026-11-23', '2026-12-31')).toEqual([
      '2026-12-08 08:30 review:r1:2026-12-18:10', '2026-12-11 08:30 review:r1:2026-12-18:5', '2026-12-16 08:30 review:r1:2026-12-18:2',
    ]);
  });

  it('reckons by the calendar it is given', () => {
    const rules = { ...reminderRules(), isWorkingDay: (date: string) => date === '2026-12-12' || date === '2026-12-01' };
    const found = planReminders(reminderFacts({ reviews: [{ heldOn: '2026-12-18' }] }), { ...rules, settings: { ...rules.settings, reviewDays: [6, 16] } }, span('2026-11-23', '2026-12-31'));
    expect(found.map(({ dueAt }) => wall(dueAt))).toEqual(['2026-12-01 08:30', '2026-12-12 08:30']);
  });

  it('says how many days are left when a review is told, once where two of its days come to one', () => {
    const found = planReminders(reminderFacts({ reviews: [{ heldOn: '2026-12-14' }] }), reminderRules({ reviewDays: [2, 1, 0] }), span('2026-11-23', '2026-12-31'));
    expect(found.map(({ key, say, dueAt, params }) => [wall(dueAt), key, say, params.days])).toEqual([
      ['2026-12-11 08:30', 'review:r1:2026-12-14:2', 'review', 3], ['2026-12-14 08:30', 'review:r1:2026-12-14:0', 'reviewToday', 0],
    ]);
  });

  it('ends also with a calendar that never works', () => {
    const rules = { ...reminderRules(), isWorkingDay: () => false };
    expect(planReminders(reminderFacts({ reviews: [{}], tasks: [{}] }), rules, span('2026-01-01', '2027-01-01')).length).toBeGreaterThan(0);
  });
});

describe('a plan', () => {
  const facts: ReminderFacts = reminderFacts({ people: [{ birthday: '--12-03' }], tasks: [{}, {}], reviews: [{}], accounts: [{ isKey: true, lastAt: shanghai('2026-11-01') }] });

  it('leaves out the kinds that are not to be told', () => {
    const kinds = planReminders(facts, reminderRules({ off: ['task', 'quietAccount'] }), span('2026-11-23', '2027-01-01')).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['birthday', 'review']));
  });

  it('is empty for a span that ends before it begins', () => {
    expect(planReminders(facts, reminderRules(), span('2027-01-01', '2026-01-01'))).toEqual([]);
  });

  it('has another key when what is told has changed, and the same when it has not', () => {
    const keys = (dueOn: string) => planReminders(reminderFacts({ tasks: [{ dueOn }] }), reminderRules(), span('2026-11-01', '2027-01-01')).map(({ key }) => key);
    expect(keys('2026-11-26')).toEqual(keys('2026-11-26'));
    expect(keys('2026-11-26').filter((key) => keys('2026-11-27').includes(key))).toEqual([]);
  });
});
