import { simplifyHan } from '#shared/kernel/simplify-han.ts';
import { headerWords } from './header-words.ts';
import type { ImportKind, Mapping } from './model.ts';
import { headerKey } from './text.ts';

const rankings = new Map<ImportKind, Map<string, { field: string; rank: number }[]>>();

/** Header key → the fields it may name, each with its place in that field's words. */
function rankingOf(kind: ImportKind): Map<string, { field: string; rank: number }[]> {
  const known = rankings.get(kind);
  if (known) return known;
  const made = new Map<string, { field: string; rank: number }[]>();
  for (const [field, words] of Object.entries(headerWords[kind])) {
    for (const [rank, word] of words.split(',').entries()) {
      const key = headerKey(word);
      made.set(key, [...(made.get(key) ?? []), { field, rank }]);
    }
  }
  rankings.set(kind, made);
  return made;
}

/** A header may carry its unit in parentheses, as in `Amount (USD)` or `金额（元）`, or the mark of a custom field; the whole is tried first. Traditional characters are read as simplified. */
function keysOf(header: string): string[] {
  const written = simplifyHan(header);
  const bare = written.normalize('NFKC').replace(/\([^)]*\)|__c$/g, '');
  return [...new Set([headerKey(written), headerKey(bare)])].filter((key) => key !== '');
}

/** What the values of a column say of it as the filler of a field. */
export type Suits = (field: string, column: number) => 'well' | 'barely' | 'no';

/** Proposes which column fills which field; each column and each field is used once, the closest wording first. */
export function matchColumns(kind: ImportKind, headers: readonly string[], suits: Suits = () => 'well'): Mapping {
  const ranking = rankingOf(kind);
  const candidates = headers.flatMap((header, column) => keysOf(header).flatMap((key, trial) =>
    (ranking.get(key) ?? []).map(({ field, rank }) => ({ field, column, rank: rank + trial * 100 + (suits(field, column) === 'barely' ? 200 : 0) })))
    .filter(({ field }) => suits(field, column) !== 'no'));
  candidates.sort((a, b) => a.rank - b.rank || a.column - b.column);
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const { field, column } of candidates) {
    if (Object.hasOwn(mapping, field) || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return kind === 'people' ? nameOfAccount(mapping) : mapping;
}

/** Where first and last name stand apart and no column names the account, a bare `Name` is that of the account. */
function nameOfAccount({ name, ...others }: Mapping): Mapping {
  const has = (id: string): boolean => Object.hasOwn(others, id);
  if (name === undefined || has('accountName') || !has('firstName') || !has('lastName')) return name === undefined ? others : { ...others, name };
  return { ...others, accountName: name };
}
