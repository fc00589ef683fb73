import type { IsoDate } from '#shared/kernel/dates.ts';
import type { ReminderSettings } from './model.ts';

interface OfAccount {
  id: string;
  accountId: string;
  /** Name of the account. */
  account: string;
}

/** What a book holds that may be told of. Instants are ms UTC; anniversaries are written as `calendar/anniversary.ts` says. */
export interface ReminderFacts {
  people: { id: string; name: string; accountId: string | null; account: string; birthday: string | null; keepInTouchDays: number | null; lastAt: number | null; createdAt: number }[];
  accounts: {
    id: string; name: string; isKey: boolean; quietDays: number | null; lastAt: number | null; createdAt: number; foundedOn: string | null; customerSince: IsoDate | null;
  }[];
  milestones: (OfAccount & { title: string; onDay: string; yearly: boolean })[];
  /** Those that are open and have a day. */
  tasks: (OfAccount & { title: string; dueOn: IsoDate })[];
  /** Those that were not presented yet. */
  reviews: (OfAccount & { heldOn: IsoDate })[];
}

/** By what it is reckoned when a fact is told. */
export interface ReminderRules {
  settings: ReminderSettings;
  /** IANA name; the book's. */
  timeZone: string;
  isWorkingDay: (date: IsoDate) => boolean;
}

/** From the first instant to before the last, ms UTC. */
export interface Span {
  from: number;
  to: number;
}
