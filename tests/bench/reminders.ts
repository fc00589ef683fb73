import { mkdirSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';
import { addDays, type IsoDate } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { driveCore } from '#tests/builders/driven-core.ts';
import { compare, type Figure } from './compare.ts';

const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;
const ACCOUNTS = 300;

/** Key accounts, each with ten people, thirty interactions, two tasks, a milestone and a review; every second person has a birthday, half of them lunar. */
function fill(db: Database.Database, today: IsoDate): void {
  const now = instantInZone(today, '09:00', ZONE);
  const account = prepared(db, 'INSERT INTO account (id, name, is_key, customer_since, founded_on, created_at) VALUES (?, ?, 1, ?, ?, 0)');
  const person = prepared(db, 'INSERT INTO person (id, name, birthday, keep_in_touch_days, created_at) VALUES (?, ?, ?, ?, 0)');
  const position = prepared(db, 'INSERT INTO position (id, person_id, account_id) VALUES (?, ?, ?)');
  const interaction = prepared(db, "INSERT INTO interaction (id, account_id, at, kind, summary) VALUES (?, ?, ?, 'call', 'Call')");
  const met = prepared(db, 'INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)');
  const task = prepared(db, "INSERT INTO task (id, account_id, title, due_on, created_at) VALUES (?, ?, 'Call', ?, 0)");
  const milestone = prepared(db, "INSERT INTO milestone (id, account_id, title, on_day, yearly) VALUES (?, ?, 'Listed', ?, 1)");
  const review = prepared(db, "INSERT INTO review (id, account_id, year, quarter, held_on, language, created_at) VALUES (?, ?, 2027, 1, ?, 'en', 0)");
  for (let n = 0; n < ACCOUNTS; n += 1) {
    const id = `a${n}`;
    account.run(id, `Account ${n}`, addDays(today, -n * 7), addDays(today, -9_000 + n * 11));
    milestone.run(id, id, addDays(today, n - 400));
    review.run(id, id, addDays(today, n + 20));
    for (let k = 0; k < 10; k += 1) {
      const own = `${id}-${k}`;
      const born = addDays('1970-01-01', (n * 37 + k * 101) % 7_000);
      const lunar = `lunar:${born.slice(0, 8)}${born.slice(8).replace('31', '30')}`;
      person.run(own, `Person ${own}`, k % 2 === 0 ? (k % 4 === 0 ? lunar : born) : null, k === 1 ? 45 : null);
      position.run(own, own, id);
      for (let m = 0; m < 3; m += 1) {
        interaction.run(`${own}-${m}`, id, now - ((n * 13 + k * 29 + m * 101) % 300) * DAY_MS);
        met.run(`${own}-${m}`, own);
      }
    }
    for (const [m, days] of [n % 41, n % 97].entries()) task.run(`${id}-${m}`, id, addDays(today, days - 20));
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
