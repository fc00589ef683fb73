import type { daysContract } from '#shared/contract/days.ts';
import type { HandlersOf } from '#shared/contract/handlers.ts';
import { comingOf, daysInOrder } from '#shared/domain/calendar/account-days.ts';
import { parseAnniversary } from '#shared/domain/calendar/anniversary.ts';
import { hasLeapMonth } from '#shared/domain/calendar/leap-months.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import type { Book } from '#core/db/book.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import { readBookSettings } from '#core/db/settings.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { deleteMilestone, insertMilestone, milestoneTitle, readDays, updateMilestone } from './repository.ts';

interface DaysDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'clock' | 'ids'>;
}

export function createDaysHandlers({ current, ports }: DaysDeps): HandlersOf<typeof daysContract> {
  const today = (book: Book) => dateInZone(ports.clock.now(), readBookSettings(book.db).timeZone);
  return {
    ofAccount({ accountId }) {
      const book = current.get();
      return book.read(() => daysInOrder(readDays(book.db, accountId), today(book)));
    },
    next({ day }) {
      const book = current.get();
      const anniversary = parseAnniversary(day);
      const leap = anniversary?.calendar === 'lunar' && hasLeapMonth(anniversary.year, anniversary.month);
      return { next: comingOf(day, book.read(() => today(book))), leap };
    },
    addMilestone(input) {
      const book = current.get();
      const id = ports.ids.uuid();
      const { stepNo } = book.write({ kind: 'user', verb: 'milestone.create', params: { title: input.title } }, () => insertMilestone(book, { ...input, id }));
      return { id, stepNo };
    },
    updateMilestone({ id, patch }) {
      const book = current.get();
      const title = patch.title ?? book.read(() => milestoneTitle(book.db, id));
      const { stepNo } = book.write({ kind: 'user', verb: 'milestone.update', params: { title } }, () => {
        milestoneTitle(book.db, id);
        updateMilestone(book, id, patch);
      });
      return { stepNo };
    },
    removeMilestone({ id }) {
      const book = current.get();
      const title = book.read(() => milestoneTitle(book.db, id));
      const { stepNo } = book.write({ kind: 'user', verb: 'milestone.remove', params: { title } }, () => deleteMilestone(book, id));
      return { stepNo };
    },
  };
}
