import { CodedError } from '#shared/kernel/coded-error.ts';

const MEANINGS: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/^SQLITE_(CORRUPT|NOTADB)/, 'book-damaged'],
  [/^SQLITE_FULL/, 'disk-full'],
  [/^SQLITE_IOERR/, 'disk-failed'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/, 'not-writable'],
];

/**
 * What SQLite says of the file or the disk becomes an error that a person can act on; anything else stays as it is.
 * @returns CodedError `book-damaged`, `disk-full`, `disk-failed`, `not-writable` with the path, or `cause` itself
 */
export function explainSqlite(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error) || !('code' in cause)) return cause;
  const code = MEANINGS.find(([pattern]) => pattern.test(String(cause.code)))?.[1];
  return code === undefined ? cause : new CodedError(code, { where: { path }, cause });
}
