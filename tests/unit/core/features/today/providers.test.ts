import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFresh } from '#core/measures/fresh-figures.ts';
import { findSilentPeople } from '#core/features/today/find-silent-people.ts';
import type { TodayContext } from '#core/features/today/provider.ts';
import { readAnniversaries } from '#core/features/today/providers/anniversaries.ts';
import { countPressing, dueTasks, nextUp } from '#core/features/today/providers/due-tasks.ts';
import { keepInTouch } from '#core/features/today/providers/keep-in-touch.ts';
import { quietAccounts } from '#core/features/today/providers/quiet-accounts.ts';
import { readReviews } from '#core/features/today/providers/reviews.ts';
import { withoutNextStep } from '#core/features/today/providers/without-next-step.ts';
import { dayBounds } from '#shared/domain/today/answers.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const ZONE = 'Asia/Shanghai';
const TODAY = '2026-11-23';
const day = (days: number): string => addDays(TODAY, days);
const at = (days: number, time = '10:00'): number => instantInZone(day(days), time, ZONE);

let t: FeatureBook;
beforeEach(() => {
  t = featureBook();
});
afterEach(() => t.dispose());

/** What one provider says, read as the page reads it, with room for `room` rows. */
function said<T>(provide: (db: FeatureBook['book']['db'], context: TodayContext) => T, room = 9): T {
  const now = t.clock.now();
  return readFresh(t.book, now, ({ asOf: today, timeZone }) => {
    const bounds = dayBounds(now, timeZone);
    return provide(t.book.db, { today, timeZone, bounds, silentPeople: findSilentPeople(t.book.db, bounds, today, timeZone), cap: () => room });
  });
}

describe('due tasks', () => {
  it('count all and give as many as there is room for, the longest late first, those of one day by id', () => {
    const [first, second] = t.fill((fill) => {
      const account = fill.account('Acme');
      fill.task(account, 'Yesterday', { dueOn: day(-1) });
      const twins = [fill.task(account, 'One', { dueOn: day(-5) }), fill.task(account, 'Two', { dueOn: day(-5) })].toSorted();
      fill.task(account, 'Now', { dueOn: TODAY });
      return twins;
    });
    expect(said(dueTasks, 2)).toMatchObject({ late: { count: 3, rows: [{ taskId: first, days: 5 }, { taskId: second }] }, due: { count: 1, rows: [{ title: 'Now', days: 0 }] } });
  });

  it('leave out what was put off, for which the count in the rail waits too; what comes next is after today', () => {
    t.fill((fill) => {
      const account = fill.account('Acme');
      fill.answer(`task:${fill.task(account, 'Tomorrow again', { dueOn: day(-1) })}`, at(1), at(0));
      fill.answer(`task:${fill.task(account, 'Back by now', { dueOn: day(-1) })}`, at(0, '09:00'), at(-1));
      fill.task(account, 'Now', { dueOn: TODAY });
      fill.task(account, 'Next week', { dueOn: day(7) });
      fill.task(account, 'In two days', { dueOn: day(2) });
    });
    expect(said(dueTasks)).toMatchObject({ late: { count: 1, rows: [{ title: 'Back by now' }] } });
    expect(said((db, context) => countPressing(db, context))).toBe(2);
    expect(said((db) => nextUp(db, TODAY))).toEqual({ accountId: expect.any(String), accountName: 'Acme', title: 'In two days', dueOn: day(2) });
    expect(said((db) => nextUp(db, day(7)))).toBeNull();
  });
});

describe('quiet accounts', () => {
  it('are those the longest over their measure, however long that is, and few are named where there is little room', () => {
    t.fill((fill) => {
      fill.interaction(fill.account('Barely', { isKey: true }), { at: at(-30) });
      fill.interaction(fill.account('Long over', { quietDays: 7 }), { at: at(-60) });
      fill.interaction(fill.account('Within', { isKey: true }), { at: at(-29) });
      fill.interaction(fill.account('Nobody watches'), { at: at(-400) });
    });
    expect(said(quietAccounts, 1)).toMatchObject({ atRisk: { count: 2, rows: [{ kind: 'quiet', accountName: 'Long over', days: 60, limit: 7, peopleDue: 0 }] } });
  });

  it('stay away once answered, until they were met and have gone quiet again', () => {
    const account = t.fill((fill) => {
      const id = fill.account('Acme', { quietDays: 5 });
      fill.interaction(id, { at: at(-10) });
      fill.answer(`quiet:${id}:${at(-10)}`, null, at(-1));
      return id;
    });
    expect(said(quietAccounts)).toEqual({ atRisk: { count: 0, rows: [] } });
    t.fill((fill) => fill.interaction(account, { at: at(-6) }));
    expect(said(quietAccounts)).toMatchObject({ atRisk: { count: 1, rows: [{ key: `quiet:${account}:${at(-6)}` }] } });
  });
});

describe('accounts without a next step', () => {
  it('are those whose latest interaction of thirty days led to nothing, the newest first', () => {
    t.fill((fill) => {
      fill.interaction(fill.account('Old'), { at: at(-31) });
      fill.interaction(fill.account('Loose'), { at: at(-3), summary: 'Demo', kind: 'visit' });
      fill.interaction(fill.account('Looser'), { at: at(-1), summary: 'Call' });
      const followed = fill.account('Followed up');
      fill.task(followed, 'Done', { doneAt: 5, interactionId: fill.interaction(followed, { at: at(-2) }) });
      const open = fill.account('Open task');
      fill.interaction(open, { at: at(-2) });
      fill.task(open, 'Call', { dueOn: day(4) });
      const planned = fill.account('Planned');
      fill.interaction(planned, { at: at(-2) });
      fill.interaction(planned, { at: at(3) });
    });
    expect(said(withoutNextStep)).toMatchObject({ withoutNextStep: { count: 2, rows: [{ accountName: 'Looser', summary: 'Call' }, { accountName: 'Loose', summary: 'Demo', interactionKind: 'visit', at: at(-3) }] } });
    expect(said(withoutNextStep, 1)).toMatchObject({ withoutNextStep: { count: 2, rows: [{ accountName: 'Looser' }] } });
  });

  it('of nothing is nothing', () => expect(said(withoutNextStep)).toEqual({ withoutNextStep: { count: 0, rows: [] } }));
});

describe('people to hear from us', () => {
  it('are named with their title and account, those the longest overdue first', () => {
    t.fill((fill) => {
      const account = fill.account('恒岳');
      const kept = (name: string, keepInTouchDays: number, days: number | null) => {
        const { personId } = fill.person(account, name, { title: `${name} of 恒岳`, keepInTouchDays, createdAt: at(-100) });
        if (days !== null) fill.interaction(account, { at: at(days), personIds: [personId] });
      };
      kept('Over by 2', 10, -12);
      kept('Not yet', 10, -9);
      kept('Never met', 30, null);
      fill.person(account, 'Not kept');
    });
    const { hearFromUs } = said(keepInTouch);
    expect(hearFromUs).toMatchObject({ count: 2, rows: [{ personName: 'Never met', personTitle: 'Never met of 恒岳', lastAt: null, days: 100, limit: 30, accountName: '恒岳' }, { personName: 'Over by 2', days: 12 }] });
    expect(said(keepInTouch, 1)).toMatchObject({ hearFromUs: { count: 2, rows: [{ personName: 'Never met' }] } });
  });
});

describe('reviews', () => {
  it('to be prepared are those of the next sixty days that were not presented, five of them by name', () => {
    t.fill((fill) => {
      const account = fill.account('Acme');
      for (const days of [60, 10, 0, 20, 30, 40, 61, -1]) fill.review(account, day(days));
      fill.review(account, day(5), { frozenAt: 1 });
    });
    const { count, rows } = said(readReviews);
    expect(count).toBe(6);
    expect(rows.map(({ inDays, accountName }) => [inDays, accountName])).toEqual([0, 10, 20, 30, 40].map((days) => [days, 'Acme']));
  });
});

describe('anniversaries', () => {
  it('of every kind come by their day, once or each year, with whom they are about', () => {
    t.fill((fill) => {
      const key = fill.account('恒岳', { isKey: true, customerSince: '2016-11-25', foundedOn: '1996-11-24' });
      fill.account('No key', { customerSince: '2016-11-25' });
      fill.account('New', { isKey: true, customerSince: '2026-11-26' });
      fill.person(key, '苏敏', { title: 'CIO', birthday: '1980-11-23' });
      fill.milestone(key, 'Line 3', '2020-11-27');
      fill.milestone(key, 'Long ago', '2020-11-28', false);
      fill.milestone(key, 'To come', '2026-11-29', false);
    });
    const { count, rows } = said(readAnniversaries);
    expect(rows.map(({ kind, date, years, title, person }) => [kind, date, years, title ?? person?.name ?? null])).toEqual([
      ['birthday', TODAY, 46, '苏敏'], ['founding', '2026-11-24', 30, null], ['customerSince', '2026-11-25', 10, null], ['milestone', '2026-11-27', 6, 'Line 3'], ['milestone', '2026-11-29', 0, 'To come'],
    ]);
    expect(count).toBe(rows.length);
  });

  it('answered stay away for the year', () => {
    const person = t.fill((fill) => {
      const { personId } = fill.person(fill.account('A'), '苏敏', { birthday: '--11-25' });
      fill.answer(`birthday:${personId}:2026-11-25`, null, at(0));
      return personId;
    });
    expect(said(readAnniversaries)).toEqual({ count: 0, rows: [] });
    t.clock.ms = instantInZone('2027-11-20', '10:00', ZONE);
    expect(said(readAnniversaries)).toMatchObject({ count: 1, rows: [{ key: `birthday:${person}:2027-11-25`, years: null }] });
  });
});
