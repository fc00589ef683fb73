import type { Command } from './command.ts';
import type { Session } from './session.ts';
import { writeOut } from './write-out.ts';

/** Writes the days of a book to a calendar file, over one of the same name. */
export async function makeCalendar({ client, path }: Session, command: Extract<Command, { name: 'ics' }>) {
  const out = path(command.out);
  await client.book.open({ path: path(command.book) });
  return { file: out, bytes: await writeOut(out, await client.calendar.file()) };
}
