import { expect, it } from 'vitest';
import type { ReminderAnswer } from '#shared/domain/reminder/model.ts';
import { planTellings } from '#shared/domain/reminder/plan-tellings.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { reminderFacts, reminderRules } from '../../../../builders/reminder-facts.ts';

const at = (day: string, time = '08:30'): number => instantInZone(day, time, 'Asia/Shanghai');
const due = 'task:t1:2026-11-26:due';
const late = 'task:t1:2026-11-26:late';
const facts = reminderFacts({ tasks: [{ dueOn: '2026-11-26' }] });

function told(answers: Partial<ReminderAnswer>[], from = '2026-11-23', to = '2026-12-31'): [string, number][] {
  const known = answers.map((one) => ({ key: due, snoozedUntil: null, answeredAt: at('2026-11-26', '09:00'), ...one }));
  return planTellings(facts, reminderRules(), new Map(known.map((one) => [one.key, one])), { from: at(from, '00:00'), to: at(to, '00:00') }).map((telling) => [telling.key, telling.at]);
}

it('tells of what nobody answered', () => {
  expect(told([])).toEqual([[due, at('2026-11-26')], [late, at('2026-11-27')]]);
});

it('is done with one reminder, or with all of its subject', () => {
  expect(told([{}])).toEqual([[late, at('2026-11-27')]]);
  expect(told([{ key: 'task:t1' }])).toEqual([]);
});

it('tells of what was put off at the moment it was put off to, under a key of that moment', () => {
  const until = at('2026-11-26', '14:00');
  expect(told([{ snoozedUntil: until }])).toEqual([[`${due}@${until}`, until], [late, at('2026-11-27')]]);
});

it('finds what was put off long after the day it was due', () => {
  const until = at('2026-12-15', '09:00');
  expect(told([{ snoozedUntil: until }], '2026-12-10')).toEqual([[`${due}@${until}`, until]]);
});

it('tells once of a subject that was put off, as it stands by then, and goes on with what comes later', () => {
  const until = at('2026-11-28', '09:00');
  expect(told([{ key: 'task:t1', snoozedUntil: until }])).toEqual([[`task:t1@${until}`, until]]);
  const before = at('2026-11-26', '20:00');
  expect(told([{ key: 'task:t1', snoozedUntil: before }])).toEqual([[`task:t1@${before}`, before], [late, at('2026-11-27')]]);
});

it('puts off what is not due yet', () => {
  const until = at('2026-12-01', '09:00');
  expect(told([{ snoozedUntil: until, answeredAt: at('2026-11-23') }])).toEqual([[late, at('2026-11-27')], [`${due}@${until}`, until]]);
});

it('goes by the later of two answers', () => {
  const until = at('2026-11-29', '09:00');
  const snoozed = { key: due, snoozedUntil: until, answeredAt: 2 };
  expect(told([snoozed, { key: 'task:t1', answeredAt: 1 }])).toEqual([[`${due}@${until}`, until]]);
  expect(told([snoozed, { key: 'task:t1', answeredAt: 3 }])).toEqual([]);
});
