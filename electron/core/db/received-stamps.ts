import type Database from 'better-sqlite3';
import type { ClockStamp } from '#shared/kernel/hybrid-clock.ts';
import { prepared } from './prepared.ts';

/** Where a transaction stands in the order of all. */
export interface Origin {
  /** Number of the step here. */
  step: number;
  clock: ClockStamp;
  /** Number of the device here. */
  device: number;
  /** Set for what this book says itself on account of what it takes in: it is sent on. */
  own?: true;
}

/** Runs `work` under the stamp that a transaction has elsewhere, and gives it the stamp's number here. */
export type Under = <T>(origin: Origin, work: (stamp: number) => T) => T;

/** Stamps of other devices, one behind the other, within one transaction of the writer. */
export class ReceivedStamps {
  readonly #db: Database.Database;
  readonly #now: number;
  readonly #insert: Database.Statement<unknown[]>;
  readonly #write: Database.Statement<unknown[]>;
  readonly #maxArrival: Database.Statement<unknown[], { n: number }>;
  #arrival: number;
  #no: number;
  newest: ClockStamp = 0;

  /** @param arrival the last one so far */
  constructor(db: Database.Database, now: number, arrival: number) {
    this.#db = db;
    this.#now = now;
    this.#arrival = arrival;
    this.#no = prepared<{ n: number }>(db, 'SELECT coalesce(max(no), 0) AS n FROM stamp').get()?.n ?? 0;
    this.#insert = prepared(db, 'INSERT INTO stamp (no, step, clock, device, at, first_arrival, last_arrival, received) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#write = prepared(db, 'UPDATE writing SET stamp = ?');
    this.#maxArrival = prepared<{ n: number }>(db, 'SELECT coalesce(max(arrival), 0) AS n FROM change');
  }

  under<T>({ step, clock, device, own }: Origin, work: (stamp: number) => T): T {
    const first = this.#arrival + 1;
    this.#no += 1;
    this.#write.run(this.#no);
    const value = work(this.#no);
    this.#arrival = this.#maxArrival.get()?.n ?? 0;
    // Written once its end is known. One under which nothing changed here keeps an empty range: what it says was overruled.
    this.#insert.run(this.#no, step, clock, device, this.#now, first, this.#arrival, own ? 0 : 1);
    this.newest = Math.max(this.newest, clock);
    return value;
  }

  /** @returns the last arrival */
  end(): number {
    prepared(this.#db, 'UPDATE writing SET stamp = 0').run();
    return this.#arrival;
  }
}
