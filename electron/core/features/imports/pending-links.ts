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

interface SettledLink { link: PendingLink; fault: ProblemCode | null; target: string | null }

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
    const settled = this.#settle(links);
    for (let from = 0; from < settled.length; from += PORTION) {
      const plan = new ImportPlan();
      for (const { link, fault, target } of settled.slice(from, from + PORTION)) {
        if (fault) plan.lack(cellProblem(link.row, link.column, fault, link.value));
        else if (target === null) continue;
        else if (this.#made.has(link.id)) plan.complete(sql, { [column]: target }, [link.id]);
        else plan.update(sql, { [column]: target }, [link.id]);
      }
      yield plan;
    }
  }

  /** A link may be a circle only until another one of the file is moved: what is one is tried again while anything moves. */
  #settle(links: Map<string, string>): SettledLink[] {
    const settled: SettledLink[] = [];
    let waiting = this.#pending;
    for (let left = -1; left !== waiting.length;) {
      left = waiting.length;
      waiting = waiting.filter((link) => {
        const target = link.target();
        const fault = this.#faultOf(link.id, target, links);
        if (fault === this.#terms.circle) return true;
        // A record that names itself says that it stands at the top.
        const moves = !fault && target !== null && target !== link.id && links.get(link.id) !== target;
        if (moves) links.set(link.id, target);
        if (fault || moves) settled.push({ link, fault, target });
        return false;
      });
    }
    return [...settled, ...waiting.map((link) => ({ link, fault: this.#terms.circle, target: null }))];
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
