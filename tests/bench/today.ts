import { mkdirSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';
import { refreshDerived } from '#core/measures/refresh-derived.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { driveCore } from '#tests/builders/driven-core.ts';
import { compare, type Figure } from './compare.ts';

const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

/** Ten people and ten interactions an account, half with an open task; one account in twenty is key, one person in five has a birthday, one in fifty an interval. */
function fill(db: Database.Database, accounts: number, today: string): void {
  const now = instantInZone(today, '09:00', ZONE);
  const account = prepared(db, "INSERT INTO account (id, name, is_key, customer_since, created_at) VALUES (?, ?, ?, ?, 0)");
  const person = prepared(db, 'INSERT INTO person (id, name, birthday, keep_in_touch_days, created_at) VALUES (?, ?, ?, ?, 0)');
  const position = prepared(db, "INSERT INTO position (id, person_id, account_id) VALUES (?, ?, ?)");
  const interaction = prepared(db, "INSERT INTO interaction (id, account_id, at, kind, summary) VALUES (?, ?, ?, 'call', 'Call')");
  const met = prepared(db, 'INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)');
  const task = prepared(db, "INSERT INTO task (id, account_id, title, due_on, created_at) VALUES (?, ?, 'Call', ?, 0)");
  for (let n = 0; n < accounts; n += 1) {
    const id = `a${String(n).padStart(6, '0')}`;
    account.run(id, `Account ${n}`, n % 20 === 0 ? 1 : 0, addDays(today, -n * 7));
    for (let k = 0; k < 10; k += 1) {
      const own = `${id}-${k}`;
      const born = addDays('1970-01-01', (n * 37 + k * 101) % 7_000);
      person.run(own, `Person ${own}`, k % 5 === 0 ? `${n % 2 === 0 ? 'lunar:' : ''}${born.slice(0, 8)}${n % 2 === 0 ? born.slice(8).replace('31', '30') : born.slice(8)}` : null, (n * 10 + k) % 50 === 0 ? 30 : null);
      position.run(own, own, id);
      interaction.run(own, id, now - ((n * 13 + k * 29) % 300) * DAY_MS);
      met.run(own, own);
    }
    if (n % 2 === 0) task.run(`t${id}`, id, addDays(today, (n % 41) - 20));
  }
}

const RAW = [
  "SELECT count(*) FROM task WHERE done_at IS NULL AND due_on IS NOT NULL AND due_on < @today",
  "SELECT count(*) FROM task WHERE done_at IS NULL AND due_on IS NOT NULL AND due_on = @today",
  `SELECT k.id, k.title, k.due_on, a.name FROM (SELECT * FROM task WHERE done_at IS NULL AND due_on IS NOT NULL AND due_on < @today ORDER BY due_on, id LIMIT 8) k
   CROSS JOIN account a ON a.id = k.account_id`,
  `SELECT k.id, k.title, k.due_on, a.name FROM (SELECT * FROM task WHERE done_at IS NULL AND due_on IS NOT NULL AND due_on = @today ORDER BY due_on, id LIMIT 8) k
   CROSS JOIN account a ON a.id = k.account_id`,
  `SELECT a.id, a.name, f.last_interaction_at FROM account a INDEXED BY account_watched CROSS JOIN account_figure f ON f.account_id = a.id
   WHERE (a.is_key = 1 OR a.quiet_days IS NOT NULL) AND f.last_interaction_at < @month ORDER BY 3`,
  `SELECT f.account_id, f.last_interaction_at, (SELECT max(i.id) FROM interaction i WHERE i.account_id = f.account_id AND i.at = f.last_interaction_at) AS id
   FROM account_figure f WHERE f.last_interaction_at >= @month AND f.next_task_id IS NULL
   AND NOT EXISTS (SELECT 1 FROM interaction i WHERE i.account_id = f.account_id AND i.at > @now) ORDER BY 2 DESC`,
  `SELECT p.id, p.name, (SELECT max(i.at) FROM interaction_person l CROSS JOIN interaction i ON i.id = l.interaction_id WHERE l.person_id = p.id) AS last
   FROM person p WHERE p.keep_in_touch_days IS NOT NULL`,
  `SELECT p.id, p.name, p.birthday FROM person p INDEXED BY person_birthday
   WHERE p.birthday IS NOT NULL AND substr(p.birthday, -5) IN (SELECT value FROM json_each(@endings))`,
  'SELECT * FROM review WHERE held_on >= @today LIMIT 5',
];

/** The bare rows behind the page, without names beyond the first, answers, days or order. */
function rawPage(db: Database.Database, today: string): void {
  const now = instantInZone(today, '09:00', ZONE);
  // Days of both calendars, as many as the page looks for.
  const endings = JSON.stringify(Array.from({ length: 28 }, (_, n) => addDays(today, n - 14).slice(5)));
  db.transaction(() => {
    for (const sql of RAW) prepared(db, sql).all({ today, now, month: now - 30 * DAY_MS, endings });
  })();
}

/** The page of today beside its bare queries, for the book of one manager and of a team. */
export async function todayFigures(dir: string, times: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const accounts of [300, 5_000]) {
    const own = `${dir}-${accounts}`;
    mkdirSync(own, { recursive: true });
    const { core, api, freshBook } = driveCore(own);
    await freshBook();
    const { day: today } = await api.today.read({});
    const book = core.current.get();
    book.write({ kind: 'user', verb: 'account.create', params: { name: 'fill' } }, () => fill(book.db, accounts, today));
    book.writeLocal(() => refreshDerived(book.db, { today, timeZone: ZONE, currency: 'CNY' }, 'all'));
    const [whole, count] = [() => api.today.read({}), () => api.today.count()];
    figures.push(await compare({ name: `today, ${accounts} accounts`, budget: 2, times, ours: whole, limit: () => rawPage(book.db, today) }));
    figures.push(await compare({ name: `count of the rail, ${accounts} accounts (against today's bare queries)`, budget: 1, times, ours: count, limit: () => rawPage(book.db, today) }));
    await core.close();
  }
  return figures;
}
