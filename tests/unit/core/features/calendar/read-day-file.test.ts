import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDayFile } from '#core/features/calendar/read-day-file.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-days-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What a file says, a line a day; problems as line, code and value. */
function read(content: string | Buffer, name = 'days') {
  const path = join(dir, 'file');
  writeFileSync(path, content);
  const { days, problems } = readDayFile({ path, name });
  return { days: days.map((day) => `${day.date} ${day.working ? 'work' : 'off'} ${day.name}`.trim()), problems: problems.map((one) => `${one.line} ${one.code} ${one.value}`.trim()) };
}
const json = (value: unknown) => read(JSON.stringify(value));
const ics = (...events: string[][]) => read(['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flatMap((lines, n) => ['BEGIN:VEVENT', `UID:${n}`, ...lines, 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n'));

describe('a table of days', () => {
  it('needs neither header nor names, and stands any of the separators and line ends', () => {
    const days = ['2027-02-06 off 春节', '2027-02-20 work'];
    for (const [comma, end] of [[',', '\n'], [';', '\r\n'], ['\t', '\n'], [',', '\r']]) {
      expect(read(['2027-02-06', '休', '春节'].join(comma) + end + ['2027-02-20', '班', ''].join(comma) + end)).toEqual({ days, problems: [] });
    }
  });

  it('may quote what holds the separator', () => {
    expect(read('date,kind,name\n2027-01-01,off,"New Year, observed"\n').days).toEqual(['2027-01-01 off New Year, observed']);
  });

  it('of nothing, or of a header alone, holds no day and no problem', () => {
    for (const text of ['', '\uFEFF', '\n\n', 'date,kind\n', ' , ,\n']) expect(read(text)).toEqual({ days: [], problems: [] });
  });

  it('keeps a long name to what the book holds', () => {
    expect(read(`2027-01-01,off,${'年'.repeat(150)}`).days[0]).toHaveLength('2027-01-01 off '.length + 100);
  });

  it('tells a first line with a wrong day from a header', () => {
    expect(read('2027-02-30,off\n')).toEqual({ days: [], problems: ['1 date-invalid 2027-02-30'] });
  });
});

describe('days as JSON', () => {
  it.each<[string, object, string]>([
    ['isOffDay', { isOffDay: false }, 'work'], ['isOffDay before working', { isOffDay: true, working: true }, 'off'], ['working', { working: true }, 'work'],
    ['working as text', { working: 'true' }, 'work'], ['working that is no such', { working: 1 }, 'off'], ['neither', {}, 'off'],
  ])('are worked or off by %s', (_what, said, kind) => expect(json([{ date: '2027-01-01', name: 'a', ...said }]).days).toEqual([`2027-01-01 ${kind} a`]));

  it('lose no entry: each that has no day is named, the first as well', () => {
    expect(json([{ name: 'x' }, 7, { date: '2027-01-01' }, { date: 20_270_102 }, null])).toEqual({
      days: ['2027-01-01 off'], problems: ['1 date-invalid ?', '2 date-invalid ?', '4 date-invalid ?', '5 date-invalid ?'],
    });
  });

  it('say where an entry contradicts one before', () => {
    expect(json({ days: [{ date: '2027-01-01', working: true }, { date: '2027-01-01', working: false }] })).toEqual({ days: ['2027-01-01 work'], problems: ['2 repeated 2027-01-01'] });
  });

  it.each(['{}', '{"days":{}}', '{"days":null}', '[', '{"days":[}', '{"__proto__":{"days":[]}}'])('that are no list are refused with the file’s name: %s', (text) => {
    expect(() => read(text, '假期.json')).toThrow(expect.objectContaining({ code: 'file-not-table', where: { file: '假期.json' } }));
  });
});

describe('days of a calendar', () => {
  it('are all those before the end, one where no end is said, and none of a broken one twice', () => {
    expect(ics(
      ['DTSTART;VALUE=DATE:20270430', 'DTEND;VALUE=DATE:20270503', 'SUMMARY:劳动节（休）'], ['DTSTART;VALUE=DATE:20271224', 'SUMMARY:Christmas Eve'],
      ['DTSTART:20271231T090000', 'DTEND:20271231T120000', 'SUMMARY:Half a day'], ['DTSTART;VALUE=DATE:20270601', 'DTEND;VALUE=DATE:20270501', 'SUMMARY:Backwards'],
    )).toEqual({
      days: ['2027-04-30 off 劳动节', '2027-05-01 off 劳动节', '2027-05-02 off 劳动节', '2027-06-01 off Backwards', '2027-12-24 off Christmas Eve', '2027-12-31 off Half a day'], problems: [],
    });
  });

  it.each([
    ['国庆节（班）', 'work 国庆节'], ['国庆节(班)', 'work 国庆节'], ['春节 补班', 'work 春节 补班'], ['Working day', 'work Working day'], ['Labour Day', 'off Labour Day'],
    ['Workers’ Day', 'off Workers’ Day'], ['Network outage day', 'off Network outage day'],
  ])('called %s', (summary, said) => expect(ics(['DTSTART;VALUE=DATE:20271009', `SUMMARY:${summary}`]).days).toEqual([`2027-10-09 ${said}`]));

  it('without a day are named, and the others taken', () => {
    expect(ics(['SUMMARY:When?'], ['DTSTART;VALUE=DATE:20271009', 'SUMMARY:Then'])).toEqual({ days: ['2027-10-09 off Then'], problems: ['1 date-invalid'] });
  });

  it('never go on for ever', () => {
    expect(ics(['DTSTART;VALUE=DATE:20200101', 'DTEND;VALUE=DATE:29991231', 'SUMMARY:Always']).days).toHaveLength(60);
  });
});

describe('a file that cannot be read', () => {
  it('is named, and why', () => {
    const taken = join(dir, 'folder');
    mkdirSync(taken);
    expect(() => readDayFile({ path: taken, name: 'folder' })).toThrow(expect.objectContaining({ code: 'file-not-readable', where: { file: 'folder' } }));
    expect(() => readDayFile({ path: join(dir, 'gone'), name: 'gone.csv' })).toThrow(expect.objectContaining({ code: 'file-not-readable', where: { file: 'gone.csv' } }));
    expect(() => read(Buffer.alloc(2_000_001, 48), 'big.csv')).toThrow(expect.objectContaining({ code: 'file-too-large', where: { file: 'big.csv' } }));
    expect(read(Buffer.alloc(2_000_000, 10)).days).toEqual([]);
  });
});
