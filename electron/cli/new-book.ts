import { userInfo } from 'node:os';
import { basename, extname } from 'node:path';
import type { Command } from './command.ts';
import type { Session } from './session.ts';

/** Makes a book; what is not said is taken from the computer's own settings. */
export function newBook({ client, path }: Session, command: Extract<Command, { name: 'new' }>) {
  const place = path(command.book);
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return client.book.create({
    path: place,
    title: command.title ?? basename(place, extname(place)),
    timeZone: command.timeZone ?? timeZone,
    currency: command.currency ?? (locale.startsWith('zh') ? 'CNY' : 'USD'),
    owner: command.owner ?? userInfo().username,
  });
}
