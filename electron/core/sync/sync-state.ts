import type Database from 'better-sqlite3';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { syncTables } from './sync-tables.ts';

export interface SyncState {
  group: string;
  /** Where the bundles were exchanged last. */
  folder: string | null;
  syncedAt: number | null;
  /** The device that writes the chain: a copy of the book is another one and begins its own. */
  device: string;
  chain: string;
  /** Of the last bundle of the chain; 0 before the first. */
  seq: number;
  /** Number of the last transaction that is in a bundle. */
  through: number;
}

export interface KnownBundle {
  seq: number;
  hash: string;
}

const STATE = 'SELECT group_id AS "group", folder, synced_at AS syncedAt, device, chain, seq, through FROM sync_state';

export const readSyncState = (db: Database.Database): SyncState | null => prepared<SyncState>(db, STATE).get() ?? null;

export function saveSyncState(db: Database.Database, state: SyncState): void {
  prepared(db, `INSERT INTO sync_state (only, group_id, folder, synced_at, device, chain, seq, through) VALUES (1, @group, @folder, @syncedAt, @device, @chain, @seq, @through)
    ON CONFLICT (only) DO UPDATE SET group_id = @group, folder = @folder, synced_at = @syncedAt, device = @device, chain = @chain, seq = @seq, through = @through`).run(state);
}

export const knownBundle = (db: Database.Database, chain: string, seq: number): KnownBundle | null =>
  prepared<KnownBundle>(db, 'SELECT seq, hash FROM sync_bundle WHERE chain = ? AND seq = ?').get(chain, seq) ?? null;

export const lastBundle = (db: Database.Database, chain: string): KnownBundle | null =>
  prepared<KnownBundle>(db, 'SELECT seq, hash FROM sync_bundle WHERE chain = ? ORDER BY seq DESC LIMIT 1').get(chain) ?? null;

export function noteBundle(db: Database.Database, chain: string, { seq, hash }: KnownBundle): void {
  prepared(db, 'INSERT INTO sync_bundle (chain, seq, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(chain, seq, hash);
}

/** Whether a book holds no more than what it was made with: its settings and who uses it. */
function isUnused(db: Database.Database): boolean {
  return [...syncTables(db).values()].every(({ name }) => name === 'setting' || prepared(db, name === 'colleague' ? 'SELECT 1 FROM colleague LIMIT 1 OFFSET 1' : `SELECT 1 FROM "${name}" LIMIT 1`).get() === undefined);
}

/**
 * A new book joins those of a folder: what it says of itself yields to what they say, since it was said before all of theirs.
 * @throws CodedError `sync-other-group` for a book that has a content of its own
 */
export function joinGroup(book: Book, group: string, fresh: Omit<SyncState, 'group'>, folder: string | null): void {
  if (!isUnused(book.db)) throw new CodedError('sync-other-group', folder === null ? {} : { where: { path: folder } });
  book.writeLocal(() => {
    prepared(book.db, 'UPDATE stamp SET clock = no').run();
    saveSyncState(book.db, { ...fresh, group });
  });
}
