import type { Command } from './command.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Session } from './session.ts';

type Database = ReturnType<Session['core']['current']['get']>['db'];

function prepare(db: Database, query: string) {
  try {
    return db.prepare(query);
  } catch (cause) {
    throw new CodedError('query-failed', { params: { detail: cause instanceof Error ? cause.message : '' }, cause });
  }
}

/**
 * Runs one query that only reads, and gives its rows. SQLite itself judges the prepared statement, and the connection
 * refuses writes while it runs.
 * @throws CodedError `query-not-read-only`, `query-failed`
 */
export async function runQuery({ client, core, path }: Session, command: Extract<Command, { name: 'sql' }>): Promise<unknown[]> {
  await client.book.open({ path: path(command.book) });
  const { db } = core.current.get();
  const statement = prepare(db, command.query);
  if (!statement.readonly || !statement.reader) throw new CodedError('query-not-read-only');
  db.pragma('query_only = ON');
  try {
    return statement.all();
  } catch (cause) {
    throw new CodedError('query-failed', { params: { detail: cause instanceof Error ? cause.message : '' }, cause });
  } finally {
    db.pragma('query_only = OFF');
  }
}
