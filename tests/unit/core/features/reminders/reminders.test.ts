import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoStep } from '#core/db/undo.ts';
import { actOnNotice, type RemindersDeps } from '#core/features/reminders/act-on-notice.ts';
import { createRemindersHandlers } from '#core/features/reminders/handlers.ts';
import { PageNotifier } from '#core/features/reminders/page-notifier.ts';
import { setTaskDone } from '#core/features/tasks/set-task-done.ts';
import type { Notifier } from '#core/ports/host-ports.ts';
import type { PageEvent } from '#shared/contract/reminders.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';
import { reminderDesk } from '#tests/builders/reminder-desk.ts';

const signal = { signal: new AbortController().signal };
const at = (day: string, time = '08:30'): number => instantInZone(day, time, 'Asia/Shanghai');
const notice = { key: 'k', title: 'T', body: 'B', accountId: null, actions: null };

let made: FeatureBook;
let deps: RemindersDeps;
let cleared: string[];
let logged: unknown[];
let task: string;
let account: string;

const handlers = () => createRemindersHandlers(deps);
const upcoming = async (days = 30) => (await handlers().upcoming({ days }, signal)).map(({ key, dueAt, snoozed }) => ({ key: key.replace(task, 'T'), dueAt, snoozed }));

beforeEach(() => {
  made = featureBook({ now: at('2026-11-23', '10:00') });
  ({ task, account } = made.fill((fill) => {
    const id = fill.account('Acme');
    return { account: id, task: fill.task(id, 'Offer', { dueOn: '2026-11-26' }) };
  }));
  cleared = [];
  logged = [];
  deps = {
    current: made.deps.current,
    ports: { clock: made.clock, log: { info: () => undefined, error: (_, error) => logged.push(error) } },
    engine: reminderDesk(made.book, made.clock).scheduler,
    page: new PageNotifier(),
    finishTask: (id) => setTaskDone(made.deps, id, true),
    clear: (key) => cleared.push(key),
  };
});

afterEach(() => made.dispose());

describe('answers', () => {
  it('put a reminder off, and undo brings it back to its time', async () => {
    const key = `task:${task}:2026-11-26:due`;
    const { stepNo } = await handlers().answer({ key, answer: { type: 'snooze', until: '2026-12-01' } }, signal);
    expect(await upcoming()).toEqual([{ key: 'task:T:2026-11-26:late', dueAt: at('2026-11-27'), snoozed: false }, { key: 'task:T:2026-11-26:due', dueAt: at('2026-12-01'), snoozed: true }]);
    expect(cleared).toEqual([key]);
    undoStep(made.book, stepNo);
    expect((await upcoming()).map(({ dueAt }) => dueAt)).toEqual([at('2026-11-26'), at('2026-11-27')]);
  });

  it('can be put off to moments that the core knows', async () => {
    expect(await handlers().snoozes(undefined, signal)).toEqual([{ choice: 'laterToday', at: at('2026-11-23', '13:00') }, { choice: 'tomorrow', at: at('2026-11-24') }]);
  });

  it('close the task that a reminder is about', async () => {
    const { stepNo } = await handlers().answer({ key: `task:${task}:2026-11-26:due`, answer: { type: 'done' } }, signal);
    expect(await upcoming()).toEqual([]);
    undoStep(made.book, stepNo);
    expect(await upcoming()).toHaveLength(2);
  });

  it('are done with what is no task, under its subject too, naming no person in the step', async () => {
    const { personId } = made.fill((fill) => fill.person(account, 'Wang Lei'));
    made.book.write({ kind: 'user', verb: 'person.update', params: {} }, () => made.book.db.prepare("UPDATE person SET birthday = '--12-03'").run());
    await handlers().answer({ key: `birthday:${personId}:2026-12-03`, answer: { type: 'done' } }, signal);
    expect((await upcoming()).filter(({ key }) => key.startsWith('birthday'))).toEqual([]);
    expect(made.book.db.prepare("SELECT params FROM step WHERE verb = 'reminder.done'").pluck().all()).toEqual(['{"name":"Acme"}']);
  });

  it('to nothing are refused', () => {
    expect(() => handlers().answer({ key: 'task:none', answer: { type: 'done' } }, signal)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('from a notification are kept, opened or logged', async () => {
    const events: PageEvent[] = [];
    deps.page.subscribe((event) => events.push(event));
    const key = `task:${task}:2026-11-26:due`;
    actOnNotice(deps, { key, act: 'open' });
    actOnNotice(deps, { key: `digest:${key}`, act: 'open' });
    expect(events).toEqual([{ type: 'open', accountId: account }, { type: 'open', accountId: null }]);
    actOnNotice(deps, { key, act: 'snooze' });
    expect((await upcoming())[0]).toMatchObject({ dueAt: at('2026-11-26') });
    expect(cleared).toEqual([key]);
    actOnNotice(deps, { key: `${key}@123`, act: 'done' });
    expect(await upcoming()).toEqual([]);
    actOnNotice(deps, { key: 'task:none', act: 'done' });
    expect(logged).toHaveLength(1);
  });

  it('put off to the next working day, or past the quiet hours', async () => {
    made.clock.ms = at('2026-11-27', '18:00');
    const key = `task:${task}:2026-11-26:late`;
    await handlers().answer({ key, answer: { type: 'snooze', until: 'nextWorkingDay' } }, signal);
    expect(await upcoming()).toMatchObject([{ dueAt: at('2026-11-30') }]);
    await handlers().answer({ key, answer: { type: 'snooze', until: 'laterToday' } }, signal);
    expect(await upcoming()).toMatchObject([{ dueAt: at('2026-11-28', '08:00') }]);
    await handlers().answer({ key, answer: { type: 'snooze', until: 'tomorrow' } }, signal);
    expect(await upcoming()).toMatchObject([{ dueAt: at('2026-11-28') }]);
  });
});

describe('settings', () => {
  it('are changed one by one, as steps', async () => {
    expect(await handlers().settings(undefined, signal)).toMatchObject({ tellAt: '08:30', tells: 'page' });
    const { stepNo } = await handlers().saveSettings({ tellAt: '09:00' }, signal);
    expect(await handlers().settings(undefined, signal)).toMatchObject({ tellAt: '09:00', daysAhead: 7 });
    expect(await upcoming()).toMatchObject([{ dueAt: at('2026-11-26', '09:00') }, {}]);
    expect(await handlers().saveSettings({ tellAt: '09:00' }, signal)).toEqual({ stepNo: 0 });
    undoStep(made.book, stepNo);
    expect(await handlers().settings(undefined, signal)).toMatchObject({ tellAt: '08:30' });
  });

  it('say whether the host has notifications of its own', async () => {
    const notifier: Notifier = { show: async () => true, clear: () => undefined, setCount: () => undefined, onAct: () => undefined };
    deps = { ...deps, ports: { ...deps.ports, notifier } };
    expect(await handlers().settings(undefined, signal)).toMatchObject({ tells: 'system' });
    expect(await handlers().missed(undefined, signal)).toBeNull();
  });
});

describe('a page', () => {
  it('is asked to show, and a notice counts as shown once it says so', async () => {
    const { page } = deps;
    expect(await page.show(notice)).toBe(false);
    const events: PageEvent[] = [];
    let pages = 0;
    page.onPage = () => { pages += 1; };
    const leave = page.subscribe((event) => events.push(event));
    const shown = page.show(notice);
    await handlers().told({ key: 'k' }, signal);
    expect(await shown).toBe(true);
    page.clear('k');
    expect(events).toEqual([{ type: 'show', notice }, { type: 'clear', key: 'k' }]);
    expect(pages).toBe(1);
    const lost = page.show({ ...notice, key: 'other' });
    leave();
    expect(await lost).toBe(false);
  });

  it('that is opened for a notification goes where it leads', async () => {
    deps.page.open('a1');
    const stop = new AbortController();
    const stream = await handlers().watch(undefined, { signal: stop.signal });
    const heard: PageEvent[] = [];
    for await (const event of stream) {
      heard.push(event);
      if (heard.length === 2) stop.abort();
    }
    expect(heard).toEqual([{ type: 'ready' }, { type: 'open', accountId: 'a1' }]);
  });

  it('shows that notifications arrive', async () => {
    expect(await handlers().test(undefined, signal)).toEqual({ shown: true });
  });
});
