import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { nextStamp, type ClockStamp } from '#shared/kernel/hybrid-clock.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Clock, Ids } from '../ports/host-ports.ts';
import type { OpenStep, StepInfo, StepNotice } from './book.ts';
import { prepared } from './prepared.ts';
import { schemaVersion } from './migrate.ts';
import { ReceivedStamps, type Under } from './received-stamps.ts';
import { touchedBy, type Touched, type TouchedRows } from './touched-rows.ts';

/** Brings the derived tables up to date for these rows; runs inside the write's transaction. */
export type Derive = (db: Database.Database, touched: TouchedRows | 'all') => void;

const DERIVED_AT_ONCE = 500;
/** More accounts than this are not told one by one. */
const TOLD_ACCOUNTS = 200;

export interface WriterDeps {
  clock: Clock;
  ids: Ids;
  /** Number of this computer in the book's device table. */
  device: () => number;
  /** The colleague who uses the book; null before there is one. */
  actor: () => string | null;
  derive: Derive;
  /** The latest stamp this device continues from. */
  lastStamp: ClockStamp;
}

/** The one door for writes. It is synchronous: bulk work goes in chunks and gives way between them, so people's saves come first. */
export class Writer {
  readonly #db: Database.Database;
  readonly #deps: WriterDeps;
  readonly #listeners = new Set<(notice: StepNotice) => void>();
  #lastStamp: ClockStamp;
  #lastArrival: number;

  constructor(db: Database.Database, deps: WriterDeps) {
    this.#db = db;
    this.#deps = deps;
    this.#lastStamp = deps.lastStamp;
    this.#lastArrival = lastStamped(db);
  }

  get lastStamp(): ClockStamp {
    return this.#lastStamp;
  }

  /** Continues from `stamp` on; used when the user has settled the clock question. */
  restartClock(stamp: ClockStamp): void {
    this.#lastStamp = stamp;
  }

  onStep(listener: (notice: StepNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  write<T>(info: StepInfo, work: () => T): { value: T; stepNo: number } {
    const { value, notice } = this.#transaction(() => {
      const no = this.#insertStep(info, false);
      const done = this.#stamped(no, work);
      if (!done.touched && info.undoes === undefined) {
        // Nothing changed, so nothing to undo: an empty step would only make Ctrl+Z seem broken.
        prepared(this.#db, 'DELETE FROM stamp WHERE step = ?').run(no);
        prepared(this.#db, 'DELETE FROM step WHERE no = ?').run(no);
        return { value: done.value, notice: null };
      }
      if (done.touched) this.#derive(done.touched.rows);
      return { value: done.value, notice: noticeOf(no, info, done.touched) };
    });
    this.#publish(notice);
    return { value, stepNo: notice?.no ?? 0 };
  }

  writeLocal<T>(work: () => T): T {
    return this.#transaction(work);
  }

  openStep(info: StepInfo): OpenStep {
    const no = this.#transaction(() => this.#insertStep(info, true));
    return {
      no,
      chunk: (work) => {
        const { value, notice } = this.#transaction(() => {
          const done = this.#stamped(no, work);
          if (done.touched) this.#deriveLater(done.touched.rows);
          return { value: done.value, notice: done.touched && noticeOf(no, info, done.touched) };
        });
        this.#publish(notice);
        return value;
      },
      finish: async (params) => {
        this.#transaction(() => this.#closeStep(no, { ...info.params, ...params }));
        await this.#catchUp({ no, kind: info.kind });
      },
    };
  }

  /**
   * Takes in what other devices wrote, in one transaction. What is written here later comes after it in the order.
   * References may hang until `work` ends. Derived tables follow by `receivedAll`.
   */
  receive<T>(work: (under: Under) => T): T {
    const { value, notice } = this.#transaction(() => {
      this.#adoptForeign();
      this.#db.pragma('defer_foreign_keys = ON');
      const first = this.#lastArrival + 1;
      const stamps = new ReceivedStamps(this.#db, this.#deps.clock.now(), this.#lastArrival);
      const done = work((origin, apply) => stamps.under(origin, apply));
      const last = stamps.end();
      this.#lastStamp = Math.max(this.#lastStamp, stamps.newest);
      this.#lastArrival = last;
      if (last < first) return { value: done, notice: null };
      const touched = touchedBy(this.#db, first, last);
      this.#deriveLater(touched.rows);
      return { value: done, notice: noticeOf(0, { kind: 'job' }, touched) };
    });
    this.#publish(notice);
    return value;
  }

  /** Brings the derived tables up to date with all that was received, giving way in between. */
  receivedAll(): Promise<void> {
    return this.#catchUp({ no: 0, kind: 'job' });
  }

  /** Ends steps that a crash left open and catches up what they left behind; call once after opening. */
  recover(): void {
    this.#transaction(() => {
      this.#adoptForeign();
      for (const { no, params } of prepared<{ no: number; params: string }>(this.#db, 'SELECT no, params FROM step WHERE open = 1').all()) {
        this.#closeStep(no, JSON.parse(params) as Record<string, string | number>);
      }
      while (this.#deriveSlice());
    });
  }

  #transaction<T>(work: () => T): T {
    if (this.#db.inTransaction) throw new Error('a write inside a write');
    return this.#db.transaction(work).immediate();
  }

  #insertStep(info: StepInfo, open: boolean): number {
    this.#adoptForeign();
    const { clock, ids, device, actor } = this.#deps;
    return Number(prepared(this.#db, `
      INSERT INTO step (id, kind, verb, params, actor, device, at, schema_version, open, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(ids.uuid(), info.kind, info.verb, JSON.stringify(info.params), actor(), device(), clock.now(), schemaVersion(this.#db), open ? 1 : 0, info.undoes ?? null).lastInsertRowid);
  }

  /** Runs `work` under a stamp of the step. @returns what it touched; null when it changed nothing */
  #stamped<T>(step: number, work: () => T): { value: T; touched: Touched | null } {
    this.#adoptForeign();
    const now = this.#deps.clock.now();
    const clock = nextStamp(this.#lastStamp, now);
    const stamp = Number(prepared(this.#db, 'INSERT INTO stamp (step, clock, device, at) VALUES (?, ?, ?, ?)').run(step, clock, this.#deps.device(), now).lastInsertRowid);
    prepared(this.#db, 'UPDATE writing SET stamp = ?').run(stamp);
    const first = this.#lastArrival + 1;
    const value = work();
    prepared(this.#db, 'UPDATE writing SET stamp = 0').run();
    const last = this.#maxArrival();
    // Read back after a commit or a rollback alike: #adoptForeign compares with what is really there.
    this.#lastStamp = clock;
    this.#lastArrival = last;
    if (last < first) {
      prepared(this.#db, 'DELETE FROM stamp WHERE no = ?').run(stamp);
      return { value, touched: null };
    }
    prepared(this.#db, 'UPDATE stamp SET first_arrival = ?, last_arrival = ? WHERE no = ?').run(first, last, stamp);
    return { value, touched: this.#touched(step, first, last) };
  }

  /** What a stretch of changes of the step touched; notes for the history which accounts those are of. */
  #touched(step: number, first: number, last: number): Touched {
    const touched = touchedBy(this.#db, first, last);
    prepared(this.#db, 'INSERT INTO step_account (account_id, step) SELECT value, +? FROM json_each(+?) WHERE true ON CONFLICT DO NOTHING').run(step, JSON.stringify(touched.accounts));
    return touched;
  }

  #maxArrival(): number {
    return prepared<{ n: number }>(this.#db, 'SELECT coalesce(max(arrival), 0) AS n FROM change').get()?.n ?? 0;
  }

  /** Gives changes made by another program, past this door, a step of their own, so that they too can be seen and undone. */
  #adoptForeign(): void {
    const known = lastStamped(this.#db);
    this.#lastArrival = known;
    const last = this.#maxArrival();
    if (last <= known) return;
    const { clock, ids, device } = this.#deps;
    const now = clock.now();
    this.#lastStamp = nextStamp(this.#lastStamp, now);
    const step = prepared(this.#db, `
      INSERT INTO step (id, kind, verb, params, actor, device, at, schema_version) VALUES (?, 'external', 'external.write', '{}', NULL, ?, ?, ?)`,
    ).run(ids.uuid(), device(), now, schemaVersion(this.#db)).lastInsertRowid;
    const stamp = prepared(this.#db, 'INSERT INTO stamp (step, clock, device, at, first_arrival, last_arrival) VALUES (?, ?, ?, ?, ?, ?)')
      .run(step, this.#lastStamp, device(), now, known + 1, last).lastInsertRowid;
    prepared(this.#db, 'UPDATE change SET stamp = ? WHERE arrival > ?').run(stamp, known);
    this.#lastArrival = last;
    this.#derive(this.#touched(Number(step), known + 1, last).rows);
  }

  #closeStep(no: number, params: Record<string, string | number>): void {
    prepared(this.#db, 'UPDATE step SET open = 0, params = ? WHERE no = ?').run(JSON.stringify(params), no);
    const empty = !prepared(this.#db, 'SELECT 1 FROM stamp WHERE step = ? LIMIT 1').get(no);
    if (empty) prepared(this.#db, 'DELETE FROM step WHERE no = ?').run(no);
  }

  async #catchUp(step: Pick<StepNotice, 'no' | 'kind'>): Promise<void> {
    while (this.#transaction(() => this.#deriveSlice())) await setImmediate();
    this.#publish({ ...step, tables: ['account_figure'], accountIds: null });
  }

  /** The figures of an account change with each of its rows and wait for the end; names of people follow behind the commits, with the search index. */
  #deriveLater({ accounts, allFigures }: TouchedRows): void {
    const wait = prepared(this.#db, 'INSERT INTO dirty (account_id) SELECT value FROM json_each(+?) WHERE true ON CONFLICT DO NOTHING');
    wait.run(JSON.stringify(accounts));
    if (allFigures) prepared(this.#db, 'INSERT INTO dirty (account_id) SELECT id FROM account WHERE true ON CONFLICT DO NOTHING').run();
  }

  #derive(touched: TouchedRows): void {
    this.#deps.derive(this.#db, touched);
    const done = prepared(this.#db, 'DELETE FROM dirty WHERE account_id = ?');
    for (const id of touched.accounts) done.run(id);
  }

  /** Brings some of what is behind up to date, few enough that nobody waits for it. @returns whether more may be left */
  #deriveSlice(): boolean {
    const accounts = prepared<{ id: string }>(this.#db, 'SELECT account_id AS id FROM dirty LIMIT ?').all(DERIVED_AT_ONCE).map((row) => row.id);
    if (accounts.length > 0) this.#derive({ accounts, people: [], colleagues: [] });
    return accounts.length === DERIVED_AT_ONCE;
  }

  #publish(notice: StepNotice | null): void {
    if (notice) for (const listener of this.#listeners) listener(notice);
  }
}

function noticeOf(no: number, { kind }: Pick<StepInfo, 'kind'>, touched: Touched | null): StepNotice {
  const accountIds = touched?.accounts ?? [];
  return { no, kind, tables: touched?.tables ?? [], accountIds: touched?.everywhere || accountIds.length > TOLD_ACCOUNTS ? null : accountIds };
}

/** The highest arrival that belongs to a step. Stamps are numbered in the order of their arrivals, so the last one has it. */
function lastStamped(db: Database.Database): number {
  return prepared<{ n: number }>(db, 'SELECT last_arrival AS n FROM stamp ORDER BY no DESC LIMIT 1').get()?.n ?? 0;
}

/** Refuses writes to a book that a newer version made: what it means by its tables is unknown here. */
export function refuseWrite(): never {
  throw new CodedError('book-read-only');
}
