import Database from 'better-sqlite3';

/** Marks the file as ours for `file` and for refusals: "BLST". */
export const APPLICATION_ID = 0x424c5354;

/**
 * Opens a connection with the settings under which an acknowledged write survives a power cut.
 * FULL always: with WAL, NORMAL may lose acknowledged commits.
 */
export function connect(path: string, options: { readonly?: boolean; fileMustExist?: boolean } = {}): Database.Database {
  const db = new Database(path, { readonly: options.readonly ?? false, fileMustExist: options.fileMustExist ?? false, timeout: 2_000 });
  if (!options.readonly) {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('fullfsync = ON');
    db.pragma('checkpoint_fullfsync = ON');
    // Bulk work writes the same pages again and again: a log of up to 64 MB takes each to the book's file once.
    db.pragma('wal_autocheckpoint = 16000');
  }
  db.pragma('temp_store = MEMORY');
  db.pragma('foreign_keys = ON');
  db.pragma('recursive_triggers = ON');
  db.pragma('cache_size = -32000');
  return db;
}
