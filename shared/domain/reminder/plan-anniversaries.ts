import { parseAnniversary, type Anniversary } from '#shared/domain/calendar/anniversary.ts';
import { nextOccurrence, type Occurrence } from '#shared/domain/calendar/next-occurrence.ts';
import { addDays, type IsoDate } from '#shared/kernel/dates.ts';
import type { ReminderFacts, ReminderRules } from './facts.ts';
import type { Reminder } from './model.ts';

/** A reminder before its day is made an instant. */
export type Daily = Omit<Reminder, 'dueAt'> & { tellOn: IsoDate };

interface Days {
  first: IsoDate;
  last: IsoDate;
}

interface Occasion {
  kind: 'birthday' | 'founding' | 'customerSince' | 'milestone';
  id: string;
  accountId: string | null;
  personId: string | null;
  params: Reminder['params'];
}

const KEPT = 5_000;
/** For each anniversary as written: from when on a day is the next one. */
const known = new Map<string, { from: IsoDate; next: Occurrence }[]>();

/** `nextOccurrence`, asked once for each year: lunar days are dear to reckon, and every look asks for the same ones. */
function nextFrom(text: string, anniversary: Anniversary, from: IsoDate): Occurrence {
  if (known.size >= KEPT) known.clear();
  let spans = known.get(text);
  if (!spans) known.set(text, (spans = []));
  const held = spans.find((one) => one.from <= from && from <= one.next.date);
  if (held) return held.next;
  const next = nextOccurrence(anniversary, from);
  const same = spans.find((one) => one.next.date === next.date);
  if (same) same.from = from;
  else spans.push({ from, next });
  return next;
}

function* occurrences(text: string, yearly: boolean, { first, last }: Days): Generator<Occurrence> {
  const anniversary = parseAnniversary(text);
  if (!anniversary) return;
  for (let next = nextFrom(text, anniversary, first); next.date <= last; next = nextFrom(text, anniversary, addDays(next.date, 1))) {
    if (yearly || next.years === 0 || next.years === null) yield next;
  }
}

function* tell(occasion: Occasion, text: string, yearly: boolean, days: Days, { settings }: ReminderRules): Generator<Daily> {
  const { kind, id, params, ...whose } = occasion;
  for (const ahead of new Set([settings.daysAhead, 0])) {
    for (const { date, years } of occurrences(text, yearly, { first: addDays(days.first, ahead), last: addDays(days.last, ahead) })) {
      // The day of a birth or a founding itself was no occasion yet; a milestone may lie ahead.
      if (years === 0 && kind !== 'milestone') continue;
      const subject = `${kind}:${id}:${date}`;
      const say = ahead === 0 ? `${kind}Today` as const : `${kind}Ahead` as const;
      yield { key: `${subject}:${ahead}`, subject, kind, say, day: date, tellOn: addDays(date, -ahead), ...whose, params: { ...params, days: ahead, years } };
    }
  }
}

/** Birthdays, founding days, years as a customer and milestones that are told on a day from first to last, both included. */
export function* planAnniversaries(facts: ReminderFacts, rules: ReminderRules, days: Days): Generator<Daily> {
  for (const { id, name, account, accountId, birthday } of facts.people) {
    if (birthday !== null) yield* tell({ kind: 'birthday', id, accountId, personId: id, params: { name, account } }, birthday, true, days, rules);
  }
  for (const { id, name, foundedOn, customerSince } of facts.accounts) {
    const whose = { id, accountId: id, personId: null, params: { name, account: name } };
    if (foundedOn !== null) yield* tell({ kind: 'founding', ...whose }, foundedOn, true, days, rules);
    if (customerSince !== null) yield* tell({ kind: 'customerSince', ...whose }, customerSince, true, days, rules);
  }
  for (const { id, account, accountId, title, onDay, yearly } of facts.milestones) {
    yield* tell({ kind: 'milestone', id, accountId, personId: null, params: { name: account, account, title } }, onDay, yearly, days, rules);
  }
}
