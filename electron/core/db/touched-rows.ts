import type Database from 'better-sqlite3';
import { prepared } from './prepared.ts';
import { capturedTables, type TableShape } from './tables.ts';

/** Rows whose derived tables are behind; of rows since deleted too. */
export interface TouchedRows {
  accounts: string[];
  people: string[];
  colleagues: string[];
  /** Set when the figures of every account are behind though none was changed: the book reckons in other terms. */
  allFigures?: true;
}

interface Trace {
  /** What a change leaves behind; `shown` where the account shows it, and none of its derived rows depend on it … */
  kind: 'accounts' | 'people' | 'colleagues' | 'shown';
  /** … known by this column of the changed row, by its value before and after. */
  column: string;
  /** The table, and its column of that value, whose `account_id` is meant; the value itself without it. */
  via?: [table: string, column: string];
  /** Rows that were only added leave nothing behind that rows beside them do not. */
  unlessNew?: boolean;
}

const REVIEW_PARTS = ['review_section', 'review_person', 'review_colleague', 'review_item', 'review_frozen'];

/** What changes of a table leave behind. Tables that no account shows and nothing is derived from are absent. */
const TRACES: Readonly<Record<string, readonly Trace[]>> = {
  account: [{ kind: 'accounts', column: 'id' }],
  person: [{ kind: 'people', column: 'id' }, { kind: 'shown', column: 'id', via: ['position', 'person_id'], unlessNew: true }],
  position: [{ kind: 'shown', column: 'account_id' }, { kind: 'people', column: 'person_id' }],
  account_known_as: [{ kind: 'accounts', column: 'account_id' }],
  person_known_as: [{ kind: 'people', column: 'person_id' }, { kind: 'shown', column: 'person_id', via: ['position', 'person_id'] }],
  colleague: [{ kind: 'colleagues', column: 'id' }],
  interaction: [{ kind: 'accounts', column: 'account_id' }],
  // A new text comes with its interaction.
  interaction_text: [{ kind: 'shown', column: 'interaction_id', via: ['interaction', 'id'], unlessNew: true }],
  interaction_person: [{ kind: 'shown', column: 'interaction_id', via: ['interaction', 'id'] }],
  interaction_colleague: [{ kind: 'shown', column: 'interaction_id', via: ['interaction', 'id'] }],
  task: [{ kind: 'accounts', column: 'account_id' }],
  sales_order: [{ kind: 'accounts', column: 'account_id' }],
  order_line: [{ kind: 'accounts', column: 'order_id', via: ['sales_order', 'id'] }],
  milestone: [{ kind: 'shown', column: 'account_id' }],
  review: [{ kind: 'shown', column: 'account_id' }],
  ...Object.fromEntries(REVIEW_PARTS.map((part) => [part, [{ kind: 'shown', column: 'review_id', via: ['review', 'id'] }] as const])),
};

/**
 * SELECT (`value`) of what a column held before and after the changes from arrival `@first` to `@last`: from the keys, or from the rows and the log.
 * @param allNew rows were only added, so that the log need not be unpacked
 */
export function valuesSql({ name, keyColumns }: TableShape, { column, unlessNew }: Pick<Trace, 'column' | 'unlessNew'>, allNew = false): string {
  const among = `c.arrival BETWEEN +@first AND +@last AND c.tbl = '${name}'${unlessNew ? ' AND c.op <> 1' : ''}`;
  const place = keyColumns.indexOf(column);
  if (place >= 0) return `SELECT ${keyColumns.length === 1 ? 'c.key' : `json_extract(c.key, '$[${place}]')`} AS value FROM change c WHERE ${among}`;
  const now = `SELECT x."${column}" AS value FROM change c CROSS JOIN "${name}" x ON x."${keyColumns[0]}" = c.key WHERE ${among}`;
  return allNew ? now : `${now}
    UNION ALL SELECT json_extract(c.data, CASE c.op WHEN 2 THEN '$."${column}"[0]' ELSE '$."${column}"' END) FROM change c WHERE ${among} AND c.op IN (2, 3)`;
}

function traceSql(table: TableShape, trace: Trace, allNew: boolean): string {
  const values = `(SELECT DISTINCT value FROM (${valuesSql(table, trace, allNew)}) WHERE value IS NOT NULL) v`;
  if (!trace.via) return `SELECT v.value AS id FROM ${values}`;
  const [via, column] = trace.via;
  return `SELECT DISTINCT x.account_id AS id FROM ${values} CROSS JOIN "${via}" x ON x."${column}" = v.value`;
}

interface TraceQueries {
  kind: Trace['kind'];
  /** Of changes of every kind; and of rows that were only added, where they leave anything behind. */
  any: string;
  added: string | null;
}

const known = new WeakMap<Database.Database, Map<string, TraceQueries[]>>();

function tracesOf(db: Database.Database, name: string): TraceQueries[] {
  let queries = known.get(db);
  if (!queries) {
    queries = new Map(capturedTables(db).map((table) => [table.name, (TRACES[table.name] ?? []).map((trace) => (
      { kind: trace.kind, any: traceSql(table, trace, false), added: trace.unlessNew ? null : traceSql(table, trace, true) }))]));
    known.set(db, queries);
  }
  return queries.get(name) ?? [];
}

export interface Touched {
  /** Tables with changes, in name order. */
  tables: string[];
  rows: TouchedRows;
  /** Accounts that the changes belong to: their history tells of them, their pages show them. */
  accounts: string[];
  /** Something changed that many accounts show, such as a product: `accounts` does not say where. */
  everywhere: boolean;
}

/** Settings that figures are reckoned with. */
const TERMS_CHANGED = `
  SELECT 1 FROM change WHERE arrival BETWEEN +@first AND +@last AND tbl = 'setting' AND key IN ('timeZone', 'currency') LIMIT 1`;

const ofAccounts = (table: string): boolean => (TRACES[table] ?? []).some(({ kind }) => kind === 'accounts' || kind === 'shown');

/**
 * What the changes of a stretch of arrivals, both ends included, have touched. Asked once for each transaction instead
 * of noted by triggers for each row: half the work of a large import.
 */
export function touchedBy(db: Database.Database, first: number, last: number): Touched {
  const changed = prepared<{ tbl: string; allNew: number }>(db, 'SELECT tbl, max(op) = 1 AS allNew FROM change WHERE arrival BETWEEN +@first AND +@last GROUP BY tbl ORDER BY tbl').all({ first, last });
  const found = { accounts: new Set<string>(), people: new Set<string>(), colleagues: new Set<string>(), shown: new Set<string>() };
  for (const { tbl, allNew } of changed) {
    for (const { kind, any, added } of tracesOf(db, tbl)) {
      const sql = allNew ? added : any;
      if (sql) for (const { id } of prepared<{ id: string }>(db, sql).all({ first, last })) found[kind].add(id);
    }
  }
  const tables = changed.map(({ tbl }) => tbl);
  const rows: TouchedRows = { accounts: [...found.accounts], people: [...found.people], colleagues: [...found.colleagues] };
  if (tables.includes('setting') && prepared(db, TERMS_CHANGED).get({ first, last })) rows.allFigures = true;
  return { tables, everywhere: !tables.every(ofAccounts), accounts: [...new Set([...found.accounts, ...found.shown])], rows };
}
