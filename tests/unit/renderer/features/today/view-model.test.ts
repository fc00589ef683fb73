import { describe, expect, it } from 'vitest';
import type { TodayPage, TodayRow } from '#shared/domain/today/model.ts';
import { actOfKey, type RowActs } from '#renderer/features/today/row-acts.ts';
import { asideUntil, dayParts, isCalm, isPressing, nameOf, partnerOf, placeOf, rowsOf, stripDays } from '#renderer/features/today/view-model.ts';

const base = { key: 'k', accountId: 'a', accountName: 'Hengyue' };
const task: TodayRow = { ...base, kind: 'task', taskId: 't', title: 'Call', dueOn: '2026-11-21', days: 2, ownerName: null, ownerSide: null };
const quiet: TodayRow = { ...base, kind: 'quiet', lastAt: null, days: 41, limit: 30, peopleDue: 0 };
const loose: TodayRow = { ...base, kind: 'nextStep', interactionId: 'i', interactionKind: 'call', summary: 'Talked', at: 1 };
const touch: TodayRow = { ...base, kind: 'keepInTouch', personId: 'p', personName: '高原', personTitle: null, lastAt: 1, days: 38, limit: 21 };

describe('the title', () => {
  it.each([
    ['en', '2026-11-23', { weekday: 'Monday', day: 23, month: 'November' }],
    ['zh-CN', '2026-11-23', { weekday: '星期一', day: 23, month: '11' }],
    ['en', '2027-01-03', { weekday: 'Sunday', day: 3, month: 'January' }],
  ])('in %s of %s', (language, day, parts) => {
    expect(dayParts(day, language)).toEqual(parts);
  });
});

it('the strip has fourteen days, counts what falls on each and knows the weekend', () => {
  const days = stripDays('2026-11-23', [{ date: '2026-11-26' }, { date: '2026-11-26' }, { date: '2026-12-06' }, { date: '2026-12-07' }]);
  expect(days).toHaveLength(14);
  expect(days[3]).toEqual({ date: '2026-11-26', weekday: 4, number: 26, count: 2 });
  expect(days.at(-1)).toEqual({ date: '2026-12-06', weekday: 7, number: 6, count: 1 });
  expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(3);
});

describe('a row', () => {
  it('goes by what it is about', () => {
    expect([task, quiet, loose, touch].map(nameOf)).toEqual(['Call', 'Hengyue', 'Talked', '高原']);
  });

  it('opens where it can be looked at closer', () => {
    expect([task, quiet, loose, touch].map(placeOf)).toEqual([{ tab: 'overview' }, { tab: 'overview' }, { tab: 'timeline', row: 'i' }, { tab: 'people' }]);
  });

  it('names who takes part when it is logged', () => {
    expect(partnerOf(touch)).toEqual({ id: 'p', name: '高原', title: '' });
    expect(partnerOf(task)).toBeNull();
  });

  it('set aside is quiet for as long again, a next step for good', () => {
    expect(asideUntil(quiet as Exclude<TodayRow, { kind: 'task' }>, '2026-11-23')).toBe('2026-12-23');
    expect(asideUntil(touch as Exclude<TodayRow, { kind: 'task' }>, '2026-11-23')).toBe('2026-12-14');
    expect(asideUntil(loose as Exclude<TodayRow, { kind: 'task' }>, '2026-11-23')).toBeNull();
  });
});

it('letters act, in either case, and others do not', () => {
  const called: string[] = [];
  const note = (name: string) => () => void called.push(name);
  const acts: RowActs = { done: note('done'), putOff: note('putOff'), log: note('log'), step: note('step'), open: note('open'), snooze: note('snooze') };
  for (const key of ['e', 'S', 'l', 'N', 'x', 'Enter']) actOfKey(key, acts)?.(task);
  expect(called).toEqual(['done', 'snooze', 'log', 'step']);
});

it('a page is calm when nothing is in any list; late, due and at risk press', () => {
  const page = (rows: TodayRow[]): TodayPage => ({
    day: '2026-11-23', week: 48, lunarDay: '十月十五', hasAccounts: true, nextUp: null, snooze: [], changesInMs: 1, anniversaries: { count: 0, rows: [] }, reviews: { count: 0, rows: [] },
    sections: [{ section: 'late', count: rows.length, rows }, { section: 'hearFromUs', count: 0, rows: [] }],
  });
  expect(isCalm(page([]))).toBe(true);
  expect(isCalm(page([task]))).toBe(false);
  expect(rowsOf(page([task, quiet]))).toEqual([task, quiet]);
  expect((['late', 'due', 'atRisk', 'withoutNextStep', 'hearFromUs'] as const).filter(isPressing)).toEqual(['late', 'due', 'atRisk']);
});
