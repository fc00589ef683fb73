/** A calendar date `YYYY-MM-DD`, without time or zone. */
export type IsoDate = string;

const MS_PER_DAY = 86_400_000;

/** Instants that a person may write down lie between these, ms UTC: the years 1900 to 2199. */
export const EARLIEST_INSTANT = Date.UTC(1900, 0, 1);
export const LATEST_INSTANT = Date.UTC(2200, 0, 1) - 1;

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

const toUtc = (date: IsoDate): number => Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));

const fromUtc = (ms: number): IsoDate => {
  const d = new Date(ms);
  return `${pad(d.getUTCFullYear(), 4)}-${pad(d.getUTCMonth() + 1)}-${pad(d.getUTCDate())}`;
};

export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && fromUtc(toUtc(text)) === text;
}

export const addDays = (date: IsoDate, days: number): IsoDate => fromUtc(toUtc(date) + days * MS_PER_DAY);

export const daysBetween = (from: IsoDate, to: IsoDate): number => Math.round((toUtc(to) - toUtc(from)) / MS_PER_DAY);

/** Same day `months` later; the 31st becomes the last day of a shorter month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1 + months;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(year, month, Math.min(Number(date.slice(8, 10)), last)));
}

export const monthOf = (date: IsoDate): string => date.slice(0, 7);

export const startOfMonth = (date: IsoDate): IsoDate => `${date.slice(0, 7)}-01`;

/** Monday 1 … Sunday 7 (ISO 8601). */
export const isoWeekday = (date: IsoDate): number => ((new Date(toUtc(date)).getUTCDay() + 6) % 7) + 1;

/** Week of the year 1 … 53 (ISO 8601): the first one holds the year's first Thursday. */
export function isoWeek(date: IsoDate): number {
  const thursday = addDays(date, 4 - isoWeekday(date));
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
}
