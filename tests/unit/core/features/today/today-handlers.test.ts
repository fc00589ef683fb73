import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTasksHandlers } from '#core/features/tasks/handlers.ts';
import { createTodayHandlers } from '#core/features/today/handlers.ts';
import { undoStep } from '#core/db/undo.ts';
import { isHidden, dayBounds } from '#shared/domain/today/answers.ts';
import { compareRows } from '#shared/domain/today/order-rows.ts';
import type { TodayRow, TodaySection } from '#shared/domain/today/model.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import type { BookFiller } from '#tests/builders/book-filler.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };
const at = (day: string, time = '10:00'): number => instantInZone(day, time, 'Asia/Shanghai');
const TODAY = '2026-11-23';
const ago = (days: number): number => at(addDays(TODAY, -days));

let made: FeatureBook;
beforeEach(() => { made = featureBook(); });
afterEach(() => made.dispose());

const today = () => createTodayHandlers(made.deps);
const page = async (...whole: TodaySection[]) => today().read({ whole }, signal);
const section = async (name: TodaySection, ...whole: TodaySection[]) => {
  const { sections } = await page(...whole);
  return sections.find((one) => one.section === name) ?? { count: -1, rows: [] };
};
const keys = (list: { rows: { key: string }[] }): string[] => list.rows.map(({ key }) => key);
const answer = async (key: string, until: Parameters<ReturnType<typeof today>['answer']>[0]['until']) => today().answer({ key, until }, signal);
const fill = <T>(work: (filler: BookFiller) => T): T => made.fill(work);

describe('the page', () => {
  it('of a new book says the day, and that there is nothing yet', async () => {
    expect(await page()).toMatchObject({
      day: TODAY, week: 48, lunarDay: '十月十五', hasAccounts: false, nextUp: null, anniversaries: { count: 0 }, reviews: { count: 0 },
      changesInMs: 14 * 3_600_000, snooze: [{ choice: 'later', at: at(TODAY, '13:00') }, { choice: 'tomorrow' }, { choice: 'nextWeek' }],
    });
  });

  it('is of the day on the wall of the book’s zone', async () => {
    made.clock.ms = at('2026-11-24', '00:00');
    expect((await page()).day).toBe('2026-11-24');
    made.clock.ms -= 1;
    expect(await page()).toMatchObject({ day: TODAY, changesInMs: 1 });
  });

  it('moves with midnight: what was due is late, what was quiet for 29 days is at risk', async () => {
    fill((f) => {
      const id = f.account('A', { isKey: true });
      f.interaction(id, { at: ago(29) });
      f.task(id, 'Call', { dueOn: TODAY });
    });
    expect([(await section('due')).count, (await section('late')).count, (await section('atRisk')).count]).toEqual([1, 0, 0]);
    made.clock.ms = at('2026-11-24', '00:00');
    expect([(await section('due')).count, (await section('late')).count, (await section('atRisk')).count]).toEqual([0, 1, 1]);
  });
});

describe('tasks', () => {
  it('stand as late or due by their day; done ones, later ones and those without a day do not', async () => {
    fill((f) => {
      const id = f.account('Hengyue');
      const { personId } = f.person(id, '苏敏');
      const colleague = f.colleague('Zhou Kai');
      f.task(id, 'Call Su Min', { dueOn: '2026-11-21', personId });
      f.task(id, 'Proposal', { dueOn: '2026-11-22', colleagueId: colleague });
      f.task(id, 'Visit', { dueOn: TODAY });
      f.task(id, 'Done', { dueOn: '2026-11-20', doneAt: 5 });
      f.task(id, 'Someday');
      f.task(id, 'Later', { dueOn: '2026-12-01' });
      f.task(id, 'Soon', { dueOn: '2026-11-25' });
    });
    expect(await section('late')).toMatchObject({
      count: 2, rows: [{ title: 'Call Su Min', days: 2, ownerName: '苏敏', ownerSide: 'theirs', accountName: 'Hengyue' }, { title: 'Proposal', days: 1, ownerName: 'Zhou Kai', ownerSide: 'ours' }],
    });
    expect(await section('due')).toMatchObject({ count: 1, rows: [{ title: 'Visit', days: 0, ownerName: null, ownerSide: null }] });
    expect((await page()).nextUp).toMatchObject({ title: 'Soon', dueOn: '2026-11-25', accountName: 'Hengyue' });
    expect(await today().count(undefined, signal)).toEqual({ pressing: 3 });
  });

  it('of the keeper of the book say no owner', async () => {
    const me = String(made.book.db.prepare('SELECT me FROM book').pluck().get());
    fill((f) => f.task(f.account('A'), 'Mine', { dueOn: TODAY, colleagueId: me }));
    expect(await section('due')).toMatchObject({ rows: [{ ownerName: null, ownerSide: null }] });
  });

  it('are shown a few at first with their true number, and all when asked', async () => {
    fill((f) => {
      const id = f.account('A');
      for (let n = 1; n <= 20; n += 1) f.task(id, `T${n}`, { dueOn: addDays(TODAY, -n) });
    });
    const first = await section('late');
    expect([first.count, first.rows.length]).toEqual([20, 8]);
    const whole = await section('late', 'late');
    expect([whole.count, whole.rows.length]).toEqual([20, 20]);
    expect(keys(whole).slice(0, 8)).toEqual(keys(first));
    expect(whole.rows.toSorted(compareRows)).toEqual(whole.rows);
  });
});

describe('accounts at risk', () => {
  it('are key ones silent for thirty days, and others by their own measure; the longest overdue first', async () => {
    const ids = fill((f) => {
      const quiet = (name: string, days: number | null, fields: Parameters<BookFiller['account']>[1]) => {
        const id = f.account(name, fields);
        if (days !== null) f.interaction(id, { at: ago(days) });
        return id;
      };
      return {
        a: quiet('30', 30, { isKey: true }), b: quiet('29', 29, { isKey: true }), c: quiet('not key', 400, {}), d: quiet('own', 12, { quietDays: 7 }),
        e: quiet('longer', 80, { isKey: true, quietDays: 90 }), f: quiet('never', null, { isKey: true, createdAt: ago(31) }), g: quiet('new', null, { isKey: true, createdAt: ago(3) }),
      };
    });
    const found = await section('atRisk');
    expect(found.rows.map(({ accountId }) => accountId)).toEqual([ids.d, ids.f, ids.a]);
    expect(found).toMatchObject({ count: 3, rows: [{ days: 12, limit: 7 }, { days: 31, limit: 30, lastAt: null }, { days: 30, lastAt: ago(30), key: `quiet:${ids.a}:${ago(30)}` }] });
  });

  it('say how many of their people are due; a meeting to come is no contact yet', async () => {
    fill((f) => {
      const id = f.account('Yuanzhou', { isKey: true });
      const { personId } = f.person(id, '罗静', { keepInTouchDays: 30 });
      f.person(id, '王磊', { keepInTouchDays: 14, createdAt: ago(20) });
      f.interaction(id, { at: ago(41), personIds: [personId] });
      f.interaction(id, { at: at('2026-11-26'), personIds: [personId] });
    });
    expect(await section('atRisk')).toMatchObject({ rows: [{ accountName: 'Yuanzhou', days: 41, peopleDue: 2 }] });
  });
});

describe('people due to hear from us', () => {
  it('are those with an interval that has passed, by any interaction at any account', async () => {
    fill((f) => {
      const [one, two] = [f.account('One'), f.account('Two')];
      const { personId: a } = f.person(one, '高原', { title: '部长', keepInTouchDays: 30 });
      const { personId: b } = f.person(one, 'Karin Vogt', { keepInTouchDays: 21 });
      f.person(one, 'Nobody asks', {});
      f.position(two, b);
      f.interaction(one, { at: ago(38), personIds: [a] });
      f.interaction(one, { at: ago(60), personIds: [b] });
      f.interaction(two, { at: ago(26), personIds: [b] });
    });
    const found = await section('hearFromUs');
    expect(found).toMatchObject({
      count: 2, rows: [{ personName: '高原', personTitle: '部长', accountName: 'One', days: 38, limit: 30 }, { personName: 'Karin Vogt', accountName: 'One', days: 26, limit: 21, lastAt: ago(26) }],
    });
    expect(found.rows.toSorted(compareRows)).toEqual(found.rows);
  });

  it('are back under another key after each contact', async () => {
    const { account, person } = fill((f) => {
      const id = f.account('One');
      return { account: id, person: f.person(id, '高原', { keepInTouchDays: 10, createdAt: ago(40) }).personId };
    });
    const [first = ''] = keys(await section('hearFromUs'));
    await answer(first, null);
    expect((await section('hearFromUs')).count).toBe(0);
    fill((f) => f.interaction(account, { at: ago(20), personIds: [person] }));
    expect(keys(await section('hearFromUs'))).toEqual([`keepInTouch:${person}:${ago(20)}`]);
  });
});

describe('accounts without a next step', () => {
  const cases: [string, boolean, (f: BookFiller, id: string) => unknown][] = [
    ['an interaction that led to nothing', true, (f, id) => f.interaction(id, { at: ago(3) })],
    ['of exactly thirty days ago', true, (f, id) => f.interaction(id, { at: at('2026-10-24', '00:00') })],
    ['of longer ago', false, (f, id) => f.interaction(id, { at: at('2026-10-23', '23:59') })],
    ['of an account with an open task', false, (f, id) => [f.interaction(id, { at: ago(3) }), f.task(id, 'Open')]],
    ['that led to a task that is done', false, (f, id) => f.task(id, 'Done', { interactionId: f.interaction(id, { at: ago(3) }), doneAt: ago(1) })],
    ['after one that led to a task', true, (f, id) => [f.task(id, 'Done', { interactionId: f.interaction(id, { at: ago(9) }), doneAt: ago(1) }), f.interaction(id, { at: ago(3) })]],
    ['with another planned', false, (f, id) => [f.interaction(id, { at: ago(3) }), f.interaction(id, { at: at('2026-11-25') })]],
  ];
  it.each(cases)('%s: %s', async (_, shown, write) => {
    fill((f) => void write(f, f.account('A')));
    expect((await section('withoutNextStep')).count).toBe(shown ? 1 : 0);
  });

  it('stand once an account, for the latest, the latest first', async () => {
    const ids = fill((f) => {
      const [a, b] = [f.account('A'), f.account('B')];
      f.interaction(a, { at: ago(5) });
      return [f.interaction(a, { at: ago(2), kind: 'call', summary: 'Talked' }), f.interaction(b, { at: ago(1) })];
    });
    const found = await section('withoutNextStep');
    expect(keys(found)).toEqual([`nextStep:${ids[1]}`, `nextStep:${ids[0]}`]);
    expect(found.rows[1]).toMatchObject({ summary: 'Talked', interactionKind: 'call', at: ago(2), accountName: 'A' });
    expect(found.rows.toSorted(compareRows)).toEqual(found.rows);
  });
});

describe('anniversaries and reviews', () => {
  it('come within two weeks, in both calendars, the next first', async () => {
    const ids = fill((f) => {
      const [key, other] = [f.account('Qingyu', { isKey: true, customerSince: '2021-12-01', foundedOn: '--12-05' }), f.account('Other', { customerSince: '2021-12-01' })];
      return {
        key, he: f.person(key, '何婉清', { title: '首席财务官', birthday: 'lunar:--10-18' }).personId, ingrid: f.person(other, 'Ingrid Solheim', { birthday: '1980-12-04' }).personId,
        far: f.person(other, 'Far', { birthday: '1980-12-07' }), listing: f.milestone(other, 'Listed', '2006-11-29'), once: f.milestone(other, 'Contract signed', '2020-11-29', false),
        first: f.account('First year', { isKey: true, customerSince: '2026-11-24' }),
      };
    });
    const { anniversaries } = await page();
    expect(keys(anniversaries)).toEqual([
      `birthday:${ids.he}:2026-11-26`, `milestone:${ids.listing}:2026-11-29`, `customerSince:${ids.key}:2026-12-01`, `birthday:${ids.ingrid}:2026-12-04`, `founding:${ids.key}:2026-12-05`,
    ]);
    expect(anniversaries).toMatchObject({
      count: 5, rows: [
        { kind: 'birthday', lunar: '十月十八', years: null, accountName: 'Qingyu', person: { name: '何婉清', title: '首席财务官' } },
        { kind: 'milestone', title: 'Listed', years: 20, person: null, accountName: 'Other' },
        { kind: 'customerSince', years: 5, accountName: 'Qingyu' }, { years: 46 }, { kind: 'founding', years: null },
      ],
    });
    await answer(`birthday:${ids.he}:2026-11-26`, null);
    expect((await page()).anniversaries.count).toBe(4);
  });

  it('reviews are those of the next sixty days that are not frozen', async () => {
    fill((f) => {
      const id = f.account('Hengyue');
      f.review(id, '2026-12-03');
      f.review(id, '2026-11-20', { quarter: 3 });
      f.review(id, '2026-12-10', { frozenAt: 5 });
      f.review(id, '2027-01-22', { quarter: 1 });
      f.review(id, '2027-01-23', { quarter: 2 });
    });
    expect((await page()).reviews).toMatchObject({ count: 2, rows: [{ accountName: 'Hengyue', year: 2026, quarter: 4, heldOn: '2026-12-03', inDays: 10 }, { inDays: 60 }] });
  });
});

describe('answers', () => {
  const oneTask = () => fill((f) => f.task(f.account('A'), 'Call Su Min', { dueOn: '2026-11-21' }));

  it('put a row off until its time, as a step that can be undone', async () => {
    const id = oneTask();
    const { stepNo } = await answer(`task:${id}`, 'later');
    expect((await section('late')).count).toBe(0);
    expect(await today().count(undefined, signal)).toEqual({ pressing: 0 });
    expect(await page()).toMatchObject({ changesInMs: 3 * 3_600_000 });
    expect(made.book.db.prepare('SELECT verb, params FROM step WHERE no = ?').get(stepNo)).toEqual({ verb: 'today.snooze', params: '{"name":"Call Su Min"}' });
    undoStep(made.book, stepNo);
    expect((await section('late')).count).toBe(1);
    await answer(`task:${id}`, 'later');
    made.clock.ms += 3 * 3_600_000;
    expect((await section('late')).count).toBe(1);
  });

  it('to tomorrow, next week or a day are back when that day begins', async () => {
    const id = oneTask();
    for (const [until, back] of [['tomorrow', '2026-11-24'], ['nextWeek', '2026-11-30'], ['2026-12-03', '2026-12-03']] as const) {
      made.clock.ms = at(TODAY);
      await answer(`task:${id}`, until);
      made.clock.ms = at(back, '00:00') - 1;
      expect((await section('late')).count, until).toBe(0);
      made.clock.ms += 1;
      expect((await section('late')).count, until).toBe(1);
    }
  });

  it('at night “later” means the morning; a day that has passed is refused', async () => {
    const id = oneTask();
    made.clock.ms = at(TODAY, '23:00');
    await answer(`task:${id}`, 'later');
    expect(made.book.db.prepare('SELECT snoozed_until FROM reminder_answer').pluck().get()).toBe(at('2026-11-24', '09:00'));
    await expect(async () => answer(`task:${id}`, '2026-11-22')).rejects.toMatchObject({ code: 'invalid-value', where: { field: 'until' } });
  });

  it('name what there is, and the account rather than the person', async () => {
    const { account, person } = fill((f) => {
      const id = f.account('Hengyue', { isKey: true });
      return { account: id, person: f.person(id, '高原').personId };
    });
    const said = async (key: string) => {
      const { stepNo } = await answer(key, null);
      return made.book.db.prepare('SELECT params FROM step WHERE no = ?').pluck().get(stepNo);
    };
    expect(await said(`keepInTouch:${person}:5`)).toBe('{"name":"Hengyue"}');
    expect(await said(`quiet:${account}:5`)).toBe('{"name":"Hengyue"}');
    expect(made.book.db.prepare('SELECT DISTINCT account_id FROM reminder_answer').pluck().all()).toEqual([account]);
    await expect(async () => answer('quiet:gone:5', null)).rejects.toMatchObject({ code: 'not-found', where: { field: 'key' } });
    await expect(async () => answer('weather:gone', null)).rejects.toMatchObject({ code: 'invalid-value', where: { field: 'key' } });
  });

  it('hide in the book what the rule hides', async () => {
    const account = fill((f) => f.account('A'));
    const times = [null, ago(1), made.clock.ms - 1, made.clock.ms, made.clock.ms + 1, at(TODAY, '23:59'), at('2026-11-24', '00:00'), at('2026-11-24', '09:00')];
    const answered = [ago(2), at(TODAY, '00:00') - 1, at(TODAY, '00:00'), made.clock.ms];
    const cases = times.flatMap((snoozedUntil) => answered.map((answeredAt) => ({ snoozedUntil, answeredAt })));
    const ids = fill((f) => cases.map(({ snoozedUntil, answeredAt }) => {
      const id = f.task(account, 'T', { dueOn: TODAY });
      f.answer(`task:${id}`, snoozedUntil, answeredAt);
      return id;
    }));
    const shown = new Set((await section('due', 'due')).rows.map((row: TodayRow) => row.key));
    for (const [index, one] of cases.entries()) expect(shown.has(`task:${ids[index]}`), JSON.stringify(one)).toBe(!isHidden(one, dayBounds(made.clock.ms, 'Asia/Shanghai')));
  });

  it('are not needed for what is done', async () => {
    const id = oneTask();
    await createTasksHandlers(made.deps).setDone({ id, done: true }, signal);
    expect((await section('late')).count).toBe(0);
  });
});
