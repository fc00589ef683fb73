import type Database from 'better-sqlite3';
import { forgetAnswers, forgetPresented, namesOfPerson, saidOfPerson } from '#core/db/forget-traces.ts';
import { prepared } from '#core/db/prepared.ts';

/** People whom another book erased for good, and what they were called here: asked before their rows go. */
export class ErasedPeople {
  readonly #db: Database.Database;
  readonly #ids = new Set<string>();
  readonly #names = new Set<string>();
  readonly #said = new Set<string>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  get ids(): string[] {
    return [...this.#ids];
  }

  /** Names and addresses that they had. */
  get said(): string[] {
    return [...this.#said];
  }

  /** A row that is about to be erased. */
  note(table: string, key: string): void {
    if (table === 'person') {
      this.#ids.add(key);
      for (const name of namesOfPerson(this.#db, key)) this.#names.add(name);
      for (const text of saidOfPerson(this.#db, key)) this.#said.add(text);
    }
    if (table !== 'person_known_as') return;
    for (const { name } of prepared<{ name: string }>(this.#db, 'SELECT name FROM person_known_as WHERE id = ?').all(key)) {
      this.#names.add(name);
      this.#said.add(name);
    }
  }

  /** Takes them out of what this book alone may say of them. To be called within a step. */
  forget(): void {
    forgetPresented(this.#db, this.ids, [...this.#names]);
    for (const id of this.#ids) forgetAnswers(this.#db, id);
  }
}
