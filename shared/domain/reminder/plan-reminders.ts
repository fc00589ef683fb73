import { addDays, type IsoDate } from '#shared/kernel/dates.ts';
import { dateInZone, instantInZone } from '#shared/kernel/zoned-time.ts';
import type { ReminderFacts, ReminderRules, Span } from './facts.ts';
import type { Reminder } from './model.ts';
import { planAnniversaries, type Daily } from './plan-anniversaries.ts';
import { planDated } from './plan-dated.ts';
import { planSilences } from './plan-silences.ts';

/** By time, then by key, so that the order is the same on every computer. */
export const inOrder = (a: { dueAt: number; key: string }, b: { dueAt: number; key: string }): number => a.dueAt - b.dueAt || (a.key < b.key ? -1 : Number(a.key > b.key));

/**
 * Everything that facts give reason to tell of in a span, in order. It depends on nothing else: whenever it is asked, and however
 * a span is cut, the same facts give the same reminders.
 */
export function planReminders(facts: ReminderFacts, rules: ReminderRules, span: Span): Reminder[] {
  const { settings, timeZone } = rules;
  if (span.to <= span.from) return [];
  const instants = new Map<IsoDate, number>();
  const instantOf = (day: IsoDate): number => {
    const known = instants.get(day);
    if (known !== undefined) return known;
    const at = instantInZone(day, settings.tellAt, timeZone);
    instants.set(day, at);
    return at;
  };
  // A day more at either end: a clock that is put forward moves the time of telling within its day, never out of these.
  const first = addDays(dateInZone(span.from, timeZone), -1);
  const last = addDays(dateInZone(span.to, timeZone), 1);
  const off = new Set<string>(settings.off);
  const planned: Reminder[] = [];
  const take = (dailies: Iterable<Daily>): void => {
    for (const { tellOn, ...said } of dailies) {
      if (tellOn < first || tellOn > last || off.has(said.kind)) continue;
      const dueAt = instantOf(tellOn);
      if (dueAt >= span.from && dueAt < span.to) planned.push({ ...said, dueAt });
    }
  };
  take(planAnniversaries(facts, rules, { first, last }));
  take(planSilences(facts, rules));
  take(planDated(facts, rules));
  return planned.toSorted(inOrder);
}
