import type Database from 'better-sqlite3';
import type { ImportChoices } from '#shared/domain/import/choices.ts';
import type { ImportKind } from '#shared/domain/import/model.ts';
import type { ImportPlan } from './import-plan.ts';
import type { RecordsOf } from './parse-job.ts';

/** What planners know of the run they work for. */
export interface PlannerContext {
  db: Database.Database;
  /** A new id. */
  uuid: () => string;
  /** ms since 1970 UTC. */
  now: () => number;
  /** ISO 4217 code of orders that name none. */
  currency: string;
  /** Header of the column that the first mapped one of these fields is read from. */
  columnOf: (...fields: string[]) => string | null;
  choices: ImportChoices;
}

/** Decides what becomes of the records of one kind. It reads the book and never writes. */
export interface Planner<K extends ImportKind> {
  plan(records: readonly RecordsOf[K][], plan: ImportPlan): void;
  /** Somebody else wrote to the book in between: what was read of it may be out of date. */
  refresh(): void;
  /** What could only be told when every row was read, in portions of about a thousand rows. */
  finish?(): Iterable<ImportPlan>;
}
