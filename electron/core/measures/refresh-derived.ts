import type Database from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';
import type { TouchedRows } from '../db/touched-rows.ts';
import { readAccountFigures } from './account-figures.ts';
import { nameKeys } from './name-keys.ts';
import { refreshNameKeys } from './refresh-name-keys.ts';

/** When and in which terms derived rows are computed: `today` is the date in the book's time zone. */
export interface DerivedContext {
  today: string;
  /** IANA name. */
  timeZone: string;
  /** ISO 4217 code. */
  currency: string;
}

const UPSERT = `
  INSERT INTO account_figure (account_id, as_of, name_key, city_key, revenue, revenue_before, margin, months, other_currencies,
    last_interaction_at, last_interaction_kind, next_task_id, next_task, next_due)
  VALUES (@accountId, @asOf, @nameKey, @cityKey, @revenue, @revenueBefore, @margin, @months, @otherCurrencies,
    @lastInteractionAt, @lastInteractionKind, @nextTaskId, @nextTask, @nextDue)
  ON CONFLICT (account_id) DO UPDATE SET as_of = excluded.as_of, name_key = excluded.name_key, city_key = excluded.city_key,
    revenue = excluded.revenue, revenue_before = excluded.revenue_before, margin = excluded.margin, months = excluded.months,
    other_currencies = excluded.other_currencies, last_interaction_at = excluded.last_interaction_at,
    last_interaction_kind = excluded.last_interaction_kind, next_task_id = excluded.next_task_id, next_task = excluded.next_task,
    next_due = excluded.next_due`;

interface SortSource {
  id: string;
  city: string | null;
  sort: string;
}

function refreshFigures(db: Database.Database, context: DerivedContext, accounts: 'all' | readonly string[]): void {
  const scope = accounts === 'all' ? '' : 'WHERE a.id IN (SELECT value FROM json_each(+@ids))';
  const ids = { ids: JSON.stringify(accounts) };
  const sources = prepared<SortSource>(db, `SELECT a.id, a.city, n.sort FROM account a JOIN name_key n ON n.kind = 'account' AND n.id = a.id ${scope}`).all(ids);
  const measured = { asOf: context.today, timeZone: context.timeZone, currency: context.currency };
  const figures = new Map(readAccountFigures(db, measured, accounts).map((row) => [row.accountId, row]));
  const cities = new Map<string, string>();
  const cityKey = (city: string): string => {
    const known = cities.get(city) ?? nameKeys([city], false).sort;
    cities.set(city, known);
    return known;
  };
  const upsert = prepared(db, UPSERT);
  for (const { id, city, sort } of sources) {
    const row = figures.get(id);
    if (!row) continue;
    upsert.run({
      ...row, asOf: context.today, nameKey: sort, cityKey: city ? cityKey(city) : null,
      months: JSON.stringify(row.months), otherCurrencies: JSON.stringify(row.otherCurrencies),
    });
  }
  const gone = 'NOT EXISTS (SELECT 1 FROM account a WHERE a.id = account_id)';
  if (accounts === 'all') prepared(db, `DELETE FROM account_figure WHERE ${gone}`).run();
  else prepared(db, `DELETE FROM account_figure WHERE account_id IN (SELECT value FROM json_each(+@ids)) AND ${gone}`).run(ids);
}

/** Whether the figures were made for another day; all rows always bear the same one. */
export function figuresAreBehind(db: Database.Database, today: string): boolean {
  const row = prepared<{ asOf: string }>(db, 'SELECT as_of AS asOf FROM account_figure LIMIT 1').get();
  return row !== undefined && row.asOf !== today;
}

/**
 * Brings account_figure and name_key up to date inside the caller's transaction. On another day than the last, all figures are
 * computed anew whatever was touched, since the twelve-month windows have moved, and so they are when the book's zone or
 * currency changed; names are read anew only where they changed.
 */
export function refreshDerived(db: Database.Database, context: DerivedContext, touched: TouchedRows | 'all'): void {
  const all = touched === 'all';
  refreshNameKeys(db, 'account', all ? 'all' : touched.accounts);
  refreshNameKeys(db, 'person', all ? 'all' : touched.people);
  refreshNameKeys(db, 'colleague', all ? 'all' : touched.colleagues);
  if (all || touched.allFigures || figuresAreBehind(db, context.today)) refreshFigures(db, context, 'all');
  else if (touched.accounts.length > 0) refreshFigures(db, context, touched.accounts);
}
