import { readFileSync, statSync } from 'node:fs';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { readDayList, type DayLine, type DayReading } from '#shared/domain/calendar/day-list.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { addDays, isIsoDate } from '#shared/kernel/dates.ts';

const MAX_BYTES = 2_000_000;
const MAX_EVENT_DAYS = 60;

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const said = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `[{ date, name, working }]`, or the same under `days`; `isOffDay`, as published lists have it, is the opposite of `working`. */
function linesOfJson(text: string): DayLine[] {
  const parsed: unknown = JSON.parse(text);
  const list: unknown = isRecord(parsed) ? parsed['days'] : parsed;
  if (!Array.isArray(list)) throw new SyntaxError('no list of days');
  return list.map((day: unknown, n) => {
    if (!isRecord(day)) return { line: n + 1, cells: ['?'] };
    const working = typeof day['isOffDay'] === 'boolean' ? !day['isOffDay'] : day['working'] === true || day['working'] === 'true';
    return { line: n + 1, cells: [said(day['date']) || '?', working ? 'work' : 'off', said(day['name'])] };
  });
}

const WORKED_TITLE = /班|\bwork(?:ing|day)?\b/i;

/** Whole days of a holiday calendar; titles such as “春节（班）” name days that are worked. */
function linesOfIcs(text: string): DayLine[] {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return events.flatMap((component, n) => {
    const event = new ICAL.Event(component);
    const first = component.hasProperty('dtstart') ? event.startDate.toString().slice(0, 10) : '';
    const title = event.summary ?? '';
    const cells = [WORKED_TITLE.test(title) ? 'work' : 'off', title.replaceAll(/[（(][休班][)）]/g, '').trim()];
    if (!isIsoDate(first)) return [{ line: n + 1, cells: [first, ...cells] }];
    const end = event.endDate?.toString().slice(0, 10) ?? first;
    const lines: DayLine[] = [{ line: n + 1, cells: [first, ...cells] }];
    for (let day = addDays(first, 1); day < end && lines.length < MAX_EVENT_DAYS; day = addDays(day, 1)) lines.push({ line: n + 1, cells: [day, ...cells] });
    return lines;
  });
}

/** Without it a first entry that has no day would count as one. */
const HEADER: DayLine = { line: 0, cells: ['date'] };

function linesOf(text: string): DayLine[] {
  const start = text.trimStart();
  if (start.startsWith('BEGIN:VCALENDAR')) return [HEADER, ...linesOfIcs(start)];
  if (start.startsWith('{') || start.startsWith('[')) return [HEADER, ...linesOfJson(start)];
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { header: false }).data.map((cells, n) => ({ line: n + 1, cells }));
}

/**
 * Reads a list of working days and holidays from CSV, JSON or a calendar file; lines of JSON and ICS are entries.
 * @throws CodedError `file-too-large`, `file-not-readable`, `file-not-table` when it holds no list of days
 */
export function readDayFile({ path, name }: { path: string; name: string }): DayReading {
  const where = { file: name };
  let bytes: Uint8Array;
  try {
    if (statSync(path).size > MAX_BYTES) throw new CodedError('file-too-large', { where });
    bytes = readFileSync(path);
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('file-not-readable', { where, cause });
  }
  try {
    return readDayList(linesOf(decode(bytes)));
  } catch (cause) {
    throw new CodedError('file-not-table', { where, cause });
  }
}
