import type Database from 'better-sqlite3';
import type { SentStep } from '#shared/domain/sync/model.ts';
import { stampMs } from '#shared/kernel/hybrid-clock.ts';
import type { Book } from '#core/db/book.ts';
import { schemaVersion } from '#core/db/migrate.ts';
import { prepared } from '#core/db/prepared.ts';
import type { Under } from '#core/db/received-stamps.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { ChangeApplier, DamagedBundle } from './apply-change.ts';
import { AsideError, type Bundle } from './bundle.ts';
import { Settlement } from './settle.ts';
import { Suspects } from './suspects.ts';

export type SyncPorts = Pick<HostPorts, 'clock' | 'ids'>;

/** A clock that is wrong by more must not make its changes the latest of all. */
const AHEAD_MS = 5 * 60_000;

function deviceNo(db: Database.Database, id: string): number {
  prepared(db, 'INSERT INTO device (id) VALUES (?) ON CONFLICT DO NOTHING').run(id);
  return prepared<{ no: number }>(db, 'SELECT no FROM device WHERE id = ?').get(id)?.no ?? 0;
}

const stepNo = (db: Database.Database, id: string | null): number | null =>
  (id === null ? null : prepared<{ no: number }>(db, 'SELECT no FROM step WHERE id = ?').get(id)?.no ?? null);

/** The step as it was made elsewhere, once; whatever it undid is marked as undone here as well. */
function takeStep(db: Database.Database, step: SentStep, device: number): number {
  const known = stepNo(db, step.id);
  if (known !== null) return known;
  const undoes = stepNo(db, step.undoes);
  const no = Number(prepared(db, 'INSERT INTO step (id, kind, verb, params, actor, device, at, schema_version, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(step.id, step.kind, step.verb, JSON.stringify(step.params), step.actor, device, step.at, step.schema, undoes).lastInsertRowid);
  if (undoes !== null) {
    prepared(db, 'UPDATE step SET undone_by = ? WHERE no = ? AND undone_by IS NULL').run(no, undoes);
    prepared(db, 'UPDATE step SET undone_by = NULL WHERE undone_by = ?').run(undoes);
  }
  prepared(db, 'INSERT INTO step_account (account_id, step) SELECT value, +? FROM json_each(+?) WHERE true ON CONFLICT DO NOTHING').run(no, JSON.stringify(step.accounts));
  return no;
}

/** Makes the rows fit together, as a step of its own that no other book is told of: each comes to the same. */
function settleAll(book: Book, ports: SyncPorts, suspects: Suspects, under: Under): void {
  const { db } = book;
  if (suspects.rows.length === 0 && suspects.drawn.size === 0) return;
  const settlement = new Settlement(db, suspects);
  if (settlement.acts) {
    const device = deviceNo(db, book.deviceId());
    const step = Number(prepared(db, "INSERT INTO step (id, kind, verb, params, actor, device, at, schema_version) VALUES (?, 'job', 'sync.settle', '{}', NULL, ?, ?, ?)")
      .run(ports.ids.uuid(), device, ports.clock.now(), schemaVersion(db)).lastInsertRowid);
    under({ step, clock: 0, device }, () => settlement.apply());
  }
  settlement.note();
}

/** Looks again at the rows that the rules keep other than their changes have them; what was done here since may have freed them. */
export function settleBent(book: Book, ports: SyncPorts): void {
  if (prepared(book.db, 'SELECT 1 FROM bent_row LIMIT 1').get()) book.receive((under) => settleAll(book, ports, new Suspects(book.db), under));
}

/** The latest clock that any transaction in the book has. */
const latestClock = (db: Database.Database): number => prepared<{ n: number }>(db, 'SELECT coalesce(max(clock), 0) AS n FROM stamp').get()?.n ?? 0;

/** Takes bundles in, each whole or not at all. */
export class BundleReceiver {
  readonly #book: Book;
  readonly #ports: SyncPorts;
  #latest: number;
  #erased = false;

  constructor(book: Book, ports: SyncPorts) {
    this.#book = book;
    this.#ports = ports;
    this.#latest = latestClock(book.db);
  }

  /** Set once something was erased for good: the words are still in the free parts of the file. */
  get erased(): boolean {
    return this.#erased;
  }

  /** @param note what else is to be written with it @throws AsideError `ahead`, `damaged` */
  receive({ head, stamps }: Bundle, note: () => void): number {
    const [book, now] = [this.#book, this.#ports.clock.now()];
    if (stamps.some(([, , clock]) => stampMs(clock) - now > AHEAD_MS)) throw new AsideError('ahead');
    // People go on writing between two bundles.
    let latest = Math.max(this.#latest, book.lastStamp());
    let changes = 0;
    try {
      book.receive((under) => {
        const { db } = book;
        latest = Math.max(latest, book.lastStamp());
        const suspects = new Suspects(db);
        const applier = new ChangeApplier(db, suspects);
        const devices = head.devices.map((id) => ({ id, no: deviceNo(db, id) }));
        const steps = head.steps.map((step) => ({ step, no: 0 }));
        for (const [stepAt, deviceAt, clock, list] of stamps) {
          const [step, device] = [steps[stepAt], devices[deviceAt]];
          if (!step || !device) throw new DamagedBundle('no step');
          step.no ||= takeStep(db, step.step, device.no);
          const newest = clock > latest;
          under({ step: step.no, clock, device: device.no }, (stamp) => {
            for (const change of list) applier.apply(change, { clock, device: device.id, stamp, newest });
          });
          latest = Math.max(latest, clock);
          changes += list.length;
          this.#erased ||= list.some(([, , op]) => op === 4);
        }
        settleAll(book, this.#ports, suspects, under);
        note();
      });
    } catch (error) {
      if (error instanceof DamagedBundle || isRefused(error)) throw new AsideError('damaged', error);
      throw error;
    }
    this.#latest = latest;
    return changes;
  }
}

/** What the tables themselves do not let in: no program of ours has written it. */
function isRefused(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH' || error instanceof TypeError;
}
