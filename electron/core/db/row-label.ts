import type Database from 'better-sqlite3';
import type { LoggedRow } from './log.ts';
import { prepared } from './prepared.ts';

const REVIEW_NAME = `SELECT (SELECT name FROM account WHERE id = r.account_id) || ' ' || r.year || '-Q' || r.quarter AS label FROM review`;
const REVIEW = `${REVIEW_NAME} r WHERE r.id = ?`;

/** The column, or the query by key, that gives a person something to recognise a row by. */
const LABELS: Readonly<Record<string, string>> = {
  account: 'SELECT name AS label FROM account WHERE id = ?',
  person: 'SELECT name AS label FROM person WHERE id = ?',
  colleague: 'SELECT name AS label FROM colleague WHERE id = ?',
  position: 'SELECT p.name AS label FROM position o JOIN person p ON p.id = o.person_id WHERE o.id = ?',
  account_known_as: 'SELECT name AS label FROM account_known_as WHERE id = ?',
  person_known_as: 'SELECT name AS label FROM person_known_as WHERE id = ?',
  product: 'SELECT name AS label FROM product WHERE id = ?',
  interaction: 'SELECT summary AS label FROM interaction WHERE id = ?',
  interaction_text: 'SELECT summary AS label FROM interaction WHERE id = ?',
  task: 'SELECT title AS label FROM task WHERE id = ?',
  sales_order: 'SELECT external_id AS label FROM sales_order WHERE id = ?',
  order_line: `SELECT o.external_id || ' · ' || json_extract(k.key, '$[1]') AS label FROM (SELECT ? AS key) k JOIN sales_order o ON o.id = json_extract(k.key, '$[0]')`,
  interaction_person: `SELECT name AS label FROM person WHERE id = json_extract(?, '$[1]')`,
  interaction_colleague: `SELECT name AS label FROM colleague WHERE id = json_extract(?, '$[1]')`,
  milestone: 'SELECT title AS label FROM milestone WHERE id = ?',
  work_day: 'SELECT name AS label FROM work_day WHERE date = ?',
  review: REVIEW,
  review_frozen: REVIEW,
  review_section: `${REVIEW_NAME} r WHERE r.id = json_extract(?, '$[0]')`,
  review_person: `SELECT name AS label FROM person WHERE id = json_extract(?, '$[1]')`,
  review_colleague: `SELECT name AS label FROM colleague WHERE id = json_extract(?, '$[1]')`,
  review_item: 'SELECT text AS label FROM review_item WHERE id = ?',
  review_template: 'SELECT name AS label FROM review_template WHERE id = ?',
  list_view: 'SELECT name AS label FROM list_view WHERE id = ?',
  setting: 'SELECT key AS label FROM setting WHERE key = ?',
};

const NAMING_COLUMNS = ['name', 'title', 'summary', 'external_id'];

/** A name a person would recognise the row by, also when only its deleted content is left; null when it has none. */
export function rowLabel(db: Database.Database, table: string, key: string, deleted: LoggedRow | null): string | null {
  const sql = LABELS[table];
  const found = sql ? prepared<{ label: string | null }>(db, sql).get(key)?.label : null;
  if (found) return found;
  const naming = NAMING_COLUMNS.map((column) => deleted?.[column]).find((value) => typeof value === 'string');
  return typeof naming === 'string' ? naming : null;
}
