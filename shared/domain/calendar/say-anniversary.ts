import { formatDate } from '#shared/kernel/format-date.ts';
import { parseAnniversary } from './anniversary.ts';
import { lunarDayName } from './lunar-names.ts';

/** A year that has every day, and that no day is written with. */
const ANY_YEAR = '2024';

/**
 * A day as a person reads it: `3 Dec 1985`, `3 Dec`, or a lunar one by the words of the caller; any other text as it is.
 * @param lunar words a lunar day, such as `十月十八`, and its year when it is known
 */
export function sayAnniversary(text: string, language: 'en' | 'zh-CN', lunar: (day: string, year: number | null) => string): string {
  const anniversary = parseAnniversary(text);
  if (!anniversary) return text;
  if (anniversary.calendar === 'lunar') return lunar(lunarDayName(anniversary), anniversary.year);
  return anniversary.year === null ? formatDate(`${ANY_YEAR}${text.slice(1)}`, language, `${ANY_YEAR}-01-01`) : formatDate(text, language);
}
