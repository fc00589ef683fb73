import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { isFarAhead, type ClockStamp } from '#shared/kernel/hybrid-clock.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Clock, Ids } from '../ports/host-ports.ts';
import type { Book } from './book.ts';
import { lockBook } from './book-lock.ts';
import { APPLICATION_ID, connect } from './connection.ts';
import { explainSqlite } from './explain-sqlite.ts';
import { deviceFor, saveDevice, type DeviceRecord } from './device.ts';
import { migrate, readMigrations, schemaVersion } from './migrate.ts';
import { prepared } from './prepared.ts';
import { refusePlace } from './refuse-place.ts';
import { refuseWrite, Writer, type Derive } from './writer.ts';

export interface OpenDeps {
  clock: Clock;
  ids: Ids;
  /** Local application data of this computer. */
  dataDir: string;
  migrationsDir: string;
  hostName: string;
  derive: Derive;
  /** Takes a verified backup of the closed book before it is migrated. */
  beforeMigration?: (path: string) => void;
}

/** A book with what only its keeper needs: the clock question and this computer's record of it. */
export interface OpenedBook extends Book {
  /** The last write lies over a day ahead of the wall clock, and the user has not said what to do. */
  clockAhead(): boolean;
  /** Goes on under a new device id from the wall clock's time. */
  acceptClock(): void;
  device(): DeviceRecord;
  saveDevice(change: Partial<DeviceRecord>): void;
}

function checkIdentity(db: Database.Database, path: string): void {
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) throw new CodedError('not-a-book', { where: { path } });
}

/** The same by the file's own first page: connecting would already turn another program's database to WAL. */
function refuseForeign(path: string): void {
  const head = Buffer.alloc(72);
  const file = openSync(path, 'r');
  const read = readSync(file, head, 0, head.length, 0);
  closeSync(file);
  // A book is never as short as this; SQLite would take an empty file for a new database and write to it.
  if (read < head.length) throw new CodedError('book-damaged', { where: { path } });
  if (head.toString('latin1', 0, 15) === 'SQLite format 3' && head.readUInt32BE(68) !== APPLICATION_ID) throw new CodedError('not-a-book', { where: { path } });
}

const maxArrival = (db: Database.Database): number => prepared<{ n: number }>(db, 'SELECT coalesce(max(arrival), 0) AS n FROM change').get()?.n ?? 0;

/**
 * Opens a book: refuses bad places, locks it, migrates it after a backup, and gives it this computer's device id.
 * @throws CodedError `book-not-found`, `network-share`, `synced-folder`, `book-in-use`, `not-a-book`, `book-damaged`, `disk-failed`, `not-writable`
 */
export function openBook(path: string, deps: OpenDeps): OpenedBook {
  refusePlace(path);
  if (!existsSync(path)) throw new CodedError('book-not-found', { where: { path } });
  const lock = lockBook(path, deps.hostName);
  let db: Database.Database | undefined;
  try {
    refuseForeign(path);
    db = connect(path, { fileMustExist: true });
    checkIdentity(db, path);
    const migrations = readMigrations(deps.migrationsDir);
    const version = schemaVersion(db);
    if (version > migrations.length) {
      // Nothing of a newer book is written, not even its journal mode.
      db.close();
      db = connect(path, { readonly: true, fileMustExist: true });
      return assemble(db, path, deps, lock.release, true);
    }
    if (version < migrations.length) {
      deps.beforeMigration?.(path);
      migrate(db, migrations);
    }
    return assemble(db, path, deps, lock.release, false);
  } catch (error) {
    db?.close();
    lock.release();
    throw explainSqlite(error, path);
  }
}

function lastStampOf(db: Database.Database, device: number): ClockStamp {
  return prepared<{ n: number }>(db, 'SELECT coalesce(max(clock), 0) AS n FROM stamp WHERE device = ?').get(device)?.n ?? 0;
}

/** The latest stamp of any device, but for those far ahead of the wall clock: one wrong clock must not drag the others along. */
function lastSeen(db: Database.Database, nowMs: number): ClockStamp {
  const stamps = prepared<{ clock: ClockStamp }>(db, 'SELECT max(clock) AS clock FROM stamp GROUP BY device').all();
  return Math.max(0, ...stamps.map((stamp) => stamp.clock).filter((clock) => !isFarAhead(clock, nowMs)));
}

function assemble(db: Database.Database, path: string, deps: OpenDeps, release: () => void, readOnly: boolean): OpenedBook {
  const bookId = prepared<{ id: string }>(db, 'SELECT book_id AS id FROM book').get()?.id;
  if (bookId === undefined) throw new CodedError('not-a-book', { where: { path } });
  let record = deviceFor(deps.dataDir, bookId, path, maxArrival(db), () => deps.ids.uuid());
  const keepRecord = (change: Partial<DeviceRecord>): void => {
    record = { ...record, ...change };
    saveDevice(deps.dataDir, bookId, record);
  };
  const deviceNo = (): number => {
    prepared(db, 'INSERT INTO device (id) VALUES (?) ON CONFLICT DO NOTHING').run(record.device);
    return prepared<{ no: number }>(db, 'SELECT no FROM device WHERE id = ?').get(record.device)?.no ?? 0;
  };
  const own = prepared<{ no: number }>(db, 'SELECT no FROM device WHERE id = ?').get(record.device)?.no;
  const now = deps.clock.now();
  const ownLast = own === undefined ? 0 : lastStampOf(db, own);
  const lastStamp = Math.max(ownLast, lastSeen(db, now));
  let ahead = isFarAhead(ownLast, now);
  const writer = new Writer(db, {
    clock: deps.clock, ids: deps.ids, derive: deps.derive, lastStamp, device: deviceNo,
    actor: () => prepared<{ me: string | null }>(db, 'SELECT me FROM book').get()?.me ?? null,
  });
  if (!readOnly) writer.recover();
  // Made once: making a transaction takes as long as a short read.
  const reading = db.transaction((work: () => unknown) => work()).deferred;
  return {
    path, bookId, readOnly, db, orm: drizzle(db),
    write: (info, work) => (readOnly ? refuseWrite() : writer.write(info, work)),
    openStep: (info) => (readOnly ? refuseWrite() : writer.openStep(info)),
    receive: (work) => (readOnly ? refuseWrite() : writer.receive(work)),
    receivedAll: () => writer.receivedAll(),
    deviceId: () => record.device,
    writeLocal: (work) => (readOnly ? refuseWrite() : writer.writeLocal(work)),
    read: <T>(work: () => T): T => (db.inTransaction ? work() : reading(work) as T),
    onStep: (listener) => writer.onStep(listener),
    lastStamp: () => writer.lastStamp,
    clockAhead: () => ahead,
    acceptClock() {
      keepRecord({ device: deps.ids.uuid() });
      writer.restartClock(lastSeen(db, deps.clock.now()));
      ahead = false;
    },
    device: () => record,
    saveDevice: keepRecord,
    close() {
      try {
        keepRecord({ arrival: maxArrival(db) });
      } finally {
        db.close();
        release();
      }
    },
  };
}
