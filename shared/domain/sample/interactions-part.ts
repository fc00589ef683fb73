import { addDays, daysBetween, isoWeekday, type IsoDate } from '#shared/kernel/dates.ts';
import type { RandomStream } from '#shared/kernel/random-stream.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import type { SampleWords } from './words.ts';
import type { PartTools, SampleAccount, SampleContact, SamplePart, SampleRow, SampleTalk, SampleWorld } from './world.ts';

type Topic = SampleWords['talk']['topics'][number];
interface Subject { topic: Topic; summary: string }

const DAYS = 728;

function fill(template: string, values: Record<string, string>): string {
  const said = template.replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** What the gaps of one interaction stand for, the same in all its sentences. */
function gapValues(account: SampleAccount, person: SampleContact, date: IsoDate, words: SampleWords, random: RandomStream): Record<string, string> {
  const month = ((Number(date.slice(5, 7)) + random.int(0, 2)) % 12) + 1;
  return {
    person: person.name, product: random.pick(words.catalogue.products)[account.language], site: random.pick(words.talk.sites[account.language]),
    n: String(random.int(6, 28)), small: String(random.int(2, 6)), days: String(random.pick([14, 30, 45, 60, 90])), pct: String(random.int(3, 12)),
    high: String(random.int(94, 98)), month: String(month), monthName: words.talk.months[month - 1] ?? '',
  };
}

/** Days of the account's interactions, the newest first: one lies `touch` days back, the others before it, on working days. */
function drawDays(account: SampleAccount, world: SampleWorld, random: RandomStream): IsoDate[] {
  const span = Math.min(DAYS, account.firstMonth * 30);
  const wanted = account.isKey ? random.int(60, 92) : Math.min(random.int(14, 30), Math.ceil(span / 20));
  const drawn = Array.from({ length: wanted }, () => account.touch + 1 + random.int(0, Math.max(0, span - account.touch)));
  const days = new Set([account.touch, ...drawn].map((ago) => {
    const date = addDays(world.today, -ago);
    return ago === account.touch ? date : addDays(date, -Math.max(0, isoWeekday(date) - 5));
  }));
  return [...days].toSorted().toReversed();
}

/** Every subject once before any comes again, and never two of one topic in a row. */
function drawSubjects(topics: Topic[], language: 'zh' | 'en', count: number, random: RandomStream): Subject[] {
  const subjects: Subject[] = [];
  while (subjects.length < count) {
    const rounds = topics.map((topic) => random.shuffle(topic[language].summary).map((summary) => ({ topic, summary })));
    for (let round = 0; rounds.some((list) => list.length > round); round += 1) {
      subjects.push(...random.shuffle(rounds.flatMap((list) => list[round] ?? [])));
    }
  }
  return subjects;
}

interface Made { talk: SampleTalk; head: SampleRow; text: SampleRow; people: SampleRow[]; colleagues: SampleRow[] }

function makeTalk(account: SampleAccount, date: IsoDate, { topic, summary }: Subject, world: SampleWorld, { random, id }: PartTools): Made {
  const { words } = world;
  const { language } = account;
  const said = topic[language];
  const kind = random.pick(topic.kinds);
  const at = instantInZone(date, `${String(random.int(9, 17)).padStart(2, '0')}:${random.pick(['00', '15', '30', '45'])}`, world.timeZone);
  // Those at the top are seen less often than those who work with us.
  const met = random.shuffle([...account.contacts, ...account.contacts.slice(4, 9)]).filter((one, n, all) => all.indexOf(one) === n)
    .slice(0, kind === 'meeting' || kind === 'visit' ? random.int(1, 4) : 1);
  const [first] = met;
  if (!first) throw new Error('an account without people');
  const values = gapValues(account, first, date, words, random);
  const word = (template: string): string => fill(template, values);
  const face = kind === 'meeting' || kind === 'visit';
  const notes = [...random.shuffle(said.notes).slice(0, random.int(1, face ? 3 : 2)), random.pick(words.talk.closing[language])];
  const interactionId = id(at);
  const ours = new Set([random.chance(0.8) ? world.ownerId : random.pick(world.colleagueIds), ...(face && random.chance(0.5) ? [random.pick(world.colleagueIds)] : [])]);
  return {
    talk: { id: interactionId, accountId: account.id, at, date, steps: said.steps.map(word), personIds: met.map((one) => one.personId) },
    head: {
      id: interactionId, accountId: account.id, at, kind, durationMinutes: kind === 'meeting' || kind === 'visit' ? random.pick([45, 60, 60, 90, 120]) : kind === 'call' ? random.pick([10, 15, 20, 30]) : null,
      place: face ? random.pick(words.talk.places[language]) : null, summary: word(summary),
    },
    text: { interactionId, notes: notes.map(word).join('\n'), decisions: random.chance(face ? 0.7 : 0.3) ? word(random.pick(said.decisions)) : '' },
    people: met.map(({ personId }) => ({ interactionId, personId })),
    colleagues: [...ours].map((colleagueId) => ({ interactionId, colleagueId })),
  };
}

/** What was said with whom, in the language of the account. */
export const interactionsPart: SamplePart = {
  name: 'interactions',
  make(world, tools) {
    const made = world.accounts.flatMap((account) => {
      const days = drawDays(account, world, tools.random).filter((date) => daysBetween(date, world.today) > 0);
      const subjects = drawSubjects(world.words.talk.topics, account.language, days.length, tools.random);
      return days.flatMap((date, n) => (subjects[n] ? [makeTalk(account, date, subjects[n], world, tools)] : []));
    });
    world.talks = made.map(({ talk }) => talk);
    return [
      { table: 'interaction', rows: made.map(({ head }) => head) },
      { table: 'interactionText', rows: made.map(({ text }) => text) },
      { table: 'interactionPerson', rows: made.flatMap(({ people }) => people) },
      { table: 'interactionColleague', rows: made.flatMap(({ colleagues }) => colleagues) },
    ];
  },
};
