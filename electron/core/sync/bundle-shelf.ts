import type Database from 'better-sqlite3';
import type { BundleName } from '#shared/domain/sync/bundle-name.ts';
import type { AsideReason, SyncSummary } from '#shared/domain/sync/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { schemaVersion } from '#core/db/migrate.ts';
import { AsideError, hashOf, MAX_BUNDLE_BYTES, unpackBundle, type Bundle } from './bundle.ts';
import { lastBundle, type SyncState } from './sync-state.ts';
import type { Transport } from './transports/transport.ts';

interface Opened {
  name: BundleName;
  bundle: Bundle;
}

async function openBundle(transport: Transport, name: BundleName, schema: number): Promise<Bundle> {
  const bytes = await transport.read(name, MAX_BUNDLE_BYTES);
  if (!bytes || hashOf(bytes) !== name.hash) throw new AsideError('damaged');
  const bundle = await unpackBundle(bytes, schema);
  if (bundle.head.chain !== name.chain || bundle.head.seq !== name.seq) throw new AsideError('damaged');
  return bundle;
}

/**
 * The group whose bundles a place holds; null for none, as far as can be read.
 * @throws CodedError `sync-other-group` when it is another than `own`, or more than one
 */
export async function groupOfFolder(transport: Transport, own: string | null, folder: string | null): Promise<string | null> {
  const groups = new Set<string>();
  for (const name of await transport.list()) {
    if (name.seq > 1) continue;
    // A later version's bundle says whose it is, too; it is set aside when it is read.
    const head = await openBundle(transport, name, Number.MAX_SAFE_INTEGER).then(({ head: read }) => read, () => null);
    if (head) groups.add(head.group);
    if (head && head.group === own) return own;
  }
  if (groups.size > 1 || (own !== null && groups.size > 0)) throw new CodedError('sync-other-group', folder === null ? {} : { where: { path: folder } });
  return [...groups][0] ?? null;
}

/** The unread bundles of the other chains, the earliest first, each behind the one before it in its chain. */
export class BundleShelf {
  readonly #db: Database.Database;
  readonly #transport: Transport;
  readonly #state: SyncState;
  readonly #aside: SyncSummary['aside'] = [];
  /** Of each chain the next bundle, once the names have been read. */
  #heads: Map<string, Opened | null> | null = null;
  #names = new Map<string, BundleName[]>();
  #given: BundleName | null = null;

  constructor(db: Database.Database, transport: Transport, state: SyncState) {
    this.#db = db;
    this.#transport = transport;
    this.#state = state;
  }

  get aside(): SyncSummary['aside'] {
    return this.#aside;
  }

  /** Those behind it in its chain stay unread as well, until a later run can read it. */
  setAside(name: BundleName, error: unknown): void {
    if (!(error instanceof AsideError)) throw error;
    this.#note(name.file, error.reason);
    this.#given = null;
  }

  async next(): Promise<Opened | null> {
    if (!this.#heads) {
      this.#names = Map.groupBy((await this.#transport.list()).filter(({ chain }) => chain !== this.#state.chain), ({ chain }) => chain);
      this.#heads = new Map();
      for (const chain of this.#names.keys()) this.#heads.set(chain, await this.#open(chain, lastBundle(this.#db, chain)));
    }
    // What was given out last has been read since, unless it was set aside.
    if (this.#given) this.#heads.set(this.#given.chain, await this.#open(this.#given.chain, this.#given));
    const waiting = [...this.#heads.values()].filter((one): one is Opened => one !== null);
    const first = waiting.toSorted((a, b) => clockOf(a) - clockOf(b))[0] ?? null;
    if (first) this.#heads.set(first.name.chain, null);
    this.#given = first?.name ?? null;
    return first;
  }

  #note(file: string, reason: AsideReason): void {
    this.#aside.push({ file, reason });
  }

  async #open(chain: string, last: { seq: number; hash: string } | null): Promise<Opened | null> {
    const unread = (this.#names.get(chain) ?? []).filter(({ seq }) => seq > (last?.seq ?? 0));
    const seq = (last?.seq ?? 0) + 1;
    const candidates = unread.filter((name) => name.seq === seq);
    const [first] = unread;
    if (candidates.length === 0 && first) this.#note(first.file, 'missing');
    for (const name of candidates) {
      try {
        const bundle = await openBundle(this.#transport, name, schemaVersion(this.#db));
        if (bundle.head.group !== this.#state.group) throw new AsideError('foreign');
        if (bundle.head.prev !== (last?.hash ?? null)) throw new AsideError('damaged');
        return { name, bundle };
      } catch (error) {
        if (!(error instanceof AsideError)) throw error;
        this.#note(name.file, error.reason);
      }
    }
    return null;
  }
}

const clockOf = ({ bundle }: Opened): number => bundle.stamps[0]?.clock ?? 0;
