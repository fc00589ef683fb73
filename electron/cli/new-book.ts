import { userInfo } from 'node:os';
import { basename, extname } from 'node:path';
import type { Command } from './command.ts';
import type { Session } from './session.ts';

type NewCommand = Extract<Command, { name: 'new' }>;
type NewInput = Parameters<Session['client']['sample']['create']>[0];

async function newSample({ client, say, signal, words }: Session, input: NewInput) {
  for await (const event of await client.sample.create(input, { signal })) {
    if (event.type === 'done') return event.book;
    if (event.rows > 0) say(words.cli.progress, { rows: event.rows, percent: Math.floor((100 * event.rows) / event.totalRows) });
  }
  throw new Error('a sample ended without a book');
}

/** Makes a book; what is not said is taken from the computer's own settings, or of a sample from its story. */
export function newBook(session: Session, command: NewCommand) {
  const place = session.path(command.book);
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const book = { path: place, title: command.title ?? basename(place, extname(place)), timeZone: command.timeZone ?? timeZone };
  const { currency, owner, seed, today } = command;
  if (command.sample) return newSample(session, { ...book, currency, owner, seed, today });
  return session.client.book.create({ ...book, currency: currency ?? (locale.startsWith('zh') ? 'CNY' : 'USD'), owner: owner ?? userInfo().username });
}
