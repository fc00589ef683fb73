import type Database from 'better-sqlite3';
import type { SearchKind } from '#shared/domain/search/model.ts';
import { prepared } from '../db/prepared.ts';

/** What is searched of one thing. */
export interface SearchSource {
  id: string;
  /** Its moment, ms UTC. */
  at: number;
  text: string;
}

/** Fields stand apart by a character that is neither letter nor space: no phrase reaches from one into the next. */
const fields = (...columns: string[]): string => `concat_ws(char(31), ${columns.join(', ')})`;

/** What a record was called before others were merged into it. */
const former = (kind: 'account' | 'person'): string => `(SELECT group_concat(${fields('k.name', 'k.external_id')}, char(31)) FROM ${kind}_known_as k WHERE k.${kind}_id = x.id)`;

/** `SearchSource` of the things of a kind whose ids are in the JSON array `@ids`. */
const SOURCES: Readonly<Record<SearchKind, string>> = {
  account: `SELECT x.id, x.created_at AS at,
      ${fields('x.name', 'x.alias', 'x.external_id', 'x.industry', 'x.address', 'x.city', 'x.region', 'x.postal_code', 'x.country', 'x.phone', 'x.website', former('account'))} AS text
    FROM json_each(+@ids) j CROSS JOIN account x ON x.id = j.value`,
  // People without a position have left every account and stay in old interactions only.
  person: `SELECT x.id, x.created_at AS at, ${fields('x.name', 'x.email', 'x.phone', 'x.mobile', 'x.wechat', 'x.external_id',
    `group_concat(${fields('o.title', 'o.department')}, char(31))`, former('person'))} AS text
    FROM json_each(+@ids) j CROSS JOIN person x ON x.id = j.value CROSS JOIN position o ON o.person_id = x.id GROUP BY x.id`,
  interaction: `SELECT x.id, x.at, ${fields('x.summary', 'x.place', 't.decisions', 't.notes')} AS text
    FROM json_each(+@ids) j CROSS JOIN interaction x ON x.id = j.value LEFT JOIN interaction_text t ON t.interaction_id = x.id`,
  order: `SELECT x.id, unixepoch(x.ordered_on) * 1000 AS at, ${fields('x.external_id',
    `(SELECT group_concat(DISTINCT p.name) FROM order_line l CROSS JOIN product p ON p.id = l.product_id WHERE l.order_id = x.id)`)} AS text
    FROM json_each(+@ids) j CROSS JOIN sales_order x ON x.id = j.value`,
  task: 'SELECT x.id, x.created_at AS at, x.title AS text FROM json_each(+@ids) j CROSS JOIN task x ON x.id = j.value',
};

/** The texts of those things of a kind that the book has. */
export function readSources(db: Database.Database, kind: SearchKind, ids: readonly string[]): SearchSource[] {
  return prepared<SearchSource>(db, SOURCES[kind]).all({ ids: JSON.stringify(ids) });
}
