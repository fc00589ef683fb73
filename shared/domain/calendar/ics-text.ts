import { addDays, type IsoDate } from '#shared/kernel/dates.ts';

/** A whole day in a calendar file. */
export interface CalendarEvent {
  /** The same for the same day whenever the file is written, so that calendars replace and do not repeat. */
  uid: string;
  date: IsoDate;
  title: string;
  details: string;
  /** Comes again on the same date of every year. */
  yearly: boolean;
}

const MAX_OCTETS = 75;

const octetsOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4;
};

/** Breaks a line after 75 octets of UTF-8 at most, never inside a character; what follows begins with a space. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const char of line) {
    const size = octetsOf(char);
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += char;
    octets += size;
  }
  return folded;
}

/** Text as a value of RFC 5545: no line of it can end the property. */
export function escapeText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\\;,]/g, (char) => `\\${char}`).replaceAll('\n', '\\n')
    .replaceAll(/[^\P{Cc}\t]/gu, '');
}

const compact = (date: IsoDate): string => date.replaceAll('-', '');

/** 29 February is not in every year, and a rule would skip the others. */
const recurs = ({ yearly, date }: CalendarEvent): boolean => yearly && !date.endsWith('-02-29');

/**
 * A calendar file (RFC 5545) of whole days.
 * @param stamp `YYYYMMDDTHHMMSSZ`: when the events were last written
 */
export function icsText(name: string, events: readonly CalendarEvent[], stamp: string): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Ballast//Ballast//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escapeText(name)}`, `NAME:${escapeText(name)}`];
  for (const event of events) {
    lines.push(
      'BEGIN:VEVENT', `UID:${event.uid}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${compact(event.date)}`, `DTEND;VALUE=DATE:${compact(addDays(event.date, 1))}`,
      ...(recurs(event) ? ['RRULE:FREQ=YEARLY'] : []), `SUMMARY:${escapeText(event.title)}`,
      ...(event.details === '' ? [] : [`DESCRIPTION:${escapeText(event.details)}`]), 'TRANSP:TRANSPARENT', 'END:VEVENT',
    );
  }
  lines.push('END:VCALENDAR', '');
  return lines.map(foldLine).join('\r\n');
}
