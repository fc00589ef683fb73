import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readMark } from '#core/jobs/told-reminders.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';
import { lookAt, reminderDesk, type ReminderDesk } from '#tests/builders/reminder-desk.ts';

const at = (day: string, time = '08:30'): number => instantInZone(day, time, 'Asia/Shanghai');

let made: FeatureBook;
let desk: ReminderDesk;

beforeEach(() => {
  made = featureBook({ now: at('2026-11-23', '10:00') });
  desk = reminderDesk(made.book, made.clock);
});

afterEach(() => {
  vi.useRealTimers();
  desk.scheduler.stop();
  made.dispose();
});

const look = (day: string, time?: string): Promise<void> => lookAt(desk, made.clock, at(day, time));
const keys = (): string[] => desk.shown.map(({ key }) => key);

function tasks(...dueOn: string[]): string {
  return made.fill((fill) => {
    const account = fill.account('Acme');
    dueOn.forEach((day, n) => fill.task(account, `Offer ${n + 1}`, { dueOn: day }));
    return account;
  });
}

describe('a computer that is awake', () => {
  it('tells of a task on its day, once, in words', async () => {
    tasks('2026-11-24');
    await look('2026-11-23', '10:00');
    await look('2026-11-24', '08:29');
    expect(desk.shown).toEqual([]);
    await look('2026-11-24');
    await look('2026-11-24', '08:31');
    await look('2026-11-24', '23:00');
    expect(desk.shown).toMatchObject([{ title: 'Due today: Offer 1', body: '', actions: { done: 'Done', snooze: 'Later today' } }]);
    expect(desk.counts.at(-1)).toBe(1);
  });

  it('does not tell of what came due before the book was first opened here', async () => {
    tasks('2026-11-20', '2026-11-23');
    await look('2026-11-23', '10:00');
    await look('2026-11-23', '20:00');
    expect(keys()).toEqual([]);
  });

  it('tells of what is entered while it runs', async () => {
    await look('2026-11-23', '10:00');
    tasks('2026-11-24');
    desk.scheduler.wake();
    await look('2026-11-24');
    expect(keys()).toHaveLength(1);
  });

  it('tells within the day of what is entered after its hour, once, and does not call it missed', async () => {
    const account = tasks();
    await look('2026-11-23', '18:00');
    for (let minute = 0; minute <= 4 * 60; minute += 1) await lookAt(desk, made.clock, at('2026-11-24') + minute * 60_000);
    made.fill((fill) => fill.person(account, 'Wang Lei', { birthday: '--11-24' }));
    desk.scheduler.wake();
    await look('2026-11-24', '12:31');
    await look('2026-11-24', '12:32');
    desk.scheduler.wake();
    await look('2026-11-24', '18:00');
    expect(desk.shown).toMatchObject([{ title: 'Wang Lei has a birthday today', body: 'Acme' }]);
    expect([desk.missed, desk.scheduler.missed()]).toEqual([0, null]);
    const again = reminderDesk(made.reopen(), made.clock);
    await lookAt(again, made.clock, at('2026-11-24', '18:30'));
    expect(again.shown).toEqual([]);
  });

  it('does so on the first day of a book too, but for what stood in it already', async () => {
    const account = tasks('2026-11-23');
    await look('2026-11-23', '10:00');
    made.fill((fill) => fill.task(account, 'Entered since', { dueOn: '2026-11-23' }));
    desk.scheduler.wake();
    await look('2026-11-23', '10:01');
    expect(desk.shown).toMatchObject([{ title: 'Due today: Entered since' }]);
  });

  it('waits with it for the end of quiet hours', async () => {
    const account = tasks();
    await look('2026-11-23', '18:00');
    await look('2026-11-23', '20:30');
    made.fill((fill) => fill.person(account, 'Wang Lei', { birthday: '--11-23' }));
    desk.scheduler.wake();
    await look('2026-11-23', '20:31');
    expect(keys()).toEqual([]);
    await look('2026-11-24', '08:00');
    await look('2026-11-24', '08:30');
    expect(desk.shown).toMatchObject([{ title: 'Wang Lei has a birthday today', body: 'Acme · was due 23 Nov, 08:30' }]);
  });

  it('says nothing of what is done by then', async () => {
    tasks('2026-11-24');
    await look('2026-11-23', '10:00');
    made.book.write({ kind: 'user', verb: 'task.done', params: {} }, () => made.book.db.prepare('UPDATE task SET done_at = 1').run());
    await look('2026-11-24');
    expect(keys()).toEqual([]);
  });

  it('waits for the end of quiet hours', async () => {
    made.book.write({ kind: 'user', verb: 'reminder.settings', params: {} }, () => made.book.db.prepare("INSERT INTO setting (key, value) VALUES ('reminders', ?)")
      .run(JSON.stringify({ version: 1, off: [], tellAt: '06:00', daysAhead: 7, reviewDays: [], quietDays: 30, quietHours: { from: '20:00', to: '08:00' }, digestFrom: 4 })));
    tasks('2026-11-24');
    await look('2026-11-23', '19:00');
    await look('2026-11-24', '06:00');
    expect(keys()).toEqual([]);
    await look('2026-11-24', '08:00');
    expect(desk.shown).toMatchObject([{ title: 'Due today: Offer 1' }]);
    expect(desk.scheduler.missed()).toBeNull();
  });

  it('writes nothing to a book that may only be read, nor without a book', async () => {
    const other = reminderDesk({ ...made.book, readOnly: true }, made.clock);
    await lookAt(other, made.clock, at('2026-11-24'));
    expect(readMark(made.book.db)).toBeNull();
  });

  it('wakes by itself at the time, and at least once a minute', async () => {
    vi.useFakeTimers({ now: at('2026-11-24', '08:28') });
    made.clock.now = () => Date.now();
    tasks('2026-11-24');
    desk.scheduler.start();
    await vi.advanceTimersByTimeAsync(119_000);
    expect(keys()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(keys()).toHaveLength(1);
    // The computer sleeps: the clock goes on, timers do not.
    vi.setSystemTime(at('2026-11-25', '08:30'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(keys()).toHaveLength(2);
    desk.scheduler.stop();
    vi.setSystemTime(at('2026-11-26', '08:30'));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(keys()).toHaveLength(2);
  });

  it('goes on after a failure', async () => {
    vi.useFakeTimers({ now: at('2026-11-24', '08:29') });
    made.clock.now = () => Date.now();
    tasks('2026-11-24');
    desk.show = () => Promise.reject(new Error('no notifications'));
    desk.scheduler.start();
    await vi.advanceTimersByTimeAsync(61_000);
    expect(desk.errors).not.toEqual([]);
    desk.show = async () => true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(new Set(keys()).size).toBe(1);
    expect(readMark(made.book.db)?.upTo).toBeGreaterThanOrEqual(at('2026-11-24', '08:29'));
  });
});

describe('a computer that slept', () => {
  it('tells at once what it missed, with the original time, and says since when', async () => {
    tasks('2026-11-24');
    await look('2026-11-23', '18:10');
    await look('2026-11-24', '12:00');
    expect(desk.shown).toMatchObject([{ title: 'Due today: Offer 1', body: 'was due 24 Nov, 08:30' }]);
    expect(desk.scheduler.missed()).toMatchObject({ from: at('2026-11-23', '18:10'), to: at('2026-11-24', '12:00'), reminders: [{ say: 'taskDue' }] });
  });

  it('folds many, in their original order', async () => {
    tasks('2026-11-25', '2026-11-24', '2026-11-26');
    await look('2026-11-23', '18:10');
    await look('2026-11-26', '12:00');
    expect(desk.shown).toMatchObject([{ title: '5 reminders came due meanwhile', body: 'Due today: Offer 2\nDue today: Offer 1\nLate since 24 Nov: Offer 2\nand 2 more', actions: null }]);
    const missed = desk.scheduler.missed()?.reminders ?? [];
    expect(missed).toHaveLength(5);
    expect(missed.map(({ dueAt }) => dueAt)).toEqual(missed.map(({ dueAt }) => dueAt).toSorted((x, y) => x - y));
  });

  it('tells after a restart what came due while it was off', async () => {
    tasks('2026-11-24');
    await look('2026-11-23', '18:10');
    const next = reminderDesk(made.reopen(), made.clock);
    await lookAt(next, made.clock, at('2026-11-24', '12:00'));
    expect(next.shown).toMatchObject([{ title: 'Due today: Offer 1' }]);
    expect(next.scheduler.missed()).toMatchObject({ from: at('2026-11-23', '18:10') });
  });

  it('keeps what could not be shown for later, and counts it as missed', async () => {
    tasks('2026-11-24');
    await look('2026-11-23', '18:10');
    desk.show = async () => false;
    await look('2026-11-24');
    await look('2026-11-24', '08:31');
    desk.show = async () => true;
    desk.shown.length = 0;
    await look('2026-11-24', '14:00');
    await look('2026-11-24', '14:01');
    expect(desk.shown).toMatchObject([{ body: 'was due 24 Nov, 08:30' }]);
    expect(desk.scheduler.missed()).toMatchObject({ to: at('2026-11-24', '14:00'), reminders: [{}] });
  });

  it('says once it is told that what was missed is another, and never of what was told in time', async () => {
    tasks('2026-11-24', '2026-11-25');
    await look('2026-11-23', '18:10');
    desk.show = async () => false;
    await look('2026-11-24', '12:00');
    expect(desk.missed).toBe(0);
    desk.show = async () => true;
    await look('2026-11-24', '12:01');
    await look('2026-11-24', '12:02');
    expect(desk.missed).toBe(1);
    for (let minute = 3; minute < 24 * 60; minute += 1) await lookAt(desk, made.clock, at('2026-11-24', '12:00') + minute * 60_000);
    expect(desk.shown.some(({ title }) => title === 'Due today: Offer 2')).toBe(true);
    expect(desk.missed).toBe(1);
  });
});

describe('nothing is told twice or lost', () => {
  it('when the program dies after showing and before keeping it: the same key is shown again, once', async () => {
    tasks('2026-11-24');
    await look('2026-11-23', '18:10');
    desk.show = () => Promise.reject(new Error('died'));
    await look('2026-11-24').catch(() => undefined);
    const next = reminderDesk(made.reopen(), made.clock);
    await lookAt(next, made.clock, at('2026-11-24', '08:35'));
    const third = reminderDesk(made.reopen(), made.clock);
    await lookAt(third, made.clock, at('2026-11-24', '08:40'));
    expect(next.shown.map(({ key }) => key)).toEqual(keys());
    expect(third.shown).toEqual([]);
  });

  it('when the clock is set ahead and back', async () => {
    tasks('2026-11-24', '2026-12-24');
    await look('2026-11-23', '18:10');
    await look('2026-12-01');
    await look('2026-11-23', '18:20');
    const before = keys().length;
    tasks('2026-11-25');
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-12-24', '2026-12-25']) await look(day);
    expect(before).toBe(2);
    expect(desk.shown.slice(before).map(({ title }) => title)).toEqual(['Due today: Offer 1', 'Late since 25 Nov: Offer 1', 'Due today: Offer 2', 'Late since 24 Dec: Offer 2']);
  });

  it('when the time of telling or the zone moves past what was about to be told', async () => {
    tasks('2026-11-24');
    await look('2026-11-23', '18:10');
    await look('2026-11-24', '08:00');
    made.book.write({ kind: 'user', verb: 'book.update', params: {} }, () => made.book.db.prepare("UPDATE setting SET value = 'Asia/Tokyo' WHERE key = 'timeZone'").run());
    desk.scheduler.wake();
    await look('2026-11-24', '08:01');
    expect(keys()).toHaveLength(1);
    await look('2026-11-24', '08:30');
    expect(keys()).toHaveLength(1);
  });

  it('by the days that the book says are worked', async () => {
    const account = made.fill((fill) => fill.account('Acme', { isKey: true }));
    made.fill((fill) => fill.interaction(account, { at: at('2026-10-29', '15:00') }));
    made.book.write({ kind: 'user', verb: 'calendar.days', params: {} }, () => made.book.db.prepare("INSERT INTO work_day VALUES ('2026-11-28', 1, '调休')").run());
    await look('2026-11-27', '18:00');
    await look('2026-11-28');
    expect(desk.shown).toMatchObject([{ title: 'No interaction with Acme for 30 days', body: '' }]);
  });
});

it('speaks the language of the program', async () => {
  desk = reminderDesk(made.book, made.clock, 'zh-CN');
  made.fill((fill) => {
    const { personId } = fill.person(fill.account('恒岳重工'), '陈立新');
    made.book.db.prepare("UPDATE person SET birthday = 'lunar:1979-10-18' WHERE id = ?").run(personId);
  });
  await look('2026-11-23', '10:00');
  await look('2026-11-26');
  expect(desk.shown).toMatchObject([{ title: '陈立新今天满 47 岁', body: '恒岳重工', accountId: expect.any(String) }]);
  await desk.scheduler.test();
  expect(desk.shown.at(-1)).toMatchObject({ key: 'test', title: '提醒可以送达' });
});
