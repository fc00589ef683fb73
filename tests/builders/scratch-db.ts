import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const migration = fileURLToPath(new URL('../../resources/migrations/0001_book.sql', import.meta.url));

/** A bare database with a book's tables, in memory: no door, no capture, no settings but those given. */
export function scratchDb(settings: { timeZone?: string; currency?: string } = {}): Database.Database {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  db.exec(readFileSync(migration, 'utf8'));
  const insert = db.prepare('INSERT INTO setting (key, value) VALUES (?, ?)');
  insert.run('timeZone', settings.timeZone ?? 'Asia/Shanghai');
  insert.run('currency', settings.currency ?? 'CNY');
  return db;
}
