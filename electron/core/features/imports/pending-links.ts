import type Database from 'better-sqlite3';
import type { ProblemCode } from '#shared/domain/import/problems.ts';
import { cellProblem } from '#shared/domain/import/read-row.ts';
import { prepared } from '#core/db/prepared.ts';
import { ImportPlan } from './import-plan.ts';
import { tableSql } from './table-sql.ts';

const PORTION = 1_000;

export interface PendingLink {
  row: number;
  /** Header of the column that names the other record, and what it says. */
  column: string | null;
  value: string;
  id: string;
  /** The record that is meant; null when nobody knows it or several could be. */
  target: () => string | null;
}

export interface LinkTerms {
  table: 'account' | 'colleague' | 'position';
  column: 'parent_id' | 'reports_to_id';
  unknown: ProblemCode;
  circle: ProblemCode;
}

/**
 * Rows that name another of their own kind, which may stand further down in the file: set when every row is read.
 * A link that would lead in a circle is refused, the row stays.
 */
export class PendingLinks {
  readonly #terms: LinkTerms;
  readonly #pending: PendingLink[] = [];
  readonly #made = new Set<string>();

  constructor(terms: LinkTerms) {
    this.#terms = terms;
  }

  add(link: PendingLink): void {
    this.#pending.push(link);
  }

  /** Notes a record that this run makes: its link belongs to its making. */
  made(id: string): void {
    this.#made.add(id);
  }

  *plans(db: Database.Database): Generator<ImportPlan> {
    if (this.#pending.length === 0) return;
    const { table, column } = this.#terms;
    const sql = tableSql(table, ['id'], [column]);
    const links = new Map(prepared<{ id: string; other: string }>(db, `SELECT id, ${column} AS other FROM ${table} WHERE ${column} IS NOT NULL`).all().map(({ id, other }) => [id, other]));
    for (let from = 0; from < this.#pending.length; from += PORTION) {
      const plan = new ImportPlan();
      for (const link of this.#pending.slice(from, from + PORTION)) {
        const target = link.target();
        const fault = this.#faultOf(link.id, target, links);
        if (fault) plan.lack(cellProblem(link.row, link.column, fault, link.value));
        // A record that names itself says that it stands at the top.
        if (fault || target === null || target === link.id || links.get(link.id) === target) continue;
        links.set(link.id, target);
        if (this.#made.has(link.id)) plan.complete(sql, { [column]: target }, [link.id]);
        else plan.update(sql, { [column]: target }, [link.id]);
      }
      yield plan;
    }
  }

  #faultOf(id: string, target: string | null, links: ReadonlyMap<string, string>): ProblemCode | null {
    if (target === null) return this.#terms.unknown;
    if (target === id) return null;
    const seen = new Set<string>();
    for (let above: string | undefined = target; above !== undefined && !seen.has(above); above = links.get(above)) {
      if (above === id) return this.#terms.circle;
      seen.add(above);
    }
    return null;
  }
}
