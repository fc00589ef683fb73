import { isIsoDate, type IsoDate } from '#shared/kernel/dates.ts';
import type { DayOfTable } from './holiday-table.ts';

/** A line of a list of days that was not taken, and why. Lines count from 1. */
export interface DayProblem { line: number; code: 'date-invalid' | 'working-invalid' | 'repeated'; value: string }

/** What stands in one line: the day, whether it is worked, what it is called. */
export interface DayLine { line: number; cells: readonly string[] }

export interface DayReading { days: DayOfTable[]; problems: DayProblem[] }

const WORKED = new Set(['work', 'working', 'workday', 'yes', 'true', '1', '班', '上班', '补班', '工作日', '调休上班', '是']);
const OFF = new Set(['off', 'holiday', 'rest', 'free', 'no', 'false', '0', '休', '放假', '休息', '假日', '节假日', '休假', '否']);

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

function dateOf(text: string): IsoDate | null {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? COMPACT.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : null;
}

const flagOf = (text: string): boolean | null => (WORKED.has(text) ? true : text === '' || OFF.has(text) ? false : null);

/**
 * Reads lines of day, worked or off, and name; a first line that begins with no day is a header. What is not said to be
 * worked is off. A day that a line before has said otherwise is refused; said again alike it counts once.
 */
export function readDayList(lines: readonly DayLine[]): DayReading {
  const days = new Map<IsoDate, DayOfTable>();
  const problems: DayProblem[] = [];
  for (const [n, { line, cells }] of lines.entries()) {
    const [first = '', second = '', third = ''] = cells.map((cell) => cell.normalize('NFKC').trim());
    if (first === '' && second === '' && third === '') continue;
    const date = dateOf(first);
    if (date === null) {
      if (n > 0 || /\d/.test(first)) problems.push({ line, code: 'date-invalid', value: first });
      continue;
    }
    const working = flagOf(second.toLowerCase());
    if (working === null) {
      problems.push({ line, code: 'working-invalid', value: second });
      continue;
    }
    const before = days.get(date);
    if (before && before.working !== working) problems.push({ line, code: 'repeated', value: first });
    else days.set(date, { date, working, name: third.slice(0, 100) || before?.name || '' });
  }
  return { days: [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)), problems };
}
