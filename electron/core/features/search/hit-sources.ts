import type { SearchKind } from '#shared/domain/search/model.ts';

/** What a hit shows, before its words are marked. */
export interface HitRow {
  id: string;
  accountId: string;
  title: string;
  detail: string | null;
  at: number | null;
  day: string | null;
  /** What else is searched, a field a line. */
  body: string;
}

const lines = (...columns: string[]): string => `concat_ws(char(10), ${columns.map((column) => `nullif(${column}, '')`).join(', ')})`;
/** Numbers from before a merge; names have a place of their own. */
const numbers = (kind: 'account' | 'person'): string => `(SELECT group_concat(k.external_id, char(10)) FROM ${kind}_known_as k WHERE k.${kind}_id = x.id)`;
const OF_IDS = 'FROM json_each(+@ids) j CROSS JOIN';

/** `HitRow` of the things of a kind whose ids are in the JSON array `@ids`. */
export const HIT_SOURCES: Readonly<Record<SearchKind, string>> = {
  account: `SELECT x.id, x.id AS accountId, x.name AS title, nullif(concat_ws(' · ', nullif(x.alias, ''), nullif(x.city, '')), '') AS detail,
      NULL AS at, NULL AS day,
      ${lines('x.alias', 'x.external_id', 'x.industry', 'x.address', 'x.city', 'x.region', 'x.postal_code', 'x.country', 'x.phone', 'x.website', numbers('account'))} AS body
    ${OF_IDS} account x ON x.id = j.value`,
  person: `SELECT x.id, o.account_id AS accountId, x.name AS title, coalesce(nullif(o.title, '') || ' · ', '') || a.name AS detail, NULL AS at, NULL AS day,
      ${lines('x.email', 'x.phone', 'x.mobile', 'x.wechat', 'x.external_id',
        `(SELECT group_concat(${lines('q.title', 'q.department')}, char(10)) FROM position q WHERE q.person_id = x.id)`, numbers('person'))} AS body
    ${OF_IDS} person x ON x.id = j.value
    CROSS JOIN position o ON o.id = (SELECT q.id FROM position q WHERE q.person_id = x.id ORDER BY q.id LIMIT 1) CROSS JOIN account a ON a.id = o.account_id`,
  interaction: `SELECT x.id, x.account_id AS accountId, x.summary AS title, a.name AS detail, x.at, NULL AS day, ${lines('t.decisions', 't.notes', 'x.place')} AS body
    ${OF_IDS} interaction x ON x.id = j.value CROSS JOIN account a ON a.id = x.account_id LEFT JOIN interaction_text t ON t.interaction_id = x.id`,
  order: `SELECT x.id, x.account_id AS accountId, coalesce(x.external_id, '') AS title, a.name AS detail, NULL AS at, x.ordered_on AS day,
      coalesce((SELECT group_concat(DISTINCT p.name) FROM order_line l CROSS JOIN product p ON p.id = l.product_id WHERE l.order_id = x.id), '') AS body
    ${OF_IDS} sales_order x ON x.id = j.value CROSS JOIN account a ON a.id = x.account_id`,
  task: `SELECT x.id, x.account_id AS accountId, x.title, a.name AS detail, NULL AS at, CASE WHEN x.done_at IS NULL THEN x.due_on END AS day, '' AS body
    ${OF_IDS} task x ON x.id = j.value CROSS JOIN account a ON a.id = x.account_id`,
};
