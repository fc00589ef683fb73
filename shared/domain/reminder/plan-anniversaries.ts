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

const KEPT = 20_000;

interface Known {
  anniversary: Anniversary | null;
  /** From when on a day is the next one. */
  spans: { from: IsoDate; next: Occurrence }[];
}

/** By how an anniversary is written: lunar days are dear to reckon, and every look asks for the same ones. */
const known = new Map<string, Known>();

function knownAs(text: string): Known {
  let found = known.get(text);
  if (!found) {
    if (known.size >= KEPT) known.clear();
    known.set(text, (found = { anniversary: parseAnniversary(text), spans: [] }));
  }
  return found;
}

/** `nextOccurrence`, asked once for each year. */
function nextFrom({ spans }: Known, anniversary: Anniversary, from: IsoDate): Occurrence {
  const held = spans.find((one) => one.from <= from && from <= one.next.date);
  if (held) return held.next;
  const next = nextOccurrence(anniversary, from);
  const same = spans.find((one) => one.next.date === next.date);
  if (same) same.from = from;
  else spans.push({ from, next });
  return next;
}

function* occurrences(text: string, yearly: boolean, { first, last }: Days): Generator<Occurrence> {
  const found = knownAs(text);
  const { anniversary } = found;
  if (!anniversary) return;
  for (let next = nextFrom(found, anniversary, first); next.date <= last; next = nextFrom(found, anniversary, addDays(next.date, 1))) {
    if (yearly || next.years === 0 || next.years === null) yield next;
  }
}

/** The days of which is told so many days ahead. */
interface Window extends Days {
  ahead: number;
}

function* tell(occasion: Occasion, text: string, yearly: boolean, windows: readonly Window[]): Generator<Daily> {
  const { kind, id, params, ...whose } = occasion;
  for (const { ahead, ...days } of windows) {
    for (const { date, years } of occurrences(text, yearly, days)) {
      // The day of a birth or a founding itself was no occasion yet; a milestone may lie ahead.
      if (years === 0 && kind !== 'milestone') continue;
      const subject = `${kind}:${id}:${date}`;
      const say = ahead === 0 ? `${kind}Today` as const : `${kind}Ahead` as const;
      yield { key: `${subject}:${ahead}`, subject, kind, say, day: date, tellOn: ahead === 0 ? date : addDays(date, -ahead), ...whose, params: { ...params, days: ahead, years } };
    }
  }
}

/** Birthdays, founding days, years as a customer and milestones that are told on a day from first to last, both included. */
export function* planAnniversaries(facts: ReminderFacts, { settings }: ReminderRules, { first, last }: Days): Generator<Daily> {
  const windows = [...new Set([settings.daysAhead, 0])].map((ahead): Window => ({ ahead, first: addDays(first, ahead), last: addDays(last, ahead) }));
  for (const { id, name, account, accountId, birthday } of facts.people) {
    if (birthday !== null) yield* tell({ kind: 'birthday', id, accountId, personId: id, params: { name, account } }, birthday, true, windows);
  }
  for (const { id, name, foundedOn, customerSince } of facts.accounts) {
    const whose = { id, accountId: id, personId: null, params: { name, account: name } };
    if (foundedOn !== null) yield* tell({ kind: 'founding', ...whose }, foundedOn, true, windows);
    if (customerSince !== null) yield* tell({ kind: 'customerSince', ...whose }, customerSince, true, windows);
  }
  for (const { id, account, accountId, title, onDay, yearly } of facts.milestones) {
    yield* tell({ kind: 'milestone', id, accountId, personId: null, params: { name: account, account, title } }, onDay, yearly, windows);
  }
}
