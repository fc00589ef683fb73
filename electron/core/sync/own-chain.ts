import type { BundleName } from '#shared/domain/sync/bundle-name.ts';
import type { BundleHead } from '#shared/domain/sync/model.ts';
import type { Book } from '#core/db/book.ts';
import { schemaVersion } from '#core/db/migrate.ts';
import { AsideError, hashOf, MAX_BUNDLE_BYTES, unpackBundle } from './bundle.ts';
import type { SyncPorts } from './receive-bundle.ts';
import { knownBundle, lastBundle, noteBundle, saveSyncState, type SyncState } from './sync-state.ts';
import type { Transport } from './transports/transport.ts';

/** Whether the place still has every bundle that the chain is known to have. */
function isWhole(book: Book, { chain, seq }: SyncState, names: BundleName[]): boolean {
  // Beside a bundle may lie others of its number, not from this book.
  const there = new Set(names.filter((name) => name.chain === chain).map((name) => `${name.seq} ${name.hash}`));
  for (let at = 1; at <= seq; at += 1) if (!there.has(`${at} ${knownBundle(book.db, chain, at)?.hash}`)) return false;
  return true;
}

/** Null for what this book cannot have written. */
async function readHead(bytes: Uint8Array, schema: number): Promise<BundleHead | null> {
  try {
    return (await unpackBundle(bytes, schema)).head;
  } catch (error) {
    if (error instanceof AsideError) return null;
    throw error;
  }
}

/** The bundle that was put there just before the program ended, too early to note it. */
async function unnoted(book: Book, transport: Transport, state: SyncState, names: BundleName[]): Promise<{ name: BundleName; through: number } | null> {
  for (const name of names.filter(({ chain, seq }) => chain === state.chain && seq === state.seq + 1)) {
    const bytes = await transport.read(name, MAX_BUNDLE_BYTES);
    if (!bytes || hashOf(bytes) !== name.hash) continue;
    const head = await readHead(bytes, schemaVersion(book.db));
    if (head?.group === state.group && head.chain === name.chain && head.prev === (lastBundle(book.db, name.chain)?.hash ?? null)) return { name, through: head.through };
  }
  return null;
}

/**
 * Where this book goes on writing. Another device (a copy, a book put back from a backup) begins a chain of its own
 * behind what was sent; a place that lost bundles, or another place, gets everything once more.
 */
export async function continueChain(book: Book, ports: SyncPorts, transport: Transport, known: SyncState): Promise<SyncState> {
  const names = await transport.list();
  const whole = isWhole(book, known, names);
  let state = known;
  const sameDevice = state.device === book.deviceId();
  if (!whole || !sameDevice) state = { ...state, device: book.deviceId(), chain: ports.ids.uuid(), seq: 0, through: whole ? state.through : 0 };
  for (let found = await unnoted(book, transport, state, names); found; found = await unnoted(book, transport, state, names)) {
    const { name, through } = found;
    state = { ...state, seq: name.seq, through };
    book.writeLocal(() => {
      noteBundle(book.db, name.chain, name);
      saveSyncState(book.db, state);
    });
  }
  return state;
}
