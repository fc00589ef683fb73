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

/** What lists sort by beside the figures. An account that keeps its names keeps these, and with them its places in their indexes. */
const ORDER = {
  name_key: 'nameKey', city_key: 'cityKey', industry_key: 'industryKey', region_key: 'regionKey', country_key: 'countryKey',
  external_id: 'externalId', customer_since: 'customerSince', contract_end: 'contractEnd',
} as const;
const ORDER_COLUMNS = Object.keys(ORDER).join(', ');
const ORDER_VALUES = Object.values(ORDER).map((name) => `@${name}`).join(', ');

const UPSERT = `
  INSERT INTO account_figure (account_id, as_of, ${ORDER_COLUMNS}, revenue, revenue_before, margin, months, other_currencies,
    last_interaction_at, last_interaction_kind, next_task_id, next_task, next_due)
  VALUES (@accountId, @asOf, ${ORDER_VALUES}, @revenue, @revenueBefore, @margin, @months, @otherCurrencies,
    @lastInteractionAt, @lastInteractionKind, @nextTaskId, @nextTask, @nextDue)
  ON CONFLICT (account_id) DO UPDATE SET as_of = excluded.as_of,
    revenue = excluded.revenue, revenue_before = excluded.revenue_before, margin = excluded.margin, months = excluded.months,
    other_currencies = excluded.other_currencies, last_interaction_at = excluded.last_interaction_at,
    last_interaction_kind = excluded.last_interaction_kind, next_task_id = excluded.next_task_id, next_task = excluded.next_task,
    next_due = excluded.next_due`;

const REORDER = `
  UPDATE account_figure SET (${ORDER_COLUMNS}) = (${ORDER_VALUES})
  WHERE account_id = @accountId AND (${ORDER_COLUMNS}) IS NOT (${ORDER_VALUES})`;

interface SortSource {
  id: string;
  sort: string;
  city: string | null;
  industry: string | null;
  region: string | null;
  country: string | null;
  externalId: string | null;
  customerSince: string | null;
  contractEnd: string | null;
}

/** How words that many accounts share are sorted, each worked out once. */
function wordKeys(): (word: string | null) => string | null {
  const known = new Map<string, string>();
  return (word) => {
    if (!word) return null;
    const key = known.get(word) ?? nameKeys([word], false).sort;
    known.set(word, key);
    return key;
  };
}

function refreshFigures(db: Database.Database, context: DerivedContext, accounts: 'all' | readonly string[]): void {
  const scope = accounts === 'all' ? '' : 'WHERE a.id IN (SELECT value FROM json_each(+@ids))';
  const ids = { ids: JSON.stringify(accounts) };
  const sources = prepared<SortSource>(db, `
    SELECT a.id, n.sort, a.city, a.industry, a.region, a.country, a.external_id AS externalId, a.customer_since AS customerSince, a.contract_end AS contractEnd
    FROM account a JOIN name_key n ON n.kind = 'account' AND n.id = a.id ${scope}`).all(ids);
  const measured = { asOf: context.today, timeZone: context.timeZone, currency: context.currency };
  const figures = new Map(readAccountFigures(db, measured, accounts).map((row) => [row.accountId, row]));
  const keyOf = wordKeys();
  const upsert = prepared(db, UPSERT);
  const reorder = prepared(db, REORDER);
  for (const { id, sort, city, industry, region, country, externalId, customerSince, contractEnd } of sources) {
    const row = figures.get(id);
    if (!row) continue;
    const order = {
      accountId: id, nameKey: sort, cityKey: keyOf(city), industryKey: keyOf(industry), regionKey: keyOf(region), countryKey: keyOf(country),
      externalId, customerSince, contractEnd,
    };
    upsert.run({ ...row, ...order, asOf: context.today, months: JSON.stringify(row.months), otherCurrencies: JSON.stringify(row.otherCurrencies) });
    reorder.run(order);
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
