import { addDays } from '#shared/kernel/dates.ts';
import type { ReminderFacts, ReminderRules } from './facts.ts';
import type { Daily } from './plan-anniversaries.ts';
import { workingDayFrom, workingDaysBefore } from './working-days.ts';

/** Tasks on the day they are due and on the next working day, when they are late; reviews some working days ahead. */
export function* planDated(facts: ReminderFacts, { settings, isWorkingDay }: ReminderRules): Generator<Daily> {
  for (const { id, accountId, account, title, dueOn } of facts.tasks) {
    const both = { subject: `task:${id}`, kind: 'task', day: dueOn, accountId, personId: null, params: { name: account, account, title } } as const;
    yield { ...both, key: `task:${id}:${dueOn}:due`, say: 'taskDue', tellOn: dueOn };
    yield { ...both, key: `task:${id}:${dueOn}:late`, say: 'taskLate', tellOn: workingDayFrom(addDays(dueOn, 1), isWorkingDay) };
  }
  for (const { id, accountId, account, heldOn } of facts.reviews) {
    const subject = `review:${id}:${heldOn}`;
    for (const days of new Set(settings.reviewDays)) {
      yield {
        key: `${subject}:${days}`, subject, kind: 'review', say: 'review', day: heldOn, tellOn: workingDaysBefore(heldOn, days, isWorkingDay),
        accountId, personId: null, params: { name: account, account, days },
      };
    }
  }
}
