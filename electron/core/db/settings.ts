import type Database from 'better-sqlite3';
import { prepared } from './prepared.ts';

/** Settings that travel with the book. */
export interface BookSettings {
  title: string;
  /** IANA name. */
  timeZone: string;
  /** ISO 4217 code. */
  currency: string;
}

const DEFAULTS: BookSettings = { title: 'Ballast', timeZone: 'UTC', currency: 'USD' };

export function readBookSettings(db: Database.Database): BookSettings {
  const rows = prepared<{ key: string; value: string }>(db, "SELECT key, value FROM setting WHERE key IN ('title', 'timeZone', 'currency')").all();
  const found = new Map(rows.map((row) => [row.key, row.value]));
  return {
    title: found.get('title') ?? DEFAULTS.title,
    timeZone: found.get('timeZone') ?? DEFAULTS.timeZone,
    currency: found.get('currency') ?? DEFAULTS.currency,
  };
}
