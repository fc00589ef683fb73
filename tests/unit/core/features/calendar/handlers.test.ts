import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsFor } from '#core/documents/words.ts';
import { CalendarFeed } from '#core/features/calendar/calendar-feed.ts';
import { createCalendarHandlers } from '#core/features/calendar/handlers.ts';
import { readWorkCalendar } from '#core/db/work-calendar.ts';
import { undoStep } from '#core/db/undo.ts';
import { contract } from '#shared/contract/index.ts';
import { isWorkingDay } from '#shared/domain/calendar/work-calendar.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

const signal = { signal: new AbortController().signal };
let made: FeatureBook;
let feed: CalendarFeed;
let calendar: ReturnType<typeof createCalendarHandlers>;
const errors: string[] = [];

beforeEach(() => {
  made = featureBook();
  const words = () => wordsFor(resourcesDir, 'zh-CN', 'calendar');
  const ports = {
    ...made.deps.ports, log: { info: () => undefined, error: (message: string) => void errors.push(message) },
    files: { resolve: (token: string) => (existsSync(join(made.dir, token)) ? { path: join(made.dir, token), name: token } : null) },
  };
  feed = new CalendarFeed({ current: made.deps.current, ports, words });
  calendar = createCalendarHandlers({ current: made.deps.current, ports, feed, words });
});
afterEach(() => {
  feed.stop();
  made.dispose();
});

const read = async () => {
  const answer = await calendar.read(undefined, signal);
  expect(contract.calendar.read['~orpc'].outputSchema?.parse(answer)).toEqual(answer);
  return answer;
};
const importText = (name: string, text: string | Buffer) => {
  writeFileSync(join(made.dir, name), text);
  return calendar.importDays({ file: name }, signal);
};

describe('the working days of a book', () => {
  it('are the week and the exceptions of this year and the next; a year that is not published is named', async () => {
    const { settings, exceptions, unknownYears } = await read();
    expect(settings).toEqual({ version: 1, week: [1, 2, 3, 4, 5], chineseHolidays: true });
    expect(exceptions).toHaveLength(39);
    expect(exceptions[0]).toEqual({ date: '2026-01-01', working: false, name: '元旦', own: false });
    expect(unknownYears).toEqual([2027]);
  });

  it('are changed as one step that undo takes back', async () => {
    const { stepNo } = await calendar.save({ chineseHolidays: false, week: [1, 2, 3, 4, 5, 6] }, signal);
    expect(await read()).toMatchObject({ settings: { week: [1, 2, 3, 4, 5, 6], chineseHolidays: false }, exceptions: [], unknownYears: [] });
    undoStep(made.book, stepNo);
    expect((await read()).settings).toMatchObject({ week: [1, 2, 3, 4, 5], chineseHolidays: true });
  });

  it('are set and freed day by day', async () => {
    await calendar.setDay({ date: '2026-11-28', working: true, name: '年终盘点' }, signal);
    expect(isWorkingDay(readWorkCalendar(made.book.db, resourcesDir), '2026-11-28')).toBe(true);
    expect((await read()).exceptions.at(-1)).toEqual({ date: '2026-11-28', working: true, name: '年终盘点', own: true });
    await calendar.removeDay({ date: '2026-11-28' }, signal);
    expect((await read()).exceptions).toHaveLength(39);
    await expect(async () => calendar.removeDay({ date: '2026-11-28' }, signal)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('lists of days', () => {
  it('of CSV come in as one step, with the lines that were refused', async () => {
    const answer = await importText('2027.csv', '\uFEFF日期,安排,名称\n2027-02-06,休,春节\n2027-02-20,班,春节\n2027-13-01,休,\n');
    expect(answer).toMatchObject({ taken: 2, problems: [{ line: 4, code: 'date-invalid', value: '2027-13-01' }] });
    expect((await read()).unknownYears).toEqual([]);
    const work = readWorkCalendar(made.book.db, resourcesDir);
    expect([isWorkingDay(work, '2027-02-06'), isWorkingDay(work, '2027-02-20')]).toEqual([false, true]);
    expect(await importText('again.csv', '2027-02-06,休,春节\n')).toMatchObject({ stepNo: 0, taken: 0 });
    undoStep(made.book, answer.stepNo);
    expect((await read()).unknownYears).toEqual([2027]);
  });

  it('of JSON and of calendars, in the encodings of Chinese programs', async () => {
    expect(await importText('a.json', JSON.stringify({ year: 2027, days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }, { name: '元旦', date: '2027-01-03', isOffDay: false }] }))).toMatchObject({ taken: 2, problems: [] });
    const ics = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20271001', 'DTEND;VALUE=DATE:20271004', 'SUMMARY:国庆节（休）', 'END:VEVENT',
      'BEGIN:VEVENT', 'UID:2', 'DTSTART;VALUE=DATE:20271009', 'DTEND;VALUE=DATE:20271010', 'SUMMARY:国庆节（班）', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
    expect(await importText('b.ics', ics)).toMatchObject({ taken: 4, problems: [] });
    // 2027-06-09,休,端午 in GB18030
    expect(await importText('c.csv', Buffer.from([...Buffer.from('2027-06-09,'), 0xd0, 0xdd, 0x2c, 0xb6, 0xcb, 0xce, 0xe7]))).toMatchObject({ taken: 1, problems: [] });
    const own = (await read()).exceptions.filter((day) => day.own).map(({ date, working, name }) => `${date} ${working ? '班' : '休'} ${name}`);
    expect(own).toEqual(['2027-01-01 休 元旦', '2027-01-03 班 元旦', '2027-06-09 休 端午', '2027-10-01 休 国庆节', '2027-10-02 休 国庆节', '2027-10-03 休 国庆节', '2027-10-09 班 国庆节']);
  });

  it('that cannot be read change nothing', async () => {
    expect(() => calendar.importDays({ file: 'absent' }, signal)).toThrow(expect.objectContaining({ code: 'file-not-found' }));
    await expect(async () => importText('x.json', '{"days": 1}')).rejects.toMatchObject({ code: 'file-not-table' });
    await expect(async () => importText('x.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n')).rejects.toMatchObject({ code: 'file-not-table' });
    await expect(async () => importText('x.csv', Buffer.alloc(2_000_001))).rejects.toMatchObject({ code: 'file-too-large' });
    expect(await importText('x.csv', 'name\nx\n')).toMatchObject({ taken: 0 });
  });
});

describe('the days of a book as a calendar file', () => {
  const events = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)).map((one) => `${one.startDate.toString()} ${one.summary}`);

  beforeEach(() => {
    made.fill((fill) => {
      const id = fill.account('恒岳重工集团');
      const { personId } = fill.person(id, '陈立新');
      made.book.db.exec(`UPDATE account SET founded_on = '--12-01', customer_since = '2021-11-30' WHERE id = '${id}'; UPDATE person SET birthday = 'lunar:1971-10-18' WHERE id = '${personId}';
        INSERT INTO milestone VALUES ('m', '${id}', '上市', '2006-12-05', 1);
        INSERT INTO review (id, account_id, year, quarter, held_on, language, created_at) VALUES ('r', '${id}', 2026, 4, '2026-12-15', 'en', 0)`);
      fill.task(id, '寄出方案', { dueOn: '2026-11-25' });
      fill.task(id, '没有日期');
    });
  });

  it('hold anniversaries in words, open tasks and reviews', async () => {
    const file = await calendar.file(undefined, signal);
    expect(file.name).toBe('Test.ics');
    expect(events(await (file as File).text()).filter((line) => line < '2027')).toEqual([
      '2026-11-25 寄出方案', '2026-11-26 陈立新 55 岁生日', '2026-11-30 与恒岳重工集团合作 5 周年', '2026-12-01 恒岳重工集团成立日', '2026-12-05 恒岳重工集团：上市 20 周年', '2026-12-15 恒岳重工集团：业务复盘 2026-Q4',
    ]);
  });

  it('are kept up to date in a file for as long as that is wanted', async () => {
    expect(await calendar.feed(undefined, signal)).toMatchObject({ on: false, writtenAt: null });
    feed.catchUp();
    const { on, path } = await calendar.setFeed({ on: true }, signal);
    expect(on).toBe(true);
    expect(path.startsWith(made.deps.ports.paths.dataDir)).toBe(true);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(events(readFileSync(path, 'utf8'))[0]).toBe('2026-11-25 寄出方案');
    utimesSync(path, 1, 1);
    feed.catchUp();
    expect(statSync(path).mtimeMs).toBe(1000);
    made.book.write({ kind: 'user', verb: 'task.done', params: {} }, () => made.book.db.exec('UPDATE task SET done_at = 1'));
    feed.catchUp();
    expect(events(readFileSync(path, 'utf8'))[0]).toBe('2026-11-26 陈立新 55 岁生日');
    expect(existsSync(`${path}.new`)).toBe(false);
    expect(await calendar.setFeed({ on: false }, signal)).toMatchObject({ on: false });
    feed.catchUp();
    expect(existsSync(path)).toBe(false);
    expect(errors).toEqual([]);
  });

  it('say what is in the way where the file cannot be written, and are off', async () => {
    // A file where the folder should be is in the way on every system, for every user.
    writeFileSync(join(made.deps.ports.paths.dataDir, 'calendars'), '');
    expect(() => calendar.setFeed({ on: true }, signal)).toThrow(expect.objectContaining({ code: 'calendar-not-written', where: { path: expect.stringContaining('calendars') } }));
    expect(await calendar.feed(undefined, signal)).toMatchObject({ on: false });
    feed.catchUp();
    expect(errors).toEqual([]);
  });
});
