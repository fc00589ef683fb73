import type { Command } from './command.ts';
import type { Session } from './session.ts';

/** Exchanges a book's changes with those in a folder and tells how far it is. @returns the summary */
export async function syncBook({ client, path, say, signal, words }: Session, command: Extract<Command, { name: 'sync' }>) {
  await client.book.open({ path: path(command.book) });
  const events = await client.sync.run({ folder: path(command.folder) }, { signal });
  for await (const event of events) {
    if (event.type === 'done') return event.summary;
    say(words.cli.sync[event.phase], { bundles: event.bundles, changes: event.changes });
  }
  throw new Error('a sync ended without a summary');
}
