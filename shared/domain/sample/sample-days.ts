import { writeAnniversary } from '#shared/domain/calendar/anniversary.ts';
import { lunarDayOf } from '#shared/domain/calendar/lunar-day.ts';
import { addDays, addMonths, type IsoDate } from '#shared/kernel/dates.ts';
import { randomStream, type RandomStream } from '#shared/kernel/random-stream.ts';
import type { SampleAccount } from './world.ts';

/** Days of its own stream, so that nobody else in the book changes with them. */
const streamOf = (id: string): RandomStream => randomStream(`${id} days`);

const DAYS_OF_YEAR = 365;

/** Somebody's birthday among those of 28 to 62 years; a third of them are told without the year. */
function birthday(account: SampleAccount, today: IsoDate, random: RandomStream): string {
  const born = addDays(addMonths(today, -12 * random.int(28, 62)), -random.int(0, DAYS_OF_YEAR));
  const known = random.chance(0.67);
  if (account.language === 'zh' && random.chance(0.45)) {
    const lunar = lunarDayOf(born);
    return writeAnniversary({ calendar: 'lunar', year: known ? lunar.year : null, month: lunar.month, day: lunar.day, leap: lunar.leap });
  }
  return known ? born : `-${born.slice(4)}`;
}

/** A person of the story is born three days from today, by the Chinese calendar; another in a leap month. */
function storyBirthday(name: string, today: IsoDate): string | null {
  if (name === '何婉清') return writeAnniversary({ ...lunarDayOf(addDays(today, 3)), calendar: 'lunar', year: null });
  return name === '吴海峰' ? 'lunar:1979-06L-12' : null;
}

/** When a person was born and how often to be in touch, as far as the manager has found out: more of those who matter. */
export function daysOfPerson(id: string, name: string, account: SampleAccount, decides: boolean, today: IsoDate): { birthday: string | null; keepInTouchDays: number | null } {
  const random = streamOf(id);
  const knownShare = account.isKey ? 0.5 : 0.2;
  const drawn = random.chance(knownShare) ? birthday(account, today, random) : null;
  const interval = random.pick([14, 30, 30, 45, 60]);
  return { birthday: storyBirthday(name, today) ?? drawn, keepInTouchDays: account.isKey && decides && random.chance(0.6) ? interval : null };
}

/** When a company was founded, before it became a customer; some tell only the day. */
export function daysOfAccount(account: SampleAccount, customerSince: IsoDate): { foundedOn: string | null; quietDays: number | null } {
  const random = streamOf(account.id);
  const founded = addDays(addMonths(customerSince, -12 * random.int(3, 45)), -random.int(0, DAYS_OF_YEAR));
  const told = random.chance(account.isKey ? 0.8 : 0.3);
  return { foundedOn: !told ? null : random.chance(0.85) ? founded : `-${founded.slice(4)}`, quietDays: account.isKey && random.chance(0.25) ? random.pick([14, 21, 45]) : null };
}
