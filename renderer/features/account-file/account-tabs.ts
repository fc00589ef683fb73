import type { ReactNode } from 'react';

export const accountFileTabs = ['overview', 'people', 'timeline', 'business', 'reviews', 'history'] as const;
export type AccountFileTab = (typeof accountFileTabs)[number];

/** The order lines behind a number: dates inclusive, one order where the number counts only that. */
export interface OrderRowsRequest {
  title: string;
  accountId: string;
  from: string;
  to: string;
  /** The same days a year before, where the number was compared with them. */
  before?: { from: string; to: string };
  orderId?: string;
  /** Another currency than the book's. */
  currency?: string;
}

/** Parts of the file that are features of their own; the application puts them in, since features know nothing of each other. */
export interface AccountFileSlots {
  people: (accountId: string) => ReactNode;
  timeline: (accountId: string) => ReactNode;
  business: (accountId: string) => ReactNode;
  reviews: (accountId: string) => ReactNode;
  history: (accountId: string) => ReactNode;
  /** The days that matter, a list of the overview. */
  days: (accountId: string) => ReactNode;
  /** A field for a day that comes again, with or without a year; `value` as the book writes it, empty for none. */
  dayOfYear: (field: { label: string; value: string; onChange: (text: string) => void }) => ReactNode;
  orderRows: (request: OrderRowsRequest | null, onClose: () => void) => ReactNode;
  /** Who changed a field of the row `key`, when, from what to what. */
  fieldHistory: (key: string, field: string) => ReactNode;
}
