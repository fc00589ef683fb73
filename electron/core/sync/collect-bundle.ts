import type Database from 'better-sqlite3';
import { netChange } from '#shared/domain/sync/net-change.ts';
import type { SentChange, SentStamp, SentStep } from '#shared/domain/sync/model.ts';
import type { LogEntry } from '#core/db/log.ts';
import { prepared } from '#core/db/prepared.ts';
import { loggedOp, rowBehind } from './row-writes.ts';
import { syncTables } from './sync-tables.ts';

/** One bundle is read back in one transaction, between two of which people's saves go. */
const CHANGES_PER_BUNDLE = 2_000;
const CHARS_PER_BUNDLE = 4 * 2 ** 20;

/** Content of a bundle, and the number of the last transaction that is whole by it. */
export interface Collected {
  devices: string[];
  steps: SentStep[];
  stamps: SentStamp[];
  changes: number;
  through: number;
}

interface OwnStamp {
  no: number;
  step: number;
  clock: number;
  device: string;
  first: number;
  last: number;
}

// A step that is still open may come to more; nothing behind its beginning goes before it is closed.
const UNSENT = `
  SELECT t.no, t.step, t.clock, d.id AS device, t.first_arrival AS first, t.last_arrival AS last FROM stamp t JOIN device d ON d.no = t.device
  WHERE t.no > +@through AND t.received = 0 AND t.first_arrival IS NOT NULL
    AND t.no < coalesce((SELECT min(o.no) FROM step s JOIN stamp o ON o.step = s.no WHERE s.open = 1), 9e15) ORDER BY t.no LIMIT 2000`;

const STEP = `
  SELECT s.id, s.kind, s.verb, s.params, s.actor, s.at, s.schema_version AS schema, (SELECT u.id FROM step u WHERE u.no = s.undoes) AS undoes,
    (SELECT min(no) FROM stamp t WHERE t.step = s.no) AS firstStamp FROM step s WHERE s.no = ?`;

const ENTRIES = 'SELECT arrival, tbl AS "table", key, op, data FROM change WHERE arrival BETWEEN +? AND +? AND op < 4 ORDER BY arrival';

function readStep(db: Database.Database, no: number, stamp: number): SentStep {
  const found = prepared<Omit<SentStep, 'params' | 'accounts'> & { params: string; firstStamp: number }>(db, STEP).get(no);
  if (!found) throw new Error('a transaction of no step');
  const { firstStamp, params, ...step } = found;
  const accounts = firstStamp < stamp ? [] : prepared<{ id: string }>(db, 'SELECT account_id AS id FROM step_account WHERE step = ?').all(no).map(({ id }) => id);
  return { ...step, params: JSON.parse(params) as SentStep['params'], accounts };
}

/** The changes of a transaction, one of each row, and what it erased. */
export function changesOfStamp(db: Database.Database, { no, first, last }: Pick<OwnStamp, 'no' | 'first' | 'last'>): SentChange[] {
  const tables = syncTables(db);
  const erased = prepared<{ tbl: string; key: string }>(db, 'SELECT tbl, key FROM erased WHERE stamp = ? ORDER BY tbl, key').all(no).map(({ tbl, key }): SentChange => [tbl, key, 4, null]);
  const entries = prepared<Pick<LogEntry, 'arrival' | 'table' | 'key' | 'op' | 'data'>>(db, ENTRIES).all(first, last);
  const rows = Map.groupBy(entries, ({ table, key }) => `${table}\n${key}`);
  const changes = [...rows.values()].flatMap((group): SentChange[] => {
    const end = group.at(-1);
    const table = end && tables.get(end.table);
    if (!end || !table) return [];
    const { op, fields } = netChange(group.map(loggedOp));
    if (op === 3) return [[end.table, end.key, 3, null]];
    return [[end.table, end.key, op, op === 1 ? rowBehind(db, table, end.key, end.arrival) : fields]];
  });
  return [...changes, ...erased];
}

/** Gathers the transactions of a bundle; of one that is larger than a bundle, in parts. */
class BundleFiller {
  readonly #db: Database.Database;
  readonly #devices = new Map<string, number>();
  readonly #steps = new Map<number, { at: number; step: SentStep }>();
  #stamps: SentStamp[] = [];
  #changes = 0;
  #chars = 0;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  get full(): boolean {
    return this.#changes >= CHANGES_PER_BUNDLE || this.#chars >= CHARS_PER_BUNDLE;
  }

  get empty(): boolean {
    return this.#changes === 0;
  }

  /** Whether so many more would make it overfull. */
  fits(changes: number): boolean {
    return this.empty || this.#changes + changes <= CHANGES_PER_BUNDLE;
  }

  add({ no, step, device, clock }: OwnStamp, changes: SentChange[]): void {
    if (!this.#devices.has(device)) this.#devices.set(device, this.#devices.size);
    if (!this.#steps.has(step)) this.#steps.set(step, { at: this.#steps.size, step: readStep(this.#db, step, no) });
    this.#stamps.push([this.#steps.get(step)?.at ?? 0, this.#devices.get(device) ?? 0, clock, changes]);
    this.#changes += changes.length;
    for (const [, , , fields] of changes) for (const value of Object.values(fields ?? {})) if (typeof value === 'string') this.#chars += value.length;
  }

  take(through: number): Collected {
    return { devices: [...this.#devices.keys()], steps: [...this.#steps.values()].map(({ step }) => step), stamps: this.#stamps, changes: this.#changes, through };
  }
}

/**
 * What this book wrote itself behind a transaction, as the contents of the next bundles: one, or all the parts of a large
 * transaction. Empty when there is no more.
 */
export function collectBundles(db: Database.Database, through: number): Collected[] {
  let done = through;
  let filler = new BundleFiller(db);
  for (const stamp of prepared<OwnStamp>(db, UNSENT).all({ through })) {
    const changes = changesOfStamp(db, stamp);
    if (!filler.fits(changes.length)) break;
    if (changes.length > CHANGES_PER_BUNDLE) {
      const parts: Collected[] = [];
      for (let at = 0; at < changes.length; at += CHANGES_PER_BUNDLE) {
        filler.add(stamp, changes.slice(at, at + CHANGES_PER_BUNDLE));
        parts.push(filler.take(at + CHANGES_PER_BUNDLE < changes.length ? done : stamp.no));
        filler = new BundleFiller(db);
      }
      return parts;
    }
    if (changes.length > 0) filler.add(stamp, changes);
    done = stamp.no;
    if (filler.full) break;
  }
  if (!filler.empty) return [filler.take(done)];
  // Of what was erased nothing is left to send.
  return done > through ? collectBundles(db, done) : [];
}
