import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { StepKind } from '#shared/domain/history/model.ts';
import type { ClockStamp } from '#shared/kernel/hybrid-clock.ts';
import type { Under } from './received-stamps.ts';

/** What a step says of itself; `verb` and `params` are worded in `locales/<language>/history.json`. */
export interface StepInfo {
  kind: StepKind;
  /** `feature.action`, such as `interaction.log`. */
  verb: string;
  /** Names and counts for the wording. */
  params: Record<string, string | number>;
  /** Steps that undo or redo name the step they act on. */
  undoes?: number;
}

/** A step that spans several transactions, such as an import: people's saves go between its chunks. */
export interface OpenStep {
  readonly no: number;
  /** One transaction of the step. */
  chunk<T>(work: () => T): T;
  /** Ends the step and brings the derived tables up to date, giving way in between. Params are merged into the first ones. */
  finish(params?: Record<string, string | number>): Promise<void>;
}

/** What a committed step touched; clients refresh what they show from it. */
export interface StepNotice {
  no: number;
  kind: StepKind;
  tables: string[];
  /** Null where it may concern any account. */
  accountIds: string[] | null;
}

/** An open book: the one door for writes, and reads in one transaction. */
export interface Book {
  readonly path: string;
  readonly bookId: string;
  /** Set when the book comes from a newer version: nothing may be written. */
  readonly readOnly: boolean;
  /** Raw prepared statements; reading only, outside `write`. */
  readonly db: Database.Database;
  readonly orm: BetterSQLite3Database;
  /** Runs `work` in one immediate transaction as one step; rolls back whole when it throws. */
  write<T>(info: StepInfo, work: () => T): { value: T; stepNo: number };
  /** Begins a step of many transactions. */
  openStep(info: StepInfo): OpenStep;
  /** Takes in what other devices wrote, in one transaction; derived tables follow by `receivedAll`. */
  receive<T>(work: (under: Under) => T): T;
  receivedAll(): Promise<void>;
  /** This computer's device id for the book. */
  deviceId(): string;
  /** Writes to uncaptured tables only (drafts, derived rows): no step, nothing to undo. */
  writeLocal<T>(work: () => T): T;
  /** One consistent view for everything that `work` reads. */
  read<T>(work: () => T): T;
  /** Called after each commit of a step. @returns how to stop */
  onStep(listener: (notice: StepNotice) => void): () => void;
  /** The latest stamp written. */
  lastStamp(): ClockStamp;
  close(): void;
}
