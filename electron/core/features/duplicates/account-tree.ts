import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';

/** Who belongs to whom among the accounts. */
export class AccountTree {
  readonly #parents: Map<string, string>;

  constructor(db: Database.Database) {
    this.#parents = new Map(prepared<{ id: string; parentId: string }>(db, 'SELECT id, parent_id AS parentId FROM account WHERE parent_id IS NOT NULL').all().map(({ id, parentId }) => [id, parentId]));
  }

  /** The account and all above it. Parents close no circle: the book keeps that rule. */
  lineOf(id: string): string[] {
    const line = [id];
    for (let up = this.#parents.get(id); up !== undefined; up = this.#parents.get(up)) line.push(up);
    return line;
  }

  /** The topmost account of the group. */
  headOf(id: string): string {
    return this.lineOf(id).at(-1) ?? id;
  }
}
