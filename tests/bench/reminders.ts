import { mkdirSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';
import { addDays, type IsoDate } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { driveCore } from '#tests/builders/driven-core.ts';
import { compare, type Figure } from './compare.ts';

const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;
const ACCOUNTS = 300;

/** Key accounts, each with ten people, thirty interactions, two tasks, a milestone and a review; every second person has a birthday, half of them lunar. */
function fill(db: Database.Database, today: IsoDate): void {
  const filler = new BookFiller(db);
  const now = instantInZone(today, '09:00', ZONE);
  for (let n = 0; n < ACCOUNTS; n += 1) {
    const account = filler.account(`Account ${n}`, { isKey: true, customerSince: addDays(today, -n * 7), foundedOn: addDays(today, n * 11 - 9_000) });
    filler.milestone(account, 'Listed', addDays(today, n - 400));
    filler.review(account, addDays(today, n + 20));
    for (const days of [n % 41, n % 97]) filler.task(account, 'Call', { dueOn: addDays(today, days - 20) });
    for (let k = 0; k < 10; k += 1) {
      const born = addDays('1970-01-01', (n * 37 + k * 101) % 7_000);
      const birthdays = k % 4 === 0 ? { birthday: `lunar:${born.replace(/31$/, '30')}` } : k % 2 === 0 ? { birthday: born } : {};
      const { personId } = filler.person(account, `Person ${k}`, { ...birthdays, ...(k === 1 ? { keepInTouchDays: 45 } : {}) });
      for (let m = 0; m < 3; m += 1) filler.interaction(account, { at: now - ((n * 13 + k * 29 + m * 101) % 300) * DAY_MS, personIds: [personId] });
    }
  }
}

const RAW = [
  `SELECT p.id, p.name, p.birthday, p.keep_in_touch_days, p.created_at, a.id AS accountId, a.name AS account,
     (SELECT max(i.at) FROM interaction_person l CROSS JOIN interaction i ON i.id = l.interaction_id WHERE l.person_id = p.id AND p.keep_in_touch_days IS NOT NULL) AS lastAt
   FROM person p JOIN position o ON o.person_id = p.id JOIN account a ON a.id = o.account_id WHERE p.birthday IS NOT NULL OR p.keep_in_touch_days IS NOT NULL`,
  'SELECT a.*, (SELECT max(i.at) FROM interaction i WHERE i.account_id = a.id) AS lastAt FROM account a',
  'SELECT m.*, a.name FROM milestone m JOIN account a ON a.id = m.account_id',
  'SELECT k.id, k.title, k.due_on, a.name FROM task k JOIN account a ON a.id = k.account_id WHERE k.done_at IS NULL AND k.due_on IS NOT NULL',
  'SELECT r.id, r.held_on, a.name FROM review r JOIN account a ON a.id = r.account_id',
  'SELECT * FROM reminder_answer',
];

/** The rows that reminders are planned from, read and left at that. */
function rawRows(db: Database.Database): void {
  db.transaction(() => {
    for (const sql of RAW) prepared(db, sql).all();
  })();
}

/** Planning for 300 accounts, over a year as the list of what is coming does, and over the two days that each look at the clock asks for. */
export async function reminderFigures(dir: string, times: number): Promise<Figure[]> {
  mkdirSync(dir, { recursive: true });
  const { core, api, freshBook } = driveCore(dir);
  await freshBook();
  const { day: today } = await api.today.read({});
  const book = core.current.get();
  book.write({ kind: 'user', verb: 'account.create', params: { name: 'fill' } }, () => fill(book.db, today));
  const limit = (): void => rawRows(book.db);
  const figures = [
    await compare({ name: `reminders of a year, ${ACCOUNTS} accounts (against reading the rows)`, budget: 12, times, ours: () => api.reminders.upcoming({ days: 365 }), limit }),
    await compare({ name: `reminders of two days, ${ACCOUNTS} accounts (against reading the rows)`, budget: 4, times, ours: () => api.reminders.upcoming({ days: 2 }), limit }),
  ];
  await core.close();
  return figures;
}
