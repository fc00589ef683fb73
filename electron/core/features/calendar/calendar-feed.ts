import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '#shared/domain/review/deck-voice.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Book } from '#core/db/book.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import { prepared } from '#core/db/prepared.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { calendarText } from './read-events.ts';

export interface FeedDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'clock' | 'log' | 'paths'>;
  /** The words of the file, in the language of the program. */
  words: () => Words;
}

export interface FeedState { on: boolean; path: string; writtenAt: number | null }

/** No step was committed for so long (ms). */
const REST = 2_000;

/** A calendar file beside the book's local data that follows it; it is on as long as the file is there. */
export class CalendarFeed {
  readonly #deps: FeedDeps;
  #timer: NodeJS.Timeout | null = null;

  constructor(deps: FeedDeps) {
    this.#deps = deps;
  }

  state(book: Book): FeedState {
    const path = this.#pathOf(book);
    const on = existsSync(path);
    return { on, path, writtenAt: on ? Math.round(statSync(path).mtimeMs) : null };
  }

  /** @throws CodedError `calendar-not-written` where the file can be neither made nor removed */
  set(book: Book, on: boolean): FeedState {
    const path = this.#pathOf(book);
    const text = on ? this.#text(book) : null;
    try {
      if (text === null) rmSync(path, { force: true });
      else this.#keep(path, text);
    } catch (cause) {
      throw new CodedError('calendar-not-written', { where: { path }, cause });
    }
    return this.state(book);
  }

  /** Something was written, another book was opened, or another day has begun. */
  wake(): void {
    if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(() => {
      this.#timer = null;
      this.catchUp();
    }, REST).unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Writes the file of the open book anew where it says something else. */
  catchUp(): void {
    const book = this.#deps.current.peek();
    if (!book || !existsSync(this.#pathOf(book))) return;
    try {
      this.#keep(this.#pathOf(book), this.#text(book));
    } catch (error) {
      this.#deps.ports.log.error('the calendar file could not be written', error);
    }
  }

  #pathOf(book: Book): string {
    const id = prepared<{ id: string }>(book.db, 'SELECT book_id AS id FROM book').get()?.id ?? 'book';
    return join(this.#deps.ports.paths.dataDir, 'calendars', `${id}.ics`);
  }

  #text(book: Book): string {
    return book.read(() => calendarText(book.db, this.#deps.ports.clock.now(), this.#deps.words()));
  }

  #keep(path: string, text: string): void {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
    mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.new`, text, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
}
