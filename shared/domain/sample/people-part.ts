import { addMonths } from '#shared/kernel/dates.ts';
import type { RandomStream } from '#shared/kernel/random-stream.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { freePhone } from './free-phone.ts';
import { daysOfPerson } from './sample-days.ts';
import type { SampleWords } from './words.ts';
import type { PartTools, SampleAccount, SamplePart, SampleRow, SampleWorld } from './world.ts';

type Role = SampleWords['people']['roles'][number];
interface Named { name: string; mail: string }

const plain = (name: string): string => name.normalize('NFD').toLowerCase().replaceAll(/[^a-z]/g, '');

function drawName(words: SampleWords['people'], names: string | null, random: RandomStream): Named {
  const list = names === null ? undefined : words.others[names];
  if (list) {
    const [first, last] = [random.pick(list.first), random.pick(list.last)];
    return { name: `${first} ${last}`, mail: `${plain(first)}.${plain(last)}` };
  }
  const [surname, spelled] = random.pick(words.surnames);
  const [given, called] = random.pick(words.given);
  return { name: surname + given, mail: `${spelled}.${called}` };
}

/** The story's people first, then others; no name twice in one company. */
function nameAll(account: SampleAccount, count: number, words: SampleWords['people'], random: RandomStream): Named[] {
  const found = new Map((words.cast[account.name] ?? []).slice(0, count).map(([name, mail]) => [name, { name, mail }]));
  while (found.size < count) {
    const drawn = drawName(words, account.names, random);
    if (!found.has(drawn.name)) found.set(drawn.name, drawn);
  }
  return [...found.values()];
}

function headCount(account: SampleAccount, random: RandomStream): number {
  if (account.rank < 8) return random.int(14, 25);
  if (account.isKey) return random.int(9, 15);
  return random.int(3, 8);
}

/** How they stand to us: champions for, blockers against, the many in between. */
function attitudeOf(role: Role, random: RandomStream): number | null {
  if (role.buying.includes('champion')) return 2;
  if (role.buying.includes('blocker')) return random.pick([-1, -1, -2]);
  return random.pick([null, -1, 0, 0, 0, 1, 1, 1, 2]);
}

function positionRow(account: SampleAccount, place: number, role: Role, positionIds: string[], personId: string, random: RandomStream): SampleRow {
  return {
    id: positionIds[place] ?? '', personId, accountId: account.id, title: account.language === 'zh' ? role.zh : role.en,
    department: account.language === 'zh' ? role.departmentZh : role.departmentEn, reportsToId: role.under === null ? null : positionIds[role.under] ?? null,
    buyingRoles: JSON.stringify(account.isKey || random.chance(0.4) ? role.buying : []), influence: account.isKey || random.chance(0.5) ? role.influence : null,
    attitude: account.isKey || random.chance(0.4) ? attitudeOf(role, random) : null,
  };
}

function peopleOf(account: SampleAccount, world: SampleWorld, { random, id }: PartTools): { people: SampleRow[]; positions: SampleRow[] } {
  const { people: words } = world.words;
  const createdAt = instantInZone(addMonths(world.today, -Math.min(account.firstMonth, 23)), '10:00', world.timeZone);
  const named = nameAll(account, headCount(account, random), words, random);
  const positionIds = named.map(() => id(createdAt));
  const people = named.map(({ name, mail }, place): SampleRow => {
    const personId = id(createdAt);
    return {
      id: personId, name, phone: null, mobile: account.phone !== null && random.chance(0.7) ? freePhone(account.phone, random.int(0, 9_999), world.phones) : null,
      email: random.chance(0.9) ? `${mail}@${account.slug}.example.com` : null,
      wechat: account.language === 'zh' && random.chance(0.5) ? `${mail.replace('.', '_')}_${random.int(10, 99)}` : null, createdAt,
      ...daysOfPerson(personId, name, account, (words.roles[place]?.influence ?? 0) >= 2, world.today),
    };
  });
  const positions = people.flatMap((person, place) => {
    const role = words.roles[place];
    return role ? [positionRow(account, place, role, positionIds, String(person['id']), random)] : [];
  });
  account.contacts = named.map(({ name }, place) => ({ name, personId: String(people[place]?.['id']), positionId: positionIds[place] ?? '' }));
  return { people, positions };
}

/** Everybody at the accounts, with whom they report to. Superiors come before those who report to them. */
export const peoplePart: SamplePart = {
  name: 'people',
  make(world, tools) {
    const made = world.accounts.map((account) => peopleOf(account, world, tools));
    return [
      { table: 'person', rows: made.flatMap(({ people }) => people) },
      { table: 'position', rows: made.flatMap(({ positions }) => positions) },
    ];
  },
};
