import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { todayContract } from '#shared/contract/today.ts';
import { dayBounds } from '#shared/domain/today/answers.ts';
import { morningOf, snoozeTimes } from '#shared/domain/today/snooze-times.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import { readBookSettings } from '#core/db/settings.ts';
import { readFresh } from '#core/measures/fresh-figures.ts';
import { measureContext } from '#core/measures/measure-context.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { answerRow } from './answer-row.ts';
import { countPressing } from './providers/due-tasks.ts';
import { readPage } from './read-page.ts';

export interface TodayDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'clock'>;
}

export function createTodayHandlers({ current, ports }: TodayDeps): HandlersOf<typeof todayContract> {
  return {
    read({ whole = [] }) {
      const book = current.get();
      const now = ports.clock.now();
      return readFresh(book, now, (context) => readPage(book.db, context, now, whole));
    },
    count() {
      const book = current.get();
      const now = ports.clock.now();
      return book.read(() => {
        const { asOf, timeZone } = measureContext(book.db, now);
        return { pressing: countPressing(book.db, { today: asOf, bounds: dayBounds(now, timeZone) }) };
      });
    },
    answer({ key, until }) {
      const book = current.get();
      const now = ports.clock.now();
      const { timeZone } = readBookSettings(book.db);
      // A choice that has fallen away since the page was read, such as “later” at night, means the next morning.
      const choices = snoozeTimes(now, timeZone);
      const chosen = choices.find(({ choice }) => choice === until) ?? (until === 'later' ? choices[0] : undefined);
      const at = until === null ? null : chosen?.at ?? morningOf(until, timeZone);
      if (at !== null && at <= now) throw new CodedError('invalid-value', { where: { field: 'until' } });
      return answerRow(book, key, at, now);
    },
  };
}
