import { parseAnniversary, type Anniversary } from './anniversary.ts';

/** A day that comes again as a person fills it in; blank where nothing is said yet. */
export interface AnniversaryDraft {
  calendar: Anniversary['calendar'];
  year: string;
  month: string;
  day: string;
  leap: boolean;
}

const BLANK: AnniversaryDraft = { calendar: 'solar', year: '', month: '', day: '', leap: false };

/** What the fields show of a written day; blank for text that is none. */
export function draftOf(text: string): AnniversaryDraft {
  const anniversary = parseAnniversary(text);
  if (!anniversary) return BLANK;
  const { calendar, year, month, day, leap } = anniversary;
  return { calendar, year: year === null ? '' : String(year), month: String(month), day: String(day), leap };
}

/** The written form that the fields mean: empty when all are blank; what is not whole yet is text that `parseAnniversary` refuses. */
export function textOfDraft({ calendar, year, month, day, leap }: AnniversaryDraft): string {
  if (year.trim() === '' && month === '' && day === '') return '';
  const lunar = calendar === 'lunar';
  const written = year.trim() === '' ? '-' : year.trim().padStart(4, '0');
  return `${lunar ? 'lunar:' : ''}${written}-${month.padStart(2, '0')}${lunar && leap ? 'L' : ''}-${day.padStart(2, '0')}`;
}
