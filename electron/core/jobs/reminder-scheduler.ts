import { deliver, MISSED_AFTER, type Notice } from '#shared/domain/reminder/deliver.ts';
import type { ReminderFacts, ReminderRules, Span } from '#shared/domain/reminder/facts.ts';
import type { Reminder } from '#shared/domain/reminder/model.ts';
import { planReminders } from '#shared/domain/reminder/plan-reminders.ts';
import { planTellings, type Telling } from '#shared/domain/reminder/plan-tellings.ts';
import { startOfDay, tellFrom } from '#shared/domain/reminder/tell-from.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import type { Book } from '../db/book.ts';
import type { CurrentBook } from '../db/current-book.ts';
import type { Clock, HostNotice, Log, Notifier } from '../ports/host-ports.ts';
import { describeNotice, type ReminderVoice } from './describe-notice.ts';
import { readReminderFacts } from './read-reminder-facts.ts';
import { readReminderAnswers, readReminderRules, type WorkingDays } from './read-reminder-rules.ts';
import { rulesMark } from './rules-mark.ts';
import { readAway, readMark, wasTold, writeAway, writeMark, writeTold, type TellingMark } from './told-reminders.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** The longest time between two looks at the clock. */
const LOOK_EVERY = MINUTE;
/** Planned ahead, to know when to wake. */
const AHEAD = 2 * DAY;
/** Looked at again when the time of telling has moved: no run of days off is longer. */
const LOOK_BACK = 10 * DAY;
/** How old what was told may be to count as waiting for an answer. */
const WAITS = 14 * DAY;
/** The mark is moved on in steps, so that an idle program writes nothing every minute. */
const MARK_EVERY = 10 * MINUTE;

export interface SchedulerDeps {
  current: CurrentBook;
  clock: Clock;
  log: Log;
  notifier: Pick<Notifier, 'show' | 'setCount'>;
  workingDays: WorkingDays;
  /** The program's language and its words. */
  voice: () => Omit<ReminderVoice, 'timeZone' | 'today'>;
  /** Something that was missed has been told: `missed` answers otherwise than before. */
  onMissed: () => void;
}

/** Tells what is due, when it is due, of the book that is open; what came due while nobody could be told, once and in order. */
export class ReminderScheduler {
  readonly #deps: SchedulerDeps;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #nextAt = 0;
  /** Whether something has changed since the book was read. */
  #woken = false;
  /** When this program last looked, by the clock; null before the first look at a book. */
  #lookedAt: { bookId: string; at: number } | null = null;
  /** Up to when everything that was known then was told, ms UTC, and whether nothing has waited since. */
  #heard = { upTo: 0, all: false };
  /** Since when something waits that nobody could be told, ms UTC. */
  #awaySince: number | null = null;

  constructor(deps: SchedulerDeps) {
    this.#deps = deps;
  }

  /** Begins to look at the clock. */
  start(): void {
    const look = (): void => {
      this.look().catch((error: unknown) => this.#deps.log.error('reminders could not be told', error));
      // Never longer than a minute: the clock may be set, and a timer does not run while the computer sleeps.
      this.#timer = setTimeout(look, Math.max(1_000, Math.min(this.#nextAt - this.#deps.clock.now(), LOOK_EVERY)));
      this.#timer.unref();
    };
    look();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Something changed that may be told of: the next look reads the book. */
  wake(): void {
    this.#woken = true;
    this.#nextAt = 0;
  }

  /** Reads the book when something is due, has changed or the clock has jumped; tells what there is to tell. */
  look(): Promise<void> {
    this.#running ??= this.#look().finally(() => { this.#running = null; });
    return this.#running;
  }

  /** What is to be told in a span, in order. */
  tellings(span: Span): Telling[] {
    const { db, read } = this.#opened();
    return read(() => {
      const rules = this.#rules(db);
      return planTellings(this.#facts(db, rules), rules, readReminderAnswers(db), span);
    });
  }

  /** Everything there is reason to tell of in a span, answered or not. */
  planned(span: Span): Reminder[] {
    const { db, read } = this.#opened();
    return read(() => {
      const rules = this.#rules(db);
      return planReminders(this.#facts(db, rules), rules, span);
    });
  }

  rules(): ReminderRules {
    const { db, read } = this.#opened();
    return read(() => this.#rules(db));
  }

  /** What came due while nobody could be told, as far as it is not answered; null when there was nothing of the kind lately. */
  missed(): { from: number; to: number; reminders: Reminder[] } | null {
    const { db } = this.#opened();
    const away = readAway(db);
    if (!away || this.#deps.clock.now() - away.to > 3 * DAY) return null;
    const reminders = this.tellings({ from: away.firstAt, to: away.to + 1 }).filter(({ key }) => away.keys.has(key)).map(({ reminder }) => reminder);
    return { from: away.from, to: away.to, reminders };
  }

  /** Shows a notification that says that notifications arrive. @returns whether it could be shown */
  test(): Promise<boolean> {
    const { words } = this.#deps.voice();
    const notice: HostNotice = { key: 'test', title: words('test.title'), body: words('test.body'), accountId: null, actions: null };
    return this.#deps.notifier.show(notice);
  }

  async #look(): Promise<void> {
    const book = this.#deps.current.peek();
    const now = this.#deps.clock.now();
    if (!book || book.readOnly) {
      this.#nextAt = 0;
      this.#lookedAt = null;
      return;
    }
    const last = this.#lookedAt?.bookId === book.bookId ? this.#lookedAt.at : null;
    this.#lookedAt = { bookId: book.bookId, at: now };
    const jumped = last === null || now < last || now - last > 2 * LOOK_EVERY;
    if (last === null) this.#heard = { upTo: 0, all: false };
    if (!jumped && now < this.#nextAt) {
      if (this.#heard.all) this.#heard.upTo = now;
      return;
    }
    await this.#tell(book, now, last);
  }

  async #tell(book: Book, now: number, last: number | null): Promise<void> {
    const { db } = book;
    this.#woken = false;
    const seen = book.read(() => {
      const rules = this.#rules(db);
      const kept = readMark(db);
      const mark = this.#mark(kept, rules, now);
      const tellAfter = tellFrom(mark, now, rules.timeZone);
      const from = Math.min(tellAfter, Math.max(mark.since, now - WAITS));
      const tellings = planTellings(this.#facts(db, rules), rules, readReminderAnswers(db), { from, to: now + AHEAD });
      const past = tellings.filter(({ at }) => at <= now);
      // What had come due before the book was first opened here counts as told.
      const told = new Set(kept ? [] : past.map(({ key }) => key));
      const delivery = deliver(tellings.filter(({ at }) => at >= tellAfter), (key) => told.has(key) || wasTold(db, key), now, rules, Math.min(Math.max(kept?.upTo ?? 0, this.#heard.upTo), now));
      return { rules, mark, delivery, past, kept };
    });
    if (!seen.kept) book.writeLocal(() => writeTold(db, seen.past, now));
    const { show, nextAt, toldUpTo } = seen.delivery;
    const { timeZone } = seen.rules;
    const voice = { ...this.#deps.voice(), timeZone, today: dateInZone(now, timeZone) };
    const before = last ?? seen.kept?.upTo ?? now;
    this.#awaySince ??= now - before > MISSED_AFTER ? before : null;
    let upTo = toldUpTo;
    let allShown = true;
    for (const notice of show) {
      // Shown first and kept after: a crash in between shows it again, in the place of the first, where the other way round would lose it.
      const shown = await this.#deps.notifier.show(describeNotice(notice, voice));
      if (this.#deps.current.peek() !== book) return;
      if (shown) this.#keepTold(book, notice, now);
      else {
        allShown = false;
        upTo = Math.min(upTo, ...notice.tellings.map(({ at }) => at));
      }
    }
    this.#awaySince = upTo < now ? this.#awaySince ?? (upTo < toldUpTo ? now : null) : null;
    this.#heard = { upTo, all: allShown && upTo === now };
    this.#keepMark(book, seen.kept, { ...seen.mark, upTo });
    this.#deps.notifier.setCount(seen.past.length);
    // What could not be shown, or came while it was, is seen to at the next look.
    this.#nextAt = allShown && !this.#woken ? nextAt ?? now + AHEAD - DAY : 0;
  }

  #keepTold(book: Book, { tellings, missed }: Notice, now: number): void {
    book.writeLocal(() => {
      writeTold(book.db, tellings, now);
      if (missed && this.#awaySince !== null) writeAway(book.db, this.#awaySince, now);
    });
    if (missed) this.#deps.onMissed();
  }

  /** From where to tell. A clock that was set back begins there again; what it had told already is known by its keys. */
  #mark(kept: TellingMark | null, by: ReminderRules, now: number): TellingMark {
    const rules = rulesMark(by, now);
    if (!kept) return { rules, upTo: now, since: startOfDay(now, by.timeZone) };
    const since = Math.min(kept.since, now);
    const upTo = Math.min(kept.upTo, now);
    return { rules, since, upTo: kept.rules === rules ? upTo : Math.max(since, upTo - LOOK_BACK) };
  }

  #keepMark(book: Book, kept: TellingMark | null, mark: TellingMark): void {
    if (kept && kept.rules === mark.rules && kept.since === mark.since && Math.abs(mark.upTo - kept.upTo) < MARK_EVERY) return;
    book.writeLocal(() => writeMark(book.db, mark));
  }

  #rules(db: Book['db']): ReminderRules {
    return readReminderRules(db, this.#deps.workingDays);
  }

  #facts(db: Book['db'], { timeZone }: ReminderRules): ReminderFacts {
    return readReminderFacts(db, this.#deps.clock.now(), timeZone);
  }

  /** @throws CodedError `no-book` */
  #opened(): { db: Book['db']; read: <T>(work: () => T) => T } {
    const book = this.#deps.current.get();
    return { db: book.db, read: (work) => book.read(work) };
  }
}
