import type Database from 'better-sqlite3';
import type { SentStamp } from '#shared/domain/sync/model.ts';
import { prepared } from '#core/db/prepared.ts';

interface Found {
  table: string;
  key: string;
  clock: number;
}

// What rules made of a row has clock 0 and decides nothing.
const LATEST = `
  WITH wanted AS MATERIALIZED (SELECT value AS key FROM json_each(+?))
  SELECT tbl AS "table", key, max(clock) AS clock FROM (
    SELECT c.tbl, c.key, t.clock FROM wanted w CROSS JOIN change c ON c.key = w.key CROSS JOIN stamp t ON t.no = c.stamp WHERE c.op < 4 AND t.clock > 0
    UNION ALL SELECT o.tbl, o.key, t.clock FROM wanted w CROSS JOIN overruled o ON o.key = w.key CROSS JOIN stamp t ON t.no = o.stamp)
  GROUP BY tbl, key`;

const ERASED = 'SELECT e.tbl AS "table", e.key FROM erased e WHERE e.key IN (SELECT value FROM json_each(+?))';

const idOf = (table: string, key: string): string => `${table}\n${key}`;

/** What the book has had of the rows of a bundle, read at once: most of what comes is later than all of it and holds without looking further. */
export class RowPlaces {
  readonly #clocks: Map<string, number>;
  readonly #erased: Set<string>;
  /** Whether any transaction is not behind all that came before it: only then rows are told apart. */
  readonly #mixed: boolean;
  #latest: number;
  #newest = true;

  /** @param latest the latest clock in the book */
  constructor(db: Database.Database, stamps: readonly SentStamp[], latest: number) {
    this.#latest = latest;
    let running = latest;
    const among = stamps.filter(({ clock }) => {
      const isAmong = clock <= running;
      running = Math.max(running, clock);
      return isAmong;
    });
    const keys = (from: readonly SentStamp[]): string => JSON.stringify([...new Set(from.flatMap(({ changes }) => changes.map(({ key }) => key)))]);
    this.#mixed = among.length > 0;
    this.#clocks = new Map(this.#mixed ? prepared<Found>(db, LATEST).all(keys(among)).map(({ table, key, clock }) => [idOf(table, key), clock]) : []);
    const erases = prepared(db, 'SELECT 1 FROM erased LIMIT 1').get() !== undefined;
    this.#erased = new Set(erases ? prepared<Found>(db, ERASED).all(keys(stamps)).map(({ table, key }) => idOf(table, key)) : []);
  }

  isErased(table: string, key: string): boolean {
    return this.#erased.size > 0 && this.#erased.has(idOf(table, key));
  }

  noteErased(table: string, key: string): void {
    this.#erased.add(idOf(table, key));
  }

  /** The next transaction, in the order in which they are written. */
  begin(clock: number): void {
    this.#newest = clock > this.#latest;
    this.#latest = Math.max(this.#latest, clock);
  }

  /**
   * Notes that the transaction says something of a row.
   * @returns `newest` when nothing in the book comes behind it, or nothing was said of the row; `later` when all that was said of the row
   *   was earlier; `among` when it may be covered already
   */
  note(table: string, key: string, clock: number): 'newest' | 'later' | 'among' {
    if (!this.#mixed) return 'newest';
    const id = idOf(table, key);
    const before = this.#clocks.get(id);
    if (before === undefined || clock > before) this.#clocks.set(id, clock);
    if (this.#newest || before === undefined) return 'newest';
    return clock > before ? 'later' : 'among';
  }
}
