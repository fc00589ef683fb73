import type Database from 'better-sqlite3';
import type { SentChange } from '#shared/domain/sync/model.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { hashOf, MAX_BUNDLE_BYTES, unpackBundle } from './bundle.ts';
import { readSyncState } from './sync-state.ts';
import { folderTransport } from './transports/folder.ts';
import type { Transport } from './transports/transport.ts';

/** People erased for good, here or in another book. */
export const erasedPeople = (db: Database.Database): string[] => prepared<{ key: string }>(db, "SELECT key FROM erased WHERE tbl = 'person'").all().map(({ key }) => key);

/** That something was deleted or erased says nothing of it. */
const speaksOf = ({ shape: { op }, key, values }: SentChange, ids: readonly string[]): boolean =>
  op < 3 && ids.some((id) => key.includes(id) || values.some((value) => typeof value === 'string' && value.includes(id)));

/**
 * Files of the bundles in a place that still say something of people under any of the ids. One that cannot be read is
 * counted, to be safe.
 * @throws CodedError when the place cannot be looked at
 */
export async function bundlesHolding(transport: Transport, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const holding: string[] = [];
  for (const name of await transport.list()) {
    const bytes = await transport.read(name, MAX_BUNDLE_BYTES);
    const bundle = bytes && hashOf(bytes) === name.hash ? await unpackBundle(bytes, Number.MAX_SAFE_INTEGER).catch(() => null) : null;
    if (!bundle || bundle.stamps.some(({ changes }) => changes.some((change) => speaksOf(change, ids)))) holding.push(name.file);
  }
  return holding;
}

/** How many bundles there still are, in the folder that the book was synced with last, that hold the people; null for a book that never was. */
export async function bundlesStillHolding(book: Book, ids: readonly string[]): Promise<{ folder: string; bundles: number | null } | null> {
  const folder = readSyncState(book.db)?.folder ?? null;
  if (folder === null) return null;
  // A folder that is not there now may hold them all the same.
  const found = await bundlesHolding(folderTransport(folder), ids).catch(() => null);
  return { folder, bundles: found?.length ?? null };
}
