import type Database from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';
import { nameKeys } from './name-keys.ts';

type NameKind = 'account' | 'person' | 'colleague';

/** The names of a row of `x`, one a line. */
const SOURCES: Readonly<Record<NameKind, string>> = {
  account: "x.name || coalesce(char(10) || nullif(x.alias, ''), '') || coalesce(char(10) || nullif(x.external_id, ''), '')",
  person: 'x.name',
  colleague: 'x.name',
};

/** What can be found. People without a position have left every account and stay in old interactions only. */
const FOUND: Readonly<Record<NameKind, string>> = {
  account: 'account',
  person: '(SELECT id, name FROM person p WHERE EXISTS (SELECT 1 FROM position o WHERE o.person_id = p.id))',
  colleague: 'colleague',
};

/** Writes the search forms of names that are new or were changed, and removes those of rows that are gone. */
export function refreshNameKeys(db: Database.Database, kind: NameKind, ids: 'all' | readonly string[]): void {
  if (ids.length === 0) return;
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
  for (const { id, source } of behind) upsert.run({ id, source, ...nameKeys(source.split('\n'), kind !== 'account') });
}
