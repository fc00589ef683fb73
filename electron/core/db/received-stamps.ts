import type Database from 'better-sqlite3';
import type { ClockStamp } from '#shared/kernel/hybrid-clock.ts';
import { prepared } from './prepared.ts';

/** Where a transaction of another device stands in the order of all. */
export interface Origin {
  /** Number of the step here. */
  step: number;
  clock: ClockStamp;
  /** Number of the device here. */
  device: number;
}

/** Runs `work` under the stamp that a transaction has elsewhere, and gives it the stamp's number here. */
export type Under = <T>(origin: Origin, work: (stamp: number) => T) => T;

/** Stamps of other devices, one behind the other, within one transaction of the writer. */
export class ReceivedStamps {
  readonly #db: Database.Database;
  readonly #now: number;
  #arrival: number;
  newest: ClockStamp = 0;

  /** @param arrival the last one so far */
  constructor(db: Database.Database, now: number, arrival: number) {
    this.#db = db;
    this.#now = now;
    this.#arrival = arrival;
  }

  under<T>({ step, clock, device }: Origin, work: (stamp: number) => T): T {
    const first = this.#arrival + 1;
    const no = Number(prepared(this.#db, 'INSERT INTO stamp (step, clock, device, at, first_arrival, last_arrival, received) VALUES (?, ?, ?, ?, ?, ?, 1)')
      .run(step, clock, device, this.#now, first, this.#arrival).lastInsertRowid);
    prepared(this.#db, 'UPDATE writing SET stamp = ?').run(no);
    const value = work(no);
    this.#arrival = prepared<{ n: number }>(this.#db, 'SELECT coalesce(max(arrival), 0) AS n FROM change').get()?.n ?? 0;
    // A stamp under which nothing changed here keeps an empty range: what it says was overruled.
    if (this.#arrival >= first) prepared(this.#db, 'UPDATE stamp SET last_arrival = ? WHERE no = ?').run(this.#arrival, no);
    this.newest = Math.max(this.newest, clock);
    return value;
  }

  /** @returns the last arrival */
  end(): number {
    prepared(this.#db, 'UPDATE writing SET stamp = 0').run();
    return this.#arrival;
  }
}
