import type { Account } from '#shared/domain/account/model.ts';
import { parseAnniversary } from '#shared/domain/calendar/anniversary.ts';
import type { Contact } from '#shared/domain/person/model.ts';
import type { Task } from '#shared/domain/task/model.ts';
import { addDays, addMonths, startOfMonth, type IsoDate } from '#shared/kernel/dates.ts';

/** Two characters for the square mark: the first two of a Chinese name, else initials of the first two words. */
export function markOf(name: string): string {
  const han = [...name].filter((char) => /\p{Script=Han}/u.test(char));
  if (han.length >= 2) return han.slice(0, 2).join('');
  const words = name.split(/[\s\-.,&/]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0] ?? '') : [...(words[0] ?? name)].slice(0, 2);
  return letters.join('').toUpperCase();
}

/** Where the account is: from small to large in English, from large to small in Chinese. */
export function placeOf({ city, region, country }: Pick<Account, 'city' | 'region' | 'country'>, language: 'en' | 'zh-CN'): string {
  const parts = [city, region === city ? null : region, country].filter((part) => part !== null && part !== '');
  return language === 'zh-CN' ? parts.toReversed().join(' ') : parts.join(', ');
}

/** Open tasks in the order they are due; those without a day come last. */
export function inDueOrder(tasks: readonly Task[]): Task[] {
  return tasks.filter((task) => task.doneAt === null).toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.id.localeCompare(b.id));
}

const decidingRoles = ['decisionMaker', 'economic', 'sponsor', 'champion', 'approver'];

/** The people to keep in view: deciders first, then influence, then who was met last. */
export function keyPeople(contacts: readonly Contact[], limit: number): Contact[] {
  const rank = (contact: Contact): number => {
    const role = decidingRoles.findIndex((deciding) => contact.buyingRoles.some((held) => held === deciding));
    return role === -1 ? decidingRoles.length : role;
  };
  return contacts.toSorted((a, b) => rank(a) - rank(b) || (b.influence ?? -1) - (a.influence ?? -1)
    || (b.lastInteractionAt ?? 0) - (a.lastInteractionAt ?? 0) || a.name.localeCompare(b.name)).slice(0, limit);
}

export interface MonthFigure {
  month: string;
  amount: number;
  margin: number | null;
  amountBefore: number;
  marginBefore: number | null;
}

export interface YearFigures {
  amount: number;
  amountBefore: number;
  /** Null as soon as one month with sales does not know its cost. */
  margin: number | null;
  marginBefore: number | null;
}

function sumKnown(parts: readonly { amount: number; margin: number | null }[]): number | null {
  const sold = parts.filter(({ amount, margin }) => amount !== 0 || margin !== null);
  return sold.length === 0 || sold.some(({ margin }) => margin === null) ? null : sold.reduce((sum, { margin }) => sum + (margin ?? 0), 0);
}

/** Sums of twelve months and of the same months a year before. */
export function yearFigures(months: readonly MonthFigure[]): YearFigures {
  return {
    amount: months.reduce((sum, { amount }) => sum + amount, 0),
    amountBefore: months.reduce((sum, { amountBefore }) => sum + amountBefore, 0),
    margin: sumKnown(months),
    marginBefore: sumKnown(months.map(({ amountBefore, marginBefore }) => ({ amount: amountBefore, margin: marginBefore }))),
  };
}

/** Change against a base as a fraction of the base; null where there is nothing to compare with. */
export function changeRatio(now: number | null, before: number | null): number | null {
  return now === null || before === null || before <= 0 ? null : (now - before) / before;
}

export const ratioOf = (part: number | null, whole: number | null): number | null => (part === null || whole === null || whole === 0 ? null : part / whole);

export const hasSales = (months: readonly MonthFigure[]): boolean => months.some(({ amount, amountBefore }) => amount !== 0 || amountBefore !== 0);

/** Last day of the month of `date`: to ask for whole months up to an old order. */
export const endOfMonth = (date: IsoDate): IsoDate => addDays(addMonths(startOfMonth(date), 1), -1);

/** Fields of an account that its details show, in the order a person asks for them. */
export const detailFields = [
  'name', 'alias', 'industry', 'customerSince', 'contractEnd', 'foundedOn', 'quietDays', 'phone', 'fax', 'website', 'address', 'city', 'region', 'postalCode', 'country', 'externalId',
] as const satisfies readonly (keyof Account)[];
export type DetailField = (typeof detailFields)[number];

export const isDateField = (field: DetailField): boolean => field === 'customerSince' || field === 'contractEnd';

/** Name of the column that keeps a field, as the change log knows it. */
export const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The field of a filled-in form that cannot be kept as it is; null when all can. */
export function detailsProblem({ name, foundedOn, quietDays }: Record<DetailField, string>): 'name' | 'foundedOn' | 'quietDays' | null {
  if (name.trim() === '') return 'name';
  if (foundedOn !== '' && parseAnniversary(foundedOn) === null) return 'foundedOn';
  return quietDays !== '' && (Number(quietDays) < 1 || Number(quietDays) > 3650) ? 'quietDays' : null;
}

type DetailsPatch = Partial<Record<Exclude<DetailField, 'quietDays'>, string | null> & { quietDays: number | null }>;

/** The patch that a filled-in form means: changed fields only, blank ones as null. */
export function detailsPatch(account: Account, values: Record<DetailField, string>): DetailsPatch {
  return Object.fromEntries(detailFields.flatMap((field) => {
    const text = values[field].trim() === '' ? null : values[field].trim();
    const value = field === 'quietDays' && text !== null ? Number(text) : text;
    return value === account[field] ? [] : [[field, value]];
  }));
}
