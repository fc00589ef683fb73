import type Database from 'better-sqlite3';
import { matchName, type NameMatch, type NameQuery } from '#shared/domain/name/match-name.ts';
import { prepared } from '../db/prepared.ts';

export interface FoundName {
  kind: string;
  id: string;
  match: NameMatch;
}

export interface NameSearch {
  query: NameQuery;
  kinds: readonly string[];
  /** Ids that come before all others. */
  first?: readonly string[];
  /** Without a limit all are found. */
  limit?: number;
}

interface Candidate {
  kind: string;
  id: string;
  sort: string;
  plain: string;
  pinyin: string;
  initials: string;
}

const COLUMNS = 'n.kind, n.id, n.sort, n.plain, n.pinyin, n.initials';
const KINDS = 'n.kind IN (SELECT value FROM json_each(+@kinds))';

/** The rank of `matchName`, as far as whole beginnings go. */
const RANK = `CASE
  WHEN instr(n.plain, @lineText) OR instr(n.initials, @lineLetters) OR instr(n.spelled, @lineLetters) THEN 0
  WHEN instr(n.plain, @wordText) OR instr(n.initials, @letters) OR instr(n.spelled, @wordLetters) THEN 1
  WHEN instr(n.plain, @text) THEN 2 END`;

const BY_TEXT = `
  SELECT ${COLUMNS} FROM (
    SELECT ${COLUMNS}, ${RANK} AS rank FROM name_key n
    WHERE ${KINDS} AND (instr(n.plain, @text) OR instr(n.initials, @letters) OR instr(n.spelled, @letters))) n
  WHERE rank IS NOT NULL ORDER BY n.id IN (SELECT value FROM json_each(+@first)) DESC, rank, n.sort, n.id LIMIT +@limit`;

/** Whole syllables and initials mixed, such as `liuzj`: every letter in order is needed, and `matchName` decides. */
const BY_LETTERS = `SELECT ${COLUMNS} FROM name_key n WHERE ${KINDS} AND n.pinyin LIKE +@pattern`;

/** Stands for letters that nothing can be spelled with: no form holds an empty line. */
const NOTHING = '\n\n';

/**
 * Finds names by text, pinyin or initials: those of `first`, then the ones that begin with what was typed, then the rest, each by name.
 * Two letters are either initials or the beginning of a syllable; only three can mix both, and only then is a second pass made.
 */
export function findNames(db: Database.Database, search: NameSearch): FoundName[] {
  const { query } = search;
  const limit = search.limit ?? -1;
  const first = new Set(search.first ?? []);
  const kinds = JSON.stringify(search.kinds);
  const letters = query.letters || NOTHING;
  const candidates = prepared<Candidate>(db, BY_TEXT).all({
    text: query.plain, lineText: `\n${query.plain}`, wordText: ` ${query.plain}`,
    letters, lineLetters: `\n${letters}`, wordLetters: ` ${letters}`,
    kinds, first: JSON.stringify([...first]), limit,
  });
  if (query.letters.length > 2 && (limit < 0 || candidates.length < limit)) {
    const known = new Set(candidates.map((row) => `${row.kind} ${row.id}`));
    const pattern = `%${[...query.letters].join('%')}%`;
    candidates.push(...prepared<Candidate>(db, BY_LETTERS).all({ kinds, pattern }).filter((row) => !known.has(`${row.kind} ${row.id}`)));
  }
  const found = candidates.flatMap((row) => {
    const match = matchName(row, query);
    return match ? [{ kind: row.kind, id: row.id, match, sort: row.sort, mine: first.has(row.id) ? 0 : 1 }] : [];
  });
  found.sort((a, b) => a.mine - b.mine || a.match.rank - b.match.rank || (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : 1));
  return found.slice(0, limit < 0 ? undefined : limit).map(({ kind, id, match }) => ({ kind, id, match }));
}
