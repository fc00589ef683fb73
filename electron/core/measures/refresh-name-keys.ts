import type Database from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';
import { nameKeys } from './name-keys.ts';

type NameKind = 'account' | 'person' | 'colleague';
/** Names from before a merge have rows of their own: whoever asks for today's names does not meet them. */
type KeyKind = NameKind | 'formerAccount' | 'formerPerson';

const FORMER: Readonly<Partial<Record<NameKind, KeyKind>>> = { account: 'formerAccount', person: 'formerPerson' };

/** The names of a row of `x`, one a line. */
const SOURCES: Readonly<Record<KeyKind, string>> = {
  account: "x.name || coalesce(char(10) || nullif(x.alias, ''), '') || coalesce(char(10) || nullif(x.external_id, ''), '')",
  person: 'x.name',
  colleague: 'x.name',
  formerAccount: 'x.names',
  formerPerson: 'x.names',
};

/** Rows of a kind that bore other names, with these. */
function formerly(kind: 'account' | 'person', among: string, isNow: string): string {
  const names = `FROM ${kind}_known_as k WHERE k.${kind}_id = p.id AND NOT (${isNow})`;
  return `(SELECT p.id, (SELECT group_concat(name, char(10)) FROM (SELECT DISTINCT k.name ${names} ORDER BY k.name)) AS names FROM ${among} p WHERE EXISTS (SELECT 1 ${names}))`;
}

/** What can be found. People without a position have left every account and stay in old interactions only. */
const PEOPLE = '(SELECT id, name FROM person p WHERE EXISTS (SELECT 1 FROM position o WHERE o.person_id = p.id))';
const FOUND: Readonly<Record<KeyKind, string>> = {
  account: 'account',
  person: PEOPLE,
  colleague: 'colleague',
  formerAccount: formerly('account', 'account', 'k.name = p.name OR k.name IS p.alias'),
  formerPerson: formerly('person', PEOPLE, 'k.name = p.name'),
};

function refreshKeys(db: Database.Database, kind: KeyKind, ids: 'all' | readonly string[]): void {
  const given = { ids: JSON.stringify(ids) };
  const among = (column: string): string => (ids === 'all' ? '' : `AND ${column} IN (SELECT value FROM json_each(+@ids))`);
  prepared(db, `DELETE FROM name_key WHERE kind = '${kind}' ${among('id')} AND NOT EXISTS (SELECT 1 FROM ${FOUND[kind]} x WHERE x.id = name_key.id)`).run(given);
  const behind = prepared<{ id: string; source: string }>(db, `
    SELECT x.id, ${SOURCES[kind]} AS source FROM ${FOUND[kind]} x LEFT JOIN name_key n ON n.kind = '${kind}' AND n.id = x.id
    WHERE n.source IS NOT ${SOURCES[kind]} ${among('x.id')}`).all(given);
  const upsert = prepared(db, `
    INSERT INTO name_key (kind, id, source, sort, plain, pinyin, spelled, initials)
    VALUES ('${kind}', @id, @source, @sort, @plain, @pinyin, @spelled, @initials)
    ON CONFLICT (kind, id) DO UPDATE SET source = excluded.source, sort = excluded.sort, plain = excluded.plain,
      pinyin = excluded.pinyin, spelled = excluded.spelled, initials = excluded.initials`);
  for (const { id, source } of behind) upsert.run({ id, source, ...nameKeys(source.split('\n'), kind !== 'account' && kind !== 'formerAccount') });
}

/** Writes the search forms of names that are new or were changed, former names too, and removes those of rows that are gone. */
export function refreshNameKeys(db: Database.Database, kind: NameKind, ids: 'all' | readonly string[]): void {
  if (ids.length === 0) return;
  refreshKeys(db, kind, ids);
  const former = FORMER[kind];
  if (former) refreshKeys(db, former, ids);
}
