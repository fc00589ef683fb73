import { setImmediate } from 'node:timers/promises';
import { BUNDLE_FORMAT, type SyncProgress, type SyncSummary } from '#shared/domain/sync/model.ts';
import { bundleName } from '#shared/domain/sync/bundle-name.ts';
import type { Book } from '#core/db/book.ts';
import { forgetPages } from '#core/db/erase-person.ts';
import { schemaVersion } from '#core/db/migrate.ts';
import { hashOf, packBundle } from './bundle.ts';
import { bundlesHolding, erasedPeople } from './bundles-holding.ts';
import { BundleReceiver, settleBent, type SyncPorts } from './receive-bundle.ts';
import { BundleShelf, groupOfFolder } from './bundle-shelf.ts';
import { collectBundles, type Collected } from './collect-bundle.ts';
import { continueChain } from './own-chain.ts';
import { joinGroup, lastBundle, noteBundle, readSyncState, saveSyncState, type SyncState } from './sync-state.ts';
import type { Transport } from './transports/transport.ts';

/** Asked between bundles. */
export interface StopSign {
  readonly aborted: boolean;
}

interface Place {
  transport: Transport;
  /** As the user named it; null where there is no folder. */
  folder: string | null;
  /** Called when another book erased something for good, before the file is written anew; with the names and addresses that people had here. */
  onErased?: (said: readonly string[]) => void;
}

/** The group this book belongs to: its own, that of the folder, or a new one. @throws CodedError `sync-other-group` */
async function settleGroup(book: Book, ports: SyncPorts, { transport, folder }: Place): Promise<SyncState> {
  const state = readSyncState(book.db);
  const found = await groupOfFolder(transport, state?.group ?? null, folder);
  if (state) return state;
  const fresh = { folder, syncedAt: null, device: book.deviceId(), chain: ports.ids.uuid(), seq: 0, through: 0 };
  if (found !== null) joinGroup(book, found, fresh, folder);
  else book.writeLocal(() => saveSyncState(book.db, { ...fresh, group: ports.ids.uuid() }));
  const made = readSyncState(book.db);
  if (!made) throw new Error('no group');
  return made;
}

/** Writes one bundle to the end of the book's chain. A crash between the two writes is mended by `continueChain`. */
async function send(book: Book, { transport }: Place, state: SyncState, content: Collected): Promise<SyncState> {
  const seq = state.seq + 1;
  const head = {
    format: BUNDLE_FORMAT, group: state.group, chain: state.chain, seq, prev: lastBundle(book.db, state.chain)?.hash ?? null,
    schema: schemaVersion(book.db), through: content.through, devices: content.devices,
  };
  const bytes = await packBundle({ head, steps: content.steps, stamps: content.stamps });
  const hash = hashOf(bytes);
  await transport.put(bundleName(state.chain, seq, hash), bytes);
  const next = { ...state, seq, through: content.through };
  book.writeLocal(() => {
    noteBundle(book.db, state.chain, { seq, hash });
    saveSyncState(book.db, next);
  });
  return next;
}

/** Reads what is in the place, one bundle after the other, into the summary. @returns whether anything was erased */
async function* receiveAll(book: Book, ports: SyncPorts, place: Place, state: SyncState, stop: StopSign, summary: SyncSummary): AsyncGenerator<SyncProgress, boolean> {
  const receiver = new BundleReceiver(book, ports);
  const shelf = new BundleShelf(book.db, place.transport, state);
  try {
    for (let next = await shelf.next(); next && !stop.aborted; next = await shelf.next()) {
      const { name, bundle } = next;
      try {
        const changes = receiver.receive(bundle, () => noteBundle(book.db, name.chain, name));
        summary.received = { bundles: summary.received.bundles + 1, changes: summary.received.changes + changes };
      } catch (error) {
        shelf.setAside(name, error);
      }
      yield { type: 'progress', phase: 'receive', ...summary.received };
      await setImmediate();
    }
  } finally {
    // Whatever ends the run: the names are known this once.
    if (receiver.erased) {
      place.onErased?.(receiver.said);
      forgetPages(book.db);
    }
  }
  summary.aside = shelf.aside;
  return receiver.erased;
}

/**
 * Reads what other books have put into a place, and puts there what was written here since the last time. Either can be
 * broken off between two bundles; the next run goes on from there.
 * @returns progress, then the summary
 * @throws CodedError `sync-other-group`, `sync-folder-not-found`, and those of writing a file
 */
export async function* runSync(book: Book, ports: SyncPorts, place: Place, stop: StopSign): AsyncGenerator<SyncProgress> {
  const summary: SyncSummary = { sent: { bundles: 0, changes: 0 }, received: { bundles: 0, changes: 0 }, aside: [], holding: [], cancelled: false };
  let state = await settleGroup(book, ports, place);
  state = await continueChain(book, ports, place.transport, state);
  let erased = yield* receiveAll(book, ports, place, state, stop, summary);
  settleBent(book, ports);
  await book.receivedAll();
  while (!stop.aborted) {
    const { through } = state;
    const parts = book.read(() => collectBundles(book.db, through));
    if (parts.length === 0) break;
    for (const part of parts) {
      state = await send(book, place, state, part);
      erased ||= part.stamps.some(({ changes }) => changes.some(({ shape }) => shape.op === 4));
      summary.sent = { bundles: summary.sent.bundles + 1, changes: summary.sent.changes + part.changes };
    }
    yield { type: 'progress', phase: 'send', ...summary.sent };
    await setImmediate();
  }
  if (erased) summary.holding = await bundlesHolding(place.transport, erasedPeople(book.db));
  summary.cancelled = stop.aborted;
  book.writeLocal(() => saveSyncState(book.db, { ...state, folder: place.folder, syncedAt: summary.cancelled ? state.syncedAt : ports.clock.now() }));
  yield { type: 'done', summary };
}
