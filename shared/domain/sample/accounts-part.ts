import { addDays, addMonths, type IsoDate } from '#shared/kernel/dates.ts';
import type { RandomStream } from '#shared/kernel/random-stream.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { freePhone } from './free-phone.ts';
import { daysOfAccount } from './sample-days.ts';
import type { SampleWords } from './words.ts';
import type { PartTools, SampleAccount, SamplePart, SampleRow, SampleWorld } from './world.ts';

const ACCOUNTS = 120;
const KEY_ACCOUNTS = 24;
/** Millions of the first account behind the story's, and how much each next one has of it. */
const TAIL_MILLIONS = 5.4;
const TAIL_RATIO = 0.962;

interface Draft {
  name: string;
  alias: string;
  language: 'zh' | 'en';
  industry: number;
  city: string;
  region: string | null;
  country: string;
  parent: string | null;
  stem: string;
}

function chineseDraft(words: SampleWords['companies'], [zh, pinyin]: [string, string], random: RandomStream): Draft {
  const industry = random.int(0, words.industries.length - 1);
  const [kind, english] = random.pick(words.industries[industry]?.names ?? []);
  const [city, region] = random.pick(words.chineseCities);
  return { name: zh + kind, alias: `${pinyin} ${english}`, language: 'zh', industry, city, region, country: '中国', parent: null, stem: pinyin };
}

function foreignDraft(words: SampleWords['companies'], { stem, zh, place }: SampleWords['companies']['foreign'][number], random: RandomStream): Draft {
  const industry = random.int(0, words.industries.length - 1);
  const [kind, english] = random.pick(words.industries[industry]?.names ?? []);
  const { country, cities } = words.places[place] ?? { country: '', cities: [''] };
  return { name: `${stem} ${english}`, alias: zh + kind, language: 'en', industry, city: random.pick(cities), region: null, country, parent: null, stem };
}

/** Plants and offices of companies that are there already. */
function branchDraft(of: Draft, words: SampleWords['companies'], random: RandomStream): Draft {
  const [city, region] = random.pick(words.chineseCities.filter(([name]) => name !== of.city));
  return { ...of, name: `${of.name}${city}分公司`, alias: `${of.alias}, ${city}`, city, region, parent: of.name };
}

function draftAll(words: SampleWords['companies'], random: RandomStream): Draft[] {
  const cast = words.cast.map((one): Draft => ({ ...one, parent: one.parent ?? null, stem: one.language === 'zh' ? one.alias : one.name }));
  const others = random.shuffle([
    ...words.chinese.map((stem) => chineseDraft(words, stem, random)),
    ...words.foreign.map((stem) => foreignDraft(words, stem, random)),
  ]);
  const drafts = [...cast, ...others];
  const parents = drafts.filter((draft) => draft.language === 'zh' && draft.parent === null);
  const branches = new Map<string, Draft>();
  while (drafts.length + branches.size < ACCOUNTS) {
    const branch = branchDraft(random.pick(parents.slice(0, 24)), words, random);
    branches.set(branch.name, branch);
  }
  return [...drafts, ...branches.values()].slice(0, ACCOUNTS);
}

function slugOf(stem: string): string {
  const plain = stem.normalize('NFD').toLowerCase().replaceAll(/[^a-z ]/g, '').trim();
  return plain.split(' ').slice(0, 2).join('-');
}

/** How an account that is not of the story has done; some are new, some have left, some have gone quiet. */
function drawFortune(random: RandomStream): Pick<SampleAccount, 'growth' | 'firstMonth' | 'lastMonth' | 'touch'> {
  const draw = random.next();
  if (draw < 0.09) return { growth: 0, firstMonth: random.int(2, 10), lastMonth: 0, touch: random.int(1, 20) };
  if (draw < 0.16) return { growth: -40, firstMonth: 23, lastMonth: random.int(4, 10), touch: random.int(60, 160) };
  const touch = random.chance(0.16) ? random.int(41, 120) : random.int(1, 38);
  return { growth: random.int(-22, 30), firstMonth: 23, lastMonth: 0, touch };
}

function contractEnd(today: IsoDate, rank: number, random: RandomStream): IsoDate | null {
  if (rank >= KEY_ACCOUNTS && random.chance(0.55)) return null;
  const month = addMonths(today, random.int(1, 26)).slice(0, 7);
  return addDays(addMonths(`${month}-01`, 1), -1);
}

function accountOf(draft: Draft, rank: number, world: SampleWorld, { random, id }: PartTools): SampleAccount {
  const { companies } = world.words;
  const story = companies.cast[rank];
  const place = companies.places.find(({ country }) => country === draft.country);
  const drawn = drawFortune(random);
  const fortune = story ? { growth: story.growth, touch: story.touch, firstMonth: 23, lastMonth: 0 } : drawn;
  let millions = story?.millions ?? TAIL_MILLIONS;
  for (let n = companies.cast.length; n < rank; n += 1) millions *= TAIL_RATIO;
  return {
    id: id(instantInZone(addMonths(world.today, -24), '09:00', world.timeZone)),
    name: draft.name, language: draft.language, rank, isKey: rank < KEY_ACCOUNTS, slug: slugOf(draft.stem),
    names: draft.language === 'zh' ? null : place?.names ?? 'english', phone: draft.language === 'zh' ? '+86 100 0000 ####' : place?.phone ?? null,
    millions, currency: story ? world.currency : place?.currency ?? world.currency, contacts: [], ...fortune,
  };
}

/** Companies with groups, few of which make most of the revenue. */
export const accountsPart: SamplePart = {
  name: 'accounts',
  make(world, tools) {
    const { random } = tools;
    const { companies } = world.words;
    const drafts = draftAll(companies, random);
    const order = [...drafts.keys()].toSorted((a, b) => Number(drafts[a]?.parent !== null) - Number(drafts[b]?.parent !== null) || a - b);
    const accounts = drafts.map((draft, rank) => accountOf(draft, rank, world, tools));
    const idByName = new Map(accounts.map((account) => [account.name, account.id]));
    world.accounts = accounts;
    const rows = order.flatMap((rank): SampleRow[] => {
      const [draft, account] = [drafts[rank], accounts[rank]];
      if (!draft || !account) return [];
      const industry = companies.industries[draft.industry];
      const since = account.firstMonth < 23 ? addMonths(world.today, -account.firstMonth) : addDays(addMonths(world.today, -random.int(25, 110)), -random.int(0, 27));
      return [{
        id: account.id, name: draft.name, alias: draft.alias, externalId: `K${String(10_001 + rank)}`, parentId: idByName.get(draft.parent ?? '') ?? null,
        industry: (draft.language === 'zh' ? industry?.zh : industry?.en) ?? null, city: draft.city, region: draft.region, country: draft.country,
        phone: account.phone === null ? null : freePhone(account.phone, random.int(0, 9_999), world.phones), website: `https://${account.slug}.example.com`,
        customerSince: since, contractEnd: account.lastMonth > 0 ? null : contractEnd(world.today, rank, random), isKey: Number(account.isKey),
        ...daysOfAccount(account, since),
        createdAt: instantInZone(account.firstMonth < 23 ? since : addMonths(world.today, -24), '09:00', world.timeZone),
      }];
    });
    return [{ table: 'account', rows }];
  },
};
