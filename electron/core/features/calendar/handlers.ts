import type { calendarContract } from '#shared/contract/calendar.ts';
import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { Words } from '#shared/domain/review/deck-voice.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import { readBookSettings } from '#core/db/settings.ts';
import { readCalendarChoice, readOwnDays } from '#core/db/work-calendar.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import type { CalendarFeed } from './calendar-feed.ts';
import { readDayFile } from './read-day-file.ts';
import { calendarText } from './read-events.ts';
import { dropDay, keepDay, keepSettings, readCalendar } from './repository.ts';

interface CalendarDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'clock' | 'files' | 'paths'>;
  feed: CalendarFeed;
  /** The words of the file, in the language of the program. */
  words: () => Words;
}

const PROBLEMS = 100;

const fileName = (title: string): string => `${title.replaceAll(/[\\/:*?"<>|]/g, ' ').trim() || 'Ballast'}.ics`;

export function createCalendarHandlers({ current, ports, feed, words }: CalendarDeps): HandlersOf<typeof calendarContract> {
  return {
    read() {
      const book = current.get();
      return book.read(() => readCalendar(book.db, ports.paths.resourcesDir, dateInZone(ports.clock.now(), readBookSettings(book.db).timeZone)));
    },
    save(patch) {
      const book = current.get();
      const { stepNo } = book.write({ kind: 'user', verb: 'calendar.update', params: {} }, () => keepSettings(book.db, { ...readCalendarChoice(book.db), ...patch }));
      return { stepNo };
    },
    setDay(day) {
      const book = current.get();
      const { stepNo } = book.write({ kind: 'user', verb: 'calendar.setDay', params: { date: day.date, name: day.name } }, () => keepDay(book.db, day));
      return { stepNo };
    },
    removeDay({ date }) {
      const book = current.get();
      const { stepNo } = book.write({ kind: 'user', verb: 'calendar.removeDay', params: { date } }, () => dropDay(book.db, date));
      return { stepNo };
    },
    importDays({ file }) {
      const book = current.get();
      const source = ports.files.resolve(file);
      if (!source) throw new CodedError('file-not-found', { where: { file } });
      const { days, problems } = readDayFile(source);
      const before = new Map(book.read(() => readOwnDays(book.db)).map((day) => [day.date, day]));
      const fresh = days.filter(({ date, working, name }) => before.get(date)?.working !== working || before.get(date)?.name !== name);
      const first = problems.slice(0, PROBLEMS);
      if (fresh.length === 0) return { stepNo: 0, taken: 0, problems: first };
      const { stepNo } = book.write({ kind: 'user', verb: 'calendar.importDays', params: { count: fresh.length } }, () => { for (const day of fresh) keepDay(book.db, day); });
      return { stepNo, taken: fresh.length, problems: first };
    },
    file() {
      const book = current.get();
      const text = book.read(() => calendarText(book.db, ports.clock.now(), words()));
      return new File([text], fileName(readBookSettings(book.db).title), { type: 'text/calendar' });
    },
    feed: () => feed.state(current.get()),
    setFeed: ({ on }) => feed.set(current.get(), on),
  };
}
