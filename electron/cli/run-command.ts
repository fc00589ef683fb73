import { CodedError } from '#shared/kernel/coded-error.ts';
import { callProcedure } from './call-procedure.ts';
import { readCommand, type Command } from './command.ts';
import { complain } from './complaint.ts';
import { importFile } from './import-file.ts';
import { makeCalendar } from './make-calendar.ts';
import { makeReview } from './make-review.ts';
import { newBook } from './new-book.ts';
import { listProcedures } from './procedures.ts';
import { runQuery } from './run-query.ts';
import { openSession, type Session, type Terminal } from './session.ts';
import { syncBook } from './sync-book.ts';
import { wordsFor } from './words.ts';

async function verifyBook({ client, path }: Session, book: string) {
  await client.book.open({ path: path(book) });
  const report = await client.book.verify();
  if (!report.healthy) throw new CodedError('book-damaged', { where: { path: path(book) }, params: { detail: report.problems.join('; ') } });
  return report;
}

function run(session: Session, command: Exclude<Command, { name: 'procedures' }>): Promise<unknown> {
  switch (command.name) {
    case 'new': return newBook(session, command);
    case 'import': return importFile(session, command);
    case 'review': return makeReview(session, command);
    case 'ics': return makeCalendar(session, command);
    case 'call': return callProcedure(session, command);
    case 'sql': return runQuery(session, command);
    case 'sync': return syncBook(session, command);
    case 'verify': return verifyBook(session, command.book);
  }
}

/**
 * Runs one command line to its end.
 * @returns the document for standard output and the exit code: 0, or 2 with code, message and where
 */
export async function runCommand(argv: readonly string[], terminal: Terminal): Promise<{ document: unknown; exitCode: 0 | 2 }> {
  const words = wordsFor(terminal.env);
  try {
    const command = readCommand(argv);
    if (command.name === 'procedures') return { document: listProcedures(), exitCode: 0 };
    const session = openSession(terminal, words);
    try {
      return { document: (await run(session, command)) ?? null, exitCode: 0 };
    } finally {
      await session.core.close();
    }
  } catch (error) {
    const complaint = complain(error, words);
    terminal.tell(`${complaint.message}\n`);
    return { document: complaint, exitCode: 2 };
  }
}
