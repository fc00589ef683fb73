import { NUMBER, readNumber } from './number-words.ts';

interface Span {
  from: number;
  to: number;
}

export interface FoundTime extends Span {
  /** `HH:MM`. */
  time: string;
  /** Set when an end was said too, as in `10:00-11:30`. */
  durationMinutes: number | null;
}

export interface FoundDuration extends Span {
  minutes: number;
}

type Half = 'am' | 'pm' | 'noon' | null;

const PERIOD = '(?:凌晨|清晨|早上|上午|早|中午|下午|傍晚|晚上|晚|morning|afternoon|evening)';
const CLOCK = new RegExp(
  `(?:(?<p>${PERIOD}) ?)?(?:at )?(?:(?<h>\\d{1,2}):(?<m>\\d{2})(?: ?(?<half>[ap])\\.?m\\b\\.?)?|(?<eh>\\d{1,2}) ?(?<ehalf>[ap])\\.?m\\b\\.?`
  + `|(?<ch>${NUMBER}) ?[点时](?!间)(?:(?<cm>半|一刻|三刻|${NUMBER})分?)?[整钟]?|(?<=at )(?<ah>\\d{1,2})(?![\\d:/]))`, 'y');
const BARE_START = /(?<h>\d{1,2}) ?(?:-|–|—|~|to|到|至) ?(?=\d{1,2}(?::\d{2})? ?[ap]m\b)/y;
const RANGE = / ?(?:-|–|—|~|to\b|到|至) ?/y;
const ALONE: Array<[RegExp, string]> = [
  [/\bnoon\b|中午|正午/, '12:00'], [/\bmorning\b|上午|早上/, '09:00'], [/\bafternoon\b|下午/, '14:00'], [/\bevening\b|\btonight\b|晚上|傍晚/, '19:00'],
];

const HOUR_UNIT = '(?:个?(?:小时|钟头)|hours?\\b|hrs?\\b|h(?![a-z]))';
const MINUTE_UNIT = '(?:分钟|分|minutes?\\b|mins?\\b|m(?![a-z]))';
const DURATION: Array<[RegExp, (groups: Record<string, string | undefined>) => number]> = [
  [new RegExp(`(?<h>${NUMBER})个半(?:小时|钟头)`), (g) => readNumber(g['h'] ?? '') * 60 + 30],
  [/半个?(?:小时|钟头)|\bhalf an hour\b/, () => 30],
  [/\b(?:an|one) hour\b/, () => 60],
  [/(?:一|1)刻钟/, () => 15],
  [new RegExp(`(?<h>\\d{1,2}\\.\\d{1,2}) ?${HOUR_UNIT}`), (g) => Math.round(Number(g['h']) * 60)],
  [new RegExp(`(?<h>${NUMBER}) ?${HOUR_UNIT} ?(?:(?<m>${NUMBER}) ?${MINUTE_UNIT}?)?`), (g) => readNumber(g['h'] ?? '') * 60 + (g['m'] ? readNumber(g['m']) : 0)],
  [new RegExp(`(?<m>${NUMBER}) ?${MINUTE_UNIT}`), (g) => readNumber(g['m'] ?? '')],
];

const format = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function halfOf(period: string | undefined, mark: string | undefined): Half {
  if (mark) return mark === 'a' ? 'am' : 'pm';
  if (period === undefined) return null;
  if (period === '中午') return 'noon';
  return /^(?:下午|傍晚|晚|afternoon|evening)/.test(period) ? 'pm' : 'am';
}

function inHalf(hour: number, half: Half, spoken: boolean): number {
  if (half === 'pm') return hour < 12 ? hour + 12 : hour;
  if (half === 'am') return hour === 12 ? 0 : hour;
  if (half === 'noon') return hour < 3 ? hour + 12 : hour;
  // Nobody meets at three in the night: 3 点 said without a half of the day is the afternoon.
  return spoken && hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

function clockAt(text: string, from: number, inherited: Half): { minutes: number; to: number; half: Half } | null {
  CLOCK.lastIndex = from;
  const match = CLOCK.exec(text);
  if (!match) return null;
  const g = match.groups ?? {};
  const half = halfOf(g['p'], g['half'] ?? g['ehalf']) ?? inherited;
  const said = g['h'] ?? g['eh'] ?? g['ah'] ?? g['ch'] ?? '';
  const hour = inHalf(readNumber(said), half, g['ch'] !== undefined || g['ah'] !== undefined);
  const minuteWord = g['m'] ?? g['cm'];
  const minute = minuteWord === undefined ? 0 : minuteWord === '半' ? 30 : minuteWord === '一刻' ? 15 : minuteWord === '三刻' ? 45 : readNumber(minuteWord);
  if (hour > 23 || minute > 59) return null;
  return { minutes: hour * 60 + minute, to: match.index + match[0].trimEnd().length, half };
}

function startAt(text: string, from: number): { minutes: number; to: number; half: Half } | null {
  BARE_START.lastIndex = from;
  const bare = BARE_START.exec(text);
  if (!bare) return clockAt(text, from, null);
  const end = clockAt(text, BARE_START.lastIndex, null);
  const hour = Number(bare.groups?.['h']);
  if (end === null || hour > 12) return null;
  const guess = inHalf(hour, end.half, false) * 60;
  return { minutes: guess < end.minutes ? guess : hour * 60, to: from + (bare.groups?.['h'] ?? '').length, half: end.half };
}

/**
 * The first time of day named in `text`, with the length of a range.
 * @param text already in half width and lower case
 */
export function findTime(text: string): FoundTime | null {
  for (let from = 0; from < text.length; from++) {
    if (from > 0 && /[\w:/.-]/.test(text[from - 1] ?? '') && /\w/.test(text[from] ?? '')) continue;
    const start = startAt(text, from);
    if (!start) continue;
    RANGE.lastIndex = start.to;
    const end = RANGE.test(text) ? clockAt(text, RANGE.lastIndex, start.half) : null;
    const length = end && end.minutes > start.minutes ? end.minutes - start.minutes : null;
    return { time: format(start.minutes), durationMinutes: length, from, to: end && length !== null ? end.to : start.to };
  }
  for (const [pattern, time] of ALONE) {
    const match = pattern.exec(text);
    if (match) return { time, durationMinutes: null, from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/**
 * The first length of time named in `text`, in minutes.
 * @param text already in half width and lower case
 */
export function findDuration(text: string): FoundDuration | null {
  for (const [pattern, read] of DURATION) {
    const match = pattern.exec(text);
    if (match) return { minutes: read(match.groups ?? {}), from: match.index, to: match.index + match[0].trimEnd().length };
  }
  return null;
}
