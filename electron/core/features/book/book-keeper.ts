import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Backup, BookStatus, NewBook } from '#shared/domain/book/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import { backupDir, backupName, listBackups, pruneBackups, restoreBackup } from '../../db/backup-files.ts';
import type { BackupAnswer, BackupJob } from '../../db/backup-worker.ts';
import { lockBook } from '../../db/book-lock.ts';
import { createBook } from '../../db/create-book.ts';
import { explainSqlite } from '../../db/explain-sqlite.ts';
import type { CurrentBook } from '../../db/current-book.ts';
import { openBook, type OpenDeps, type OpenedBook } from '../../db/open-book.ts';
import { prepared } from '../../db/prepared.ts';
import { refusePlace } from '../../db/refuse-place.ts';
import { readBookSettings } from '../../db/settings.ts';
import { askOwner, watchForAsking } from '../../db/show-owner.ts';
import { takeBackup } from '../../db/take-backup.ts';
import type { Derive } from '../../db/writer.ts';
import { freshFigures } from '../../measures/fresh-figures.ts';
import { measureContext } from '../../measures/measure-context.ts';
import type { HostPorts } from '../../ports/host-ports.ts';

export interface KeeperDeps {
  ports: HostPorts;
  current: CurrentBook;
  derive: Derive;
  onStep: (tables: string[], accountIds: string[] | null) => void;
  /** Another book is open, or none. */
  onBook: () => void;
  /** What is known of the book's health or its backups has changed. */
  onHealth: () => void;
  /** A book was opened or is called something else now. */
  onTitle: (path: string, title: string) => void;
}

const BACKUP_EVERY_MS = 3_600_000;

/** Opens, closes, checks and backs up the one book that is in use. */
export class BookKeeper {
  readonly #deps: KeeperDeps;
  #book: OpenedBook | null = null;
  #healthy: boolean | null = null;
  #running: Promise<Backup | null> | null = null;
  #lastWriteAt = 0;
  /** ms UTC; null once a backup has succeeded. */
  #backupFailedAt: number | null = null;
  #deafen: (() => void) | null = null;
  /** The day that clients have been told of, in the book's zone. */
  #day = '';

  constructor(deps: KeeperDeps) {
    this.#deps = deps;
  }

  create(input: NewBook & { path?: string }): BookStatus {
    // The book that is open stays so when the new one cannot be made.
    const next = this.#make(input);
    this.close();
    return this.#use(next);
  }

  /** Makes a book beside the open one. Until it is used, it is known to nobody. */
  createApart(input: NewBook & { path?: string; ownerId: string }) {
    const book = this.#make(input);
    return {
      book,
      use: (): BookStatus => {
        this.close();
        return this.#use(book);
      },
      discard: (): void => {
        book.close();
        for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(`${book.path}${suffix}`, { force: true });
      },
    };
  }

  open(path: string): BookStatus {
    if (this.#book?.path === path) return this.status();
    if (!isAbsolute(path)) throw new CodedError('invalid-value', { where: { field: 'path' } });
    // The book that is open stays so when the other one cannot be opened.
    const next = openBook(path, this.#openDeps());
    this.close();
    return this.#use(next);
  }

  close(): void {
    const book = this.#book;
    if (!book) return;
    this.#book = null;
    this.#healthy = null;
    this.#backupFailedAt = null;
    this.#deafen?.();
    this.#deafen = null;
    this.#deps.current.set(null);
    book.close();
    this.#deps.onBook();
  }

  /** @throws CodedError `no-book` */
  status(): BookStatus {
    const book = this.#opened();
    const settings = readBookSettings(book.db);
    const me = prepared<{ id: string; name: string }>(book.db, 'SELECT id, name FROM colleague WHERE id = (SELECT me FROM book)').get() ?? null;
    return {
      bookId: book.bookId, path: book.path, ...settings, me, readOnly: book.readOnly ? 'newer-version' : null, clock: book.clockAhead() ? 'ahead' : 'ok',
      healthy: this.#healthy, lastBackupAt: book.device().backupAt, backupFailed: this.#backupFailedAt !== null, today: dateInZone(this.#deps.ports.clock.now(), settings.timeZone),
    };
  }

  /** Asks whoever has a book to show itself. @returns whether it has */
  async showOwner(path: string): Promise<boolean> {
    if (!isAbsolute(path)) throw new CodedError('invalid-value', { where: { field: 'path' } });
    // No book is ever opened there, so there is no owner to ask.
    refusePlace(path);
    return askOwner(path);
  }

  isOpen(): boolean {
    return this.#book !== null;
  }

  acceptClock(): BookStatus {
    this.#opened().acceptClock();
    return this.status();
  }

  backups(path?: string): Backup[] {
    return listBackups(this.#deps.ports.paths.dataDir, path ?? this.#opened().path);
  }

  restore(path: string, file: string): BookStatus {
    const { clock, paths, hostName } = this.#deps.ports;
    const wasOpen = this.#book?.path === path;
    if (wasOpen) this.close();
    mkdirSync(dirname(path), { recursive: true });
    // Another process must not go on writing to a file that was moved away under it.
    const lock = lockBook(path, hostName);
    try {
      restoreBackup(paths.dataDir, path, file, clock.now());
    } finally {
      lock.release();
      if (wasOpen) this.open(path);
    }
    return this.open(path);
  }

  /** @returns null when nothing has changed since the last backup */
  backUp(): Promise<Backup | null> {
    this.#running ??= this.#backUp().finally(() => { this.#running = null; });
    return this.#running;
  }

  /** Called from time to time: backs up when nobody has written for a minute and the last backup is an hour old, and moves on to a new day. */
  async tend(): Promise<void> {
    const book = this.#book;
    if (!book) return;
    const now = this.#deps.ports.clock.now();
    const context = measureContext(book.db, now);
    if (context.asOf !== this.#day) {
      this.#day = context.asOf;
      freshFigures(book, context);
      // Nearly all that is shown is reckoned from today.
      this.#deps.onBook();
    }
    if (book.readOnly) return;
    const { backupAt } = book.device();
    const triedAt = Math.max(backupAt ?? 0, this.#backupFailedAt ?? 0);
    if (now - this.#lastWriteAt < 60_000 || now - triedAt < BACKUP_EVERY_MS) return;
    await this.backUp();
  }

  /** An error of the open book's file, in terms that a person can act on; found damaged, the book is known to be so from now on. */
  explain(error: unknown): unknown {
    if (!this.#book) return error;
    const explained = explainSqlite(error, this.#book.path);
    if (explained instanceof CodedError && explained !== error && explained.code === 'book-damaged' && this.#healthy !== false) {
      this.#healthy = false;
      this.#deps.onHealth();
    }
    return explained;
  }

  #opened(): OpenedBook {
    if (!this.#book) throw new CodedError('no-book');
    return this.#book;
  }

  #make(input: NewBook & { path?: string; ownerId?: string }): OpenedBook {
    const path = input.path ?? this.#freePath(input.title);
    if (!isAbsolute(path)) throw new CodedError('invalid-value', { where: { field: 'path' } });
    return createBook(path, input, this.#openDeps());
  }

  #freePath(title: string): string {
    const safe = title.replaceAll(/[\p{Cc}<>:"/\\|?*.]/gu, ' ').trim().slice(0, 60) || 'Ballast';
    const dir = join(this.#deps.ports.paths.dataDir, 'books');
    for (let n = 1; ; n += 1) {
      const path = join(dir, n === 1 ? `${safe}.ballast` : `${safe} ${n}.ballast`);
      if (!existsSync(path)) return path;
    }
  }

  #openDeps(): OpenDeps {
    const { clock, ids, paths, hostName } = this.#deps.ports;
    return {
      clock, ids, hostName, dataDir: paths.dataDir, migrationsDir: join(paths.resourcesDir, 'migrations'), derive: this.#deps.derive,
      beforeMigration: (path) => void takeBackup(path, join(backupDir(paths.dataDir, path), backupName(clock.now(), 'before-migration'))),
    };
  }

  #use(book: OpenedBook): BookStatus {
    const { showWindow, log } = this.#deps.ports;
    this.#book = book;
    this.#deafen = showWindow ? watchForAsking(book.path, showWindow, (error) => log.error('the window could not be shown', error)) : null;
    this.#deps.current.set(book);
    book.onStep((notice) => {
      this.#lastWriteAt = this.#deps.ports.clock.now();
      // Before the clients are told, who then ask for the list of books as well.
      if (notice.tables.includes('setting')) this.#tellTitle(book);
      this.#deps.onStep(notice.tables, notice.accountIds);
    });
    const context = measureContext(book.db, this.#deps.ports.clock.now());
    this.#day = context.asOf;
    freshFigures(book, context);
    this.#tellTitle(book);
    void this.#check(book);
    this.#deps.onBook();
    return this.status();
  }

  #tellTitle(book: OpenedBook): void {
    this.#deps.onTitle(book.path, readBookSettings(book.db).title || basename(book.path));
  }

  async #check(book: OpenedBook): Promise<void> {
    const answer = await this.#inWorker({ task: 'check', path: book.path });
    if (this.#book !== book) return;
    this.#healthy = answer.ok;
    this.#deps.onHealth();
  }

  async #backUp(): Promise<Backup | null> {
    const book = this.#opened();
    const { clock, paths } = this.#deps.ports;
    const arrival = prepared<{ n: number }>(book.db, 'SELECT coalesce(max(arrival), 0) AS n FROM change').get()?.n ?? 0;
    if (arrival === book.device().backupArrival) return null;
    const takenAt = clock.now();
    const target = join(backupDir(paths.dataDir, book.path), backupName(takenAt, 'auto'));
    const answer = await this.#inWorker({ task: 'backup', path: book.path, target });
    this.#noteBackup(answer.ok ? null : takenAt);
    if (!answer.ok) throw new CodedError('backup-failed', { where: { path: book.path }, cause: new Error(answer.message) });
    book.saveDevice({ backupArrival: answer.arrival, backupAt: takenAt });
    pruneBackups(paths.dataDir, book.path);
    this.#deps.onHealth();
    return listBackups(paths.dataDir, book.path).find((backup) => backup.takenAt === takenAt) ?? null;
  }

  #noteBackup(failedAt: number | null): void {
    const told = this.#backupFailedAt !== null;
    this.#backupFailedAt = failedAt;
    if (told !== (failedAt !== null)) this.#deps.onHealth();
  }

  #inWorker(job: BackupJob): Promise<BackupAnswer> {
    return new Promise((resolve) => {
      const worker = new Worker(this.#deps.ports.workers.backup, { workerData: job });
      worker.once('message', (answer: BackupAnswer) => resolve(answer));
      worker.once('error', (error) => {
        this.#deps.ports.log.error('the backup worker failed', error);
        resolve({ ok: false, message: 'worker' });
      });
      // A backup that was asked for is waited for, also where nothing else keeps the process.
      if (job.task === 'check') worker.unref();
    });
  }
}
