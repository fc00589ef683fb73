import { nearestWorkingDay } from '#shared/domain/calendar/nearest-working-day.ts';
import { addDays, daysBetween, type IsoDate } from '#shared/kernel/dates.ts';
import type { ReminderFacts, ReminderRules } from './facts.ts';
import type { Daily } from './plan-anniversaries.ts';

/**
 * When a review is told of: so many calendar days before it, as its check list counts them, moved to the working day before where
 * that one is off. Of several that come to the same day the first is told.
 */
function reviewDays(heldOn: IsoDate, { settings, isWorkingDay }: ReminderRules): Map<IsoDate, number> {
  const days = new Map<IsoDate, number>();
  for (const ahead of settings.reviewDays) {
    const tellOn = nearestWorkingDay(addDays(heldOn, -ahead), -1, isWorkingDay);
    if (!days.has(tellOn)) days.set(tellOn, ahead);
  }
  return days;
}

/** Tasks on the day they are due and on the next working day, when they are late; reviews some days ahead. */
export function* planDated(facts: ReminderFacts, rules: ReminderRules): Generator<Daily> {
  for (const { id, accountId, account, title, dueOn } of facts.tasks) {
    const both = { subject: `task:${id}`, kind: 'task', day: dueOn, accountId, personId: null, params: { name: account, account, title } } as const;
    yield { ...both, key: `task:${id}:${dueOn}:due`, say: 'taskDue', tellOn: dueOn };
    yield { ...both, key: `task:${id}:${dueOn}:late`, say: 'taskLate', tellOn: nearestWorkingDay(addDays(dueOn, 1), 1, rules.isWorkingDay) };
  }
  for (const { id, accountId, account, heldOn } of facts.reviews) {
    const subject = `review:${id}:${heldOn}`;
    for (const [tellOn, ahead] of reviewDays(heldOn, rules)) {
      const days = daysBetween(tellOn, heldOn);
      yield {
        key: `${subject}:${ahead}`, subject, kind: 'review', say: days === 0 ? 'reviewToday' : 'review', day: heldOn, tellOn,
        accountId, personId: null, params: { name: account, account, days },
      };
    }
  }
}
