import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBook, type OpenedBook } from '#core/db/open-book.ts';
import { readReminderFacts } from '#core/jobs/read-reminder-facts.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { randomStream } from '#shared/kernel/random-stream.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { driveCore } from '#tests/builders/driven-core.ts';
import { reminderDesk, type ReminderDesk } from '#tests/builders/reminder-desk.ts';
import { resourcesDir, TestClock } from '#tests/builders/test-book.ts';

const TODAY = '2026-11-23';
const DAYS = 365;
const ASLEEP = 0.4;
const at = (day: string, time: string): number => instantInZone(day, time, 'Asia/Shanghai');

interface Computer {
  book: OpenedBook;
  clock: TestClock;
  desk: ReminderDesk;
}

let dir: string;
const computers: Computer[] = [];

function computer(path: string, name: string): Computer {
  const clock = new TestClock(at(TODAY, '10:00'));
  const copy = join(dir, `${name}.ballast`);
  copyFileSync(path, copy);
  const book = openBook(copy, { clock, ids: { uuid: () => randomUUID() }, dataDir: join(dir, name), migrationsDir: join(resourcesDir, 'migrations'), hostName: 'test', derive: () => undefined });
  const made = { book, clock, desk: reminderDesk(book, clock) };
  computers.push(made);
  return made;
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-year-'));
  const { api, core } = driveCore(dir);
  let made = '';
  for await (const event of await api.sample.create({ title: 'Year', timeZone: 'Asia/Shanghai', currency: 'CNY', today: TODAY })) {
    if (event.type === 'done') made = event.book?.path ?? '';
  }
  await core.close();
  const { book } = computer(made, 'source');
  book.write({ kind: 'user', verb: 'account.create', params: {} }, () => {
    const people = book.db.prepare<[], { id: string }>('SELECT id FROM person ORDER BY id LIMIT 60').all();
    const days = ['--12-03', '1979-02-28', 'lunar:--10-18', 'lunar:1985-01-01', '--02-29', 'lunar:--04L-12'];
    people.forEach(({ id }, n) => book.db.prepare('UPDATE person SET birthday = ?, keep_in_touch_days = ? WHERE id = ?').run(days[n % days.length], n % 3 === 0 ? 45 : null, id));
  });
  book.close();
  computers.length = 0;
  for (const name of ['awake', 'asleep']) computer(join(dir, 'source.ballast'), name);
}, 120_000);

afterAll(() => {
  for (const { book } of computers) if (book.db.open) book.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

/** What one computer told, digests unfolded: told keys as the book holds them. */
function told({ book }: Computer): { key: string; dueAt: number; sentAt: number }[] {
  return book.db.prepare<[], { key: string; dueAt: number; sentAt: number }>(
    "SELECT key, due_at AS dueAt, sent_at AS sentAt FROM reminder_sent WHERE key NOT LIKE 'mark:%' AND key NOT LIKE 'away:%' ORDER BY sent_at, due_at, key").all();
}

it('a year on the sample book, asleep for four tenths of it, tells what a year without sleep tells', async () => {
  const random = randomStream('a year');
  const [awake, asleep] = computers;
  if (!awake || !asleep) throw new Error('two computers are made before');
  const look = async (one: Computer, now: number): Promise<void> => {
    one.clock.ms = now;
    await one.desk.scheduler.look();
  };
  const accounts = awake.book.db.prepare<[], { id: string }>('SELECT id FROM account WHERE is_key = 1 ORDER BY id').all();
  let sleeping = false;
  let sleptDays = 0;
  for (let day = 0; day < DAYS; day += 1) {
    const date = addDays(TODAY, day);
    if (day > 0) sleeping = random.chance(ASLEEP);
    sleptDays += sleeping ? 1 : 0;
    // The day of setting out begins at ten; some mornings the lid stays closed until one.
    await look(awake, at(date, day === 0 ? '10:00' : '08:30'));
    if (!sleeping) await look(asleep, at(date, day === 0 ? '10:00' : random.chance(0.8) ? '08:30' : '13:00'));
    if (sleeping) continue;
    // Life goes on while people are at work: the same on both.
    const account = accounts[day % accounts.length];
    for (const one of [awake, asleep]) {
      one.book.write({ kind: 'user', verb: 'interaction.log', params: {} }, () => {
        const fill = new BookFiller(one.book.db, { prefix: `day${day}-` });
        if (account && day % 3 === 0) fill.interaction(account.id, { at: at(date, '14:00') });
        if (account && day % 5 === 0) fill.task(account.id, 'Call back', { dueOn: addDays(date, 9) });
      });
      one.desk.scheduler.wake();
    }
  }
  const end = at(addDays(TODAY, DAYS), '12:00');
  await look(awake, end);
  await look(asleep, end);
  const [all, caughtUp] = [told(awake), told(asleep)];
  expect(sleptDays).toBeGreaterThan(DAYS / 4);
  expect(all.length).toBeGreaterThan(200);
  expect(new Set(all.map(({ key }) => key.split(':')[0]))).toEqual(new Set(['birthday', 'quiet', 'keepInTouch', 'task', 'customerSince', 'founding', 'milestone']));
  expect(caughtUp.map(({ key }) => key).toSorted()).toEqual(all.map(({ key }) => key).toSorted());
  expect(caughtUp.map(({ dueAt }) => dueAt)).toEqual(caughtUp.map(({ dueAt }) => dueAt).toSorted((a, b) => a - b));
  // Some of it came late on the one that slept, and folded.
  expect(caughtUp.filter(({ dueAt, sentAt }) => sentAt > dueAt + 3_600_000).length).toBeGreaterThan(20);
  expect(asleep.desk.shown.some(({ key }) => key.startsWith('digest:'))).toBe(true);
  expect(readReminderFacts(awake.book.db, end, 'Asia/Shanghai')).toEqual(readReminderFacts(asleep.book.db, end, 'Asia/Shanghai'));
  for (const { desk } of [awake, asleep]) expect(desk.errors).toEqual([]);
}, 240_000);
