import type Database from 'better-sqlite3';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import { readBookSettings } from '../db/settings.ts';
import type { MeasureContext } from './measure-request.ts';

/** The terms in which a book is measured at an instant (ms UTC). */
export function measureContext(db: Database.Database, atMs: number): MeasureContext {
  const { timeZone, currency } = readBookSettings(db);
  return { asOf: dateInZone(atMs, timeZone), timeZone, currency };
}
