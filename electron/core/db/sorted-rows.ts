import Database from 'better-sqlite3';

/**
 * Brings rows of one key together on disk: an unnamed SQLite database, which the system removes with its last handle,
 * even after a crash. Memory stays constant however many rows there are.
 */
export class SortedRows {
  readonly #db = new Database('');
  readonly #insert: Database.Statement<[string, number, string]>;

  constructor() {
    this.#db.pragma('journal_mode = OFF');
    this.#db.pragma('synchronous = OFF');
    this.#db.exec('CREATE TABLE kept (key TEXT NOT NULL, row INTEGER NOT NULL, cells TEXT NOT NULL)');
    this.#insert = this.#db.prepare('INSERT INTO kept VALUES (?, ?, ?)');
    this.#db.exec('BEGIN');
  }

  add(key: string, row: number, cells: readonly string[]): void {
    this.#insert.run(key, row, JSON.stringify(cells));
  }

  /** All rows by key, then by number. */
  *sorted(): Generator<{ key: string; row: number; cells: string[] }> {
    const rows = this.#db.prepare<[], { key: string; row: number; cells: string }>('SELECT key, row, cells FROM kept ORDER BY key, row').iterate();
    for (const { key, row, cells } of rows) yield { key, row, cells: JSON.parse(cells) as string[] };
  }

  close(): void {
    this.#db.close();
  }
}
