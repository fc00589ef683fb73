import { nearestWorkingDay } from '#shared/domain/calendar/nearest-working-day.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import type { ReminderFacts, ReminderRules } from './facts.ts';
import type { Daily } from './plan-anniversaries.ts';

/** Key accounts that have been quiet, and people to keep in touch with: told once for each silence, on a working day. */
export function* planSilences(facts: ReminderFacts, { settings, timeZone, isWorkingDay }: ReminderRules): Generator<Daily> {
  const after = (lastAt: number, days: number) => {
    const day = addDays(dateInZone(lastAt, timeZone), days);
    return { day, tellOn: nearestWorkingDay(day, 1, isWorkingDay) };
  };
  for (const { id, name, isKey, quietDays, lastAt, createdAt } of facts.accounts) {
    // A number at the account itself counts also where it is not a key account.
    if (!isKey && quietDays === null) continue;
    const days = quietDays ?? settings.quietDays;
    const key = `quiet:${id}:${lastAt ?? createdAt}`;
    yield {
      key, subject: key, kind: 'quietAccount', say: lastAt === null ? 'neverMet' : 'quietAccount', ...after(lastAt ?? createdAt, days),
      accountId: id, personId: null, params: { name, account: name, days },
    };
  }
  for (const { id, name, accountId, account, keepInTouchDays: days, lastAt, createdAt } of facts.people) {
    // Who is with no account any more has left our sight.
    if (days === null || accountId === null) continue;
    const key = `keepInTouch:${id}:${lastAt ?? createdAt}`;
    yield { key, subject: key, kind: 'keepInTouch', say: 'keepInTouch', ...after(lastAt ?? createdAt, days), accountId, personId: id, params: { name, account, days } };
  }
}
