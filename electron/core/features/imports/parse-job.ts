import type { ImportChoices } from '#shared/domain/import/choices.ts';
import type { Encoding } from '#shared/domain/import/layout.ts';
import type { ImportKind, Mapping, RowProblem } from '#shared/domain/import/model.ts';
import type { OrderRecord } from '#shared/domain/import/order-record.ts';
import type { RowValues } from '#shared/domain/import/read-row.ts';
import type { ErrorPlace } from '#shared/kernel/coded-error.ts';

/** What the parse worker is told; all of it survives a structured clone. */
export interface ParseJob {
  path: string;
  /** The name a person knows the file by. */
  file: string;
  kind: ImportKind;
  mapping: Mapping;
  headers: string[];
  /** Number of the header's record, from 1. */
  headerRow: number;
  delimiter: string;
  /** UTF-8 when absent. */
  encoding?: Encoding;
  /** The plain quotation mark when absent. */
  quote?: string;
  /** Rows end with their last filled cell, as those of sheets do. */
  padded?: boolean;
  /** IANA name of the book's zone. */
  timeZone: string;
  choices: ImportChoices;
}

/** Kinds of which several rows make one record. */
export type GroupedKind = 'orders' | 'orderLines';

/** Kinds of which each row stands for itself. */
export type SingleKind = Exclude<ImportKind, GroupedKind>;

export type RecordsOf = { [K in SingleKind]: { row: number; values: RowValues<K> } } & { [K in GroupedKind]: OrderRecord };

/** About a thousand rows, read and checked; orders come whole. */
export interface ParseBatch<K extends ImportKind = ImportKind> {
  type: 'batch';
  records: RecordsOf[K][];
  /** Rows that went into this batch, rejected ones included. */
  rows: number;
  rejected: number;
  /** Rows behind this batch that the person wanted left out; they are in no other number. */
  skipped: number;
  problems: RowProblem[];
  /** Bytes of the file behind this batch. */
  bytes: number;
}

/** Sent while the file is looked through before its first batch, so that a stall can be told from work. */
export interface ParseSign { type: 'checking' }

export type ParseEvent = ParseBatch | ParseSign;

/** A file to be made into text that can be read row by row; see `stageFile`. */
export interface StageJob {
  path: string;
  file: string;
  /** Where the text goes; absolute, in a folder that only its owner may enter. */
  target: string;
  /** Which sheet; null for the first that holds something. */
  sheet: string | null;
}

/** What became of it. */
export interface Staged {
  type: 'staged';
  /** The text lies at the target in UTF-8 and as a table; false when it is as it was packed. */
  isTable: boolean;
  sheet: string | null;
  sheets: string[];
}

/** What the worker posts: events, then one end, or what went wrong. */
export type ParseMessage =
  | ParseEvent
  | Staged
  | { type: 'end' }
  | { type: 'coded-error'; code: string; where?: ErrorPlace; params?: Record<string, string | number> }
  | { type: 'error'; name: string; stack: string };
