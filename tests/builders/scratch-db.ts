import Database from 'better-sqlite3';
import { fileURLToPath } from 'node:url';
import { readMigrations } from '#core/db/migrate.ts';

const migrations = readMigrations(fileURLToPath(new URL('../../resources/migrations/', import.meta.url)));

/** A bare database with a book's tables, in memory: no door, no capture, no settings but those given. */
export function scratchDb(settings: { timeZone?: string; currency?: string } = {}): Database.Database {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const { sql } of migrations) db.exec(sql);
  const insert = db.prepare('INSERT INTO setting (key, value) VALUES (?, ?)');
  insert.run('timeZone', settings.timeZone ?? 'Asia/Shanghai');
  insert.run('currency', settings.currency ?? 'CNY');
  return db;
}
