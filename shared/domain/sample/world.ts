import type { IsoDate } from '#shared/kernel/dates.ts';
import type { RandomStream } from '#shared/kernel/random-stream.ts';
import type { SampleWords } from './words.ts';

/** A row to be, its fields in camel case. */
export type SampleRow = Readonly<Record<string, string | number | null>>;

/** Rows of one table, in an order in which each refers only to rows before it. */
export interface SampleTable { table: string; rows: SampleRow[] }

export interface SampleContact { personId: string; positionId: string; name: string }

/** What the parts agree on about an account. */
export interface SampleAccount {
  id: string;
  name: string;
  /** The language its people speak and are written about. */
  language: 'zh' | 'en';
  /** Place in the list by revenue, from 0. */
  rank: number;
  isKey: boolean;
  /** Stem for mail addresses. */
  slug: string;
  /** Which list of names its people are from; null for Chinese. */
  names: string | null;
  /** The range that its numbers are of; null where none is free for stories. */
  phone: string | null;
  /** Millions of the book's currency in the last twelve months, and the growth on the twelve before in percent. */
  millions: number;
  growth: number;
  currency: string;
  /** Months ago of the first and the last order; the last is 0 while they still buy. */
  firstMonth: number;
  lastMonth: number;
  /** Days since the last interaction. */
  touch: number;
  contacts: SampleContact[];
}

export interface SampleTalk { id: string; accountId: string; at: number; date: IsoDate; steps: string[]; personIds: string[] }

/** What is made so far: each part reads what those before it have put here. */
export interface SampleWorld {
  words: SampleWords;
  today: IsoDate;
  /** IANA name. */
  timeZone: string;
  currency: string;
  ownerId: string;
  colleagueIds: string[];
  accounts: SampleAccount[];
  /** Numbers given out. */
  phones: Set<string>;
  talks: SampleTalk[];
}

/** What one part draws from; nothing else in the book moves when it draws more. */
export interface PartTools {
  random: RandomStream;
  /** @param atMs when the row came about, ms UTC */
  id(atMs: number): string;
}

/** One part of the sample. A new feature adds a file with its own and a line in `make-sample.ts`. */
export interface SamplePart {
  name: string;
  make(world: SampleWorld, tools: PartTools): SampleTable[];
}
