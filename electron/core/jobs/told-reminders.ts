import type Database from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';

/** How far this computer has told; kept among what it told, under keys that no reminder has. */
export interface TellingMark {
  /** Stands for what moves the time of telling, such as the time zone: when it changes, the last days are looked at again. */
  rules: string;
  /** Up to this moment everything was told, ms UTC. */
  upTo: number;
  /** What came due before this was never told here, ms UTC. */
  since: number;
}

interface SentRow {
  key: string;
  dueAt: number;
  sentAt: number;
}

const ROW = 'SELECT key, due_at AS dueAt, sent_at AS sentAt FROM reminder_sent';
const KEEP = 'INSERT INTO reminder_sent (key, due_at, sent_at) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING';

const named = (db: Database.Database, name: string): SentRow | undefined =>
  prepared<SentRow>(db, `${ROW} WHERE key >= ? || ':' AND key < ? || ';' ORDER BY sent_at DESC LIMIT 1`).get(name, name);

export function readMark(db: Database.Database): TellingMark | null {
  const row = named(db, 'mark');
  return row ? { rules: row.key.slice('mark:'.length), upTo: row.dueAt, since: row.sentAt } : null;
}

export function writeMark(db: Database.Database, { rules, upTo, since }: TellingMark): void {
  prepared(db, "DELETE FROM reminder_sent WHERE key >= 'mark:' AND key < 'mark;'").run();
  prepared(db, KEEP).run(`mark:${rules}`, upTo, since);
}

export function wasTold(db: Database.Database, key: string): boolean {
  return prepared(db, 'SELECT 1 FROM reminder_sent WHERE key = ?').get(key) !== undefined;
}

export function writeTold(db: Database.Database, tellings: readonly { key: string; at: number }[], now: number): void {
  for (const { key, at } of tellings) prepared(db, KEEP).run(key, at, now);
}

/** Remembers from when until when nobody could be told; what was told at its end is what was missed. */
export function writeAway(db: Database.Database, from: number, to: number): void {
  prepared(db, KEEP).run(`away:${from}`, from, to);
}

/** The last time that something was missed: from when until when, and the keys of what was told at its end. */
export function readAway(db: Database.Database): { from: number; to: number; keys: Set<string>; firstAt: number } | null {
  const away = named(db, 'away');
  if (!away) return null;
  const told = prepared<SentRow>(db, `${ROW} WHERE sent_at = ? AND key <> ? AND key NOT LIKE 'mark:%' ORDER BY due_at, key`).all(away.sentAt, away.key);
  return { from: away.dueAt, to: away.sentAt, keys: new Set(told.map(({ key }) => key)), firstAt: told[0]?.dueAt ?? away.sentAt };
}
