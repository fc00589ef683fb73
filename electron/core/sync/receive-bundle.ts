import type Database from 'better-sqlite3';
import { nextStamp, stampMs } from '#shared/kernel/hybrid-clock.ts';
import type { Book } from '#core/db/book.ts';
import { forgetRewritten } from '#core/db/forget-traces.ts';
import { schemaVersion } from '#core/db/migrate.ts';
import { prepared } from '#core/db/prepared.ts';
import type { Under } from '#core/db/received-stamps.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { ChangeApplier } from './apply-change.ts';
import { AsideError, type Bundle } from './bundle.ts';
import { DamagedBundle } from './change-plan.ts';
import { ErasedPeople } from './erased-people.ts';
import { takeSteps } from './received-steps.ts';
import { RowPlaces } from './row-places.ts';
import { Settlement } from './settle.ts';
import { Suspects } from './suspects.ts';

export type SyncPorts = Pick<HostPorts, 'clock' | 'ids'>;

/** A clock that is wrong by more must not make its changes the latest of all. */
const AHEAD_MS = 5 * 60_000;

function deviceNo(db: Database.Database, id: string): number {
  prepared(db, 'INSERT INTO device (id) VALUES (?) ON CONFLICT DO NOTHING').run(id);
  return prepared<{ no: number }>(db, 'SELECT no FROM device WHERE id = ?').get(id)?.no ?? 0;
}

function insertJob({ db }: Book, ports: SyncPorts, verb: string, device: number): number {
  return Number(prepared(db, "INSERT INTO step (id, kind, verb, params, actor, device, at, schema_version) VALUES (?, 'job', ?, '{}', NULL, ?, ?, ?)")
    .run(ports.ids.uuid(), verb, device, ports.clock.now(), schemaVersion(db)).lastInsertRowid);
}

/** Makes the rows fit together, as a step of its own that no other book is told of: each comes to the same. */
function settleAll(book: Book, ports: SyncPorts, suspects: Suspects, under: Under): void {
  const { db } = book;
  if (suspects.rows.length === 0 && suspects.drawn.size === 0) return;
  const settlement = new Settlement(db, suspects);
  if (settlement.acts) {
    const device = deviceNo(db, book.deviceId());
    under({ step: insertJob(book, ports, 'sync.settle', device), clock: 0, device }, () => settlement.apply());
  }
  settlement.note();
}

/** Looks again at the rows that the rules keep other than their changes have them; what was done here since may have freed them. */
export function settleBent(book: Book, ports: SyncPorts): void {
  if (prepared(book.db, 'SELECT 1 FROM bent_row LIMIT 1').get()) book.receive((under) => settleAll(book, ports, new Suspects(book.db), under));
}

/** The latest clock that any transaction in the book has. */
const latestClock = (db: Database.Database): number => prepared<{ n: number }>(db, 'SELECT coalesce(max(clock), 0) AS n FROM stamp').get()?.n ?? 0;

const latestArrival = (db: Database.Database): number => prepared<{ n: number }>(db, 'SELECT coalesce(max(arrival), 0) AS n FROM change').get()?.n ?? 0;

/**
 * Forgets, as erasing here does, what this book says of people whom another erased: a step of its own, which is sent on,
 * since the others may have of this book what still speaks of them.
 * @param from the first arrival of what has just come
 * @returns the clock of the step, or `latest` where there is none
 */
function forgetErased(book: Book, ports: SyncPorts, people: ErasedPeople, under: Under, from: number, latest: number): number {
  forgetRewritten(book.db, from);
  if (people.ids.length === 0) return latest;
  const device = deviceNo(book.db, book.deviceId());
  const clock = nextStamp(latest, ports.clock.now());
  const [step, before] = [insertJob(book, ports, 'person.erase', device), latestArrival(book.db)];
  const stamp = under({ step, clock, device, own: true }, (no) => {
    people.forget();
    return no;
  });
  if (latestArrival(book.db) === before && !prepared(book.db, 'SELECT 1 FROM erased WHERE stamp = ?').get(stamp)) {
    prepared(book.db, 'DELETE FROM stamp WHERE no = ?').run(stamp);
    prepared(book.db, 'DELETE FROM step WHERE no = ?').run(step);
  }
  return clock;
}

/** Takes bundles in, each whole or not at all. */
export class BundleReceiver {
  readonly #book: Book;
  readonly #ports: SyncPorts;
  readonly #said: string[] = [];
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

  /** Names and addresses that the people had here who were erased. */
  get said(): readonly string[] {
    return this.#said;
  }

  /** @param note what else is to be written with it @throws AsideError `ahead`, `damaged` */
  receive(bundle: Bundle, note: () => void): number {
    const now = this.#ports.clock.now();
    if (bundle.stamps.some(({ clock }) => stampMs(clock) - now > AHEAD_MS)) throw new AsideError('ahead');
    try {
      return this.#book.receive((under) => {
        const changes = this.#take(bundle, under);
        note();
        return changes;
      });
    } catch (error) {
      if (error instanceof DamagedBundle || isRefused(error)) throw new AsideError('damaged', error);
      throw error;
    }
  }

  #take({ head, steps, stamps }: Bundle, under: Under): number {
    const [book, { db }] = [this.#book, this.#book];
    // People go on writing between two bundles.
    let latest = Math.max(this.#latest, book.lastStamp());
    const from = latestArrival(db) + 1;
    const [suspects, people, places] = [new Suspects(db), new ErasedPeople(db), new RowPlaces(db, stamps, latest)];
    const applier = new ChangeApplier(db, { places, suspects, people });
    const devices = head.devices.map((id) => ({ id, no: deviceNo(db, id) }));
    const numbers = takeSteps(db, steps, stamps.map(({ step, device }) => ({ step, device: devices[device]?.no ?? 0 })));
    let [changes, erased] = [0, false];
    for (const { step: at, device: deviceAt, clock, changes: list } of stamps) {
      const [step, device] = [numbers.get(at), devices[deviceAt]];
      if (step === undefined || !device) throw new DamagedBundle('no step');
      places.begin(clock);
      under({ step, clock, device: device.no }, (stamp) => {
        for (const change of list) applier.apply(change, { clock, device: device.id, stamp });
      });
      latest = Math.max(latest, clock);
      changes += list.length;
      erased ||= list.some(({ shape }) => shape.op === 4);
    }
    settleAll(book, this.#ports, suspects, under);
    this.#latest = forgetErased(book, this.#ports, people, under, from, latest);
    this.#erased ||= erased;
    this.#said.push(...people.said);
    return changes;
  }
}

/** What the tables themselves do not let in: no program of ours has written it. */
function isRefused(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH' || error instanceof TypeError;
}
