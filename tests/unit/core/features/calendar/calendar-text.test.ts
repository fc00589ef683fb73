import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoStep } from '#core/db/undo.ts';
import { wordsFor } from '#core/documents/words.ts';
import { CalendarFeed } from '#core/features/calendar/calendar-feed.ts';
import { calendarText } from '#core/features/calendar/read-events.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

let made: FeatureBook;
beforeEach(() => {
  made = featureBook();
});
afterEach(() => made.dispose());

const words = (language: 'en' | 'zh-CN') => wordsFor(resourcesDir, language, 'calendar');
const textNow = (language: 'en' | 'zh-CN' = 'en'): string => made.book.read(() => calendarText(made.book.db, made.clock.now(), words(language)));
const events = (text = textNow()) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
const lines = (language: 'en' | 'zh-CN' = 'en') => events(textNow(language)).map(({ startDate, summary, description }) => `${startDate.toString()} ${summary} | ${description ?? ''}`);
const write = (sql: string): number => made.book.write({ kind: 'user', verb: 'test.write', params: {} }, () => void made.book.db.exec(sql)).stepNo;

describe('the words of a calendar file', () => {
  beforeEach(() => {
    made.fill((fill) => {
      const id = fill.account('Acme');
      const { personId } = fill.person(id, '王磊');
      fill.milestone(id, 'Listed', '2025-12-04');
      made.book.db.exec(`UPDATE account SET founded_on = '2025-12-01', customer_since = '2024-12-02' WHERE id = '${id}'; UPDATE person SET birthday = '1985-12-03' WHERE id = '${personId}'`);
    });
  });

  it('count years, one of them as one, and say the day of the Chinese calendar', () => {
    expect(lines().slice(0, 4)).toEqual([
      '2026-12-01 Acme: 1 year since founding | Acme · 十月廿三', '2026-12-02 Acme: 2 years as a customer | Acme · 十月廿四', '2026-12-03 王磊 turns 41 | Acme · 十月廿五', '2026-12-04 Acme: 1 year, Listed | Acme · 十月廿六',
    ]);
  });

  it('are whole in either language', () => {
    expect(lines('zh-CN').slice(0, 3)).toEqual(['2026-12-01 Acme成立 1 周年 | Acme · 十月廿三', '2026-12-02 与Acme合作 2 周年 | Acme · 十月廿四', '2026-12-03 王磊 41 岁生日 | Acme · 十月廿五']);
    for (const language of ['en', 'zh-CN'] as const) expect(textNow(language)).not.toMatch(/\{\{|undefined|file\.|fileYears/);
    expect(events(textNow('en')).map(({ uid }) => uid)).toEqual(events(textNow('zh-CN')).map(({ uid }) => uid));
  });
});

describe('what a calendar file holds', () => {
  it('of a person at two accounts is one birthday, under one of them', () => {
    made.fill((fill) => {
      const [beta, alpha] = [fill.account('Beta'), fill.account('Alpha')];
      const { personId } = fill.person(beta, 'Li Lei');
      fill.position(alpha, personId);
      made.book.db.exec(`UPDATE person SET birthday = '--12-03' WHERE id = '${personId}'`);
    });
    expect(lines()).toEqual(['2026-12-03 Birthday of Li Lei | Alpha · 十月廿五']);
  });

  it('of a person without an account is the birthday, with no empty place', () => {
    made.fill((fill) => {
      const { personId } = fill.person(fill.account('Acme'), 'Li Lei');
      made.book.db.exec(`UPDATE person SET birthday = '--12-03' WHERE id = '${personId}'; DELETE FROM position WHERE person_id = '${personId}'`);
    });
    expect(lines()).toEqual(['2026-12-03 Birthday of Li Lei | 十月廿五']);
  });

  it('are tasks until they are done, again when that is undone, and never those that are gone', () => {
    const task = made.fill((fill) => fill.task(fill.account('Acme'), 'Send the offer', { dueOn: '2026-11-20' }));
    expect(lines()).toEqual(['2026-11-20 Send the offer | Acme']);
    const done = write(`UPDATE task SET done_at = 5 WHERE id = '${task}'`);
    expect(lines()).toEqual([]);
    undoStep(made.book, done);
    expect(lines()).toHaveLength(1);
    write(`DELETE FROM task WHERE id = '${task}'`);
    expect(lines()).toEqual([]);
  });

  it('goes by the day on the wall of the book, and is the same all day', () => {
    made.fill((fill) => fill.milestone(fill.account('Acme'), 'Listed', '2006-11-23'));
    // 23 November in Shanghai begins at 16:00 UTC of the 22nd.
    made.clock.ms = Date.UTC(2026, 10, 22, 16);
    const morning = textNow();
    expect(lines()[0]).toMatch(/^2026-11-23 .*20 years/);
    made.clock.ms = Date.UTC(2026, 10, 23, 15, 59);
    expect(textNow()).toBe(morning);
    made.clock.ms += 60_000;
    expect(lines()[0]).toMatch(/^2027-11-23 .*21 years/);
  });

  it('can be ended by no name: lines, commas and ends of events stay text', () => {
    const evil = 'A\r\nEND:VEVENT\nBEGIN:VALARM\n;,\\ "x"';
    made.fill((fill) => fill.task(fill.account('END:VCALENDAR'), evil, { dueOn: '2026-12-01' }));
    const [event, ...others] = events();
    expect([event?.summary, event?.description, others]).toEqual([evil.replace('\r', ''), 'END:VCALENDAR', []]);
    for (const line of textNow().split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

describe('the file that is kept up to date', () => {
  const failures: string[] = [];
  const feed = () => new CalendarFeed({ current: made.deps.current, words: () => words('en'), ports: { ...made.deps.ports, log: { info: () => undefined, error: (message) => void failures.push(message) } } });

  it('that somebody deletes stays deleted', () => {
    const one = feed();
    const { path } = one.set(made.book, true);
    rmSync(path);
    one.catchUp();
    expect([existsSync(path), one.state(made.book)]).toEqual([false, { on: false, path, writtenAt: null }]);
  });

  it('is there after a restart, and follows another day without any change', () => {
    made.fill((fill) => fill.milestone(fill.account('Acme'), 'Listed', '2006-11-23'));
    const { path } = feed().set(made.book, true);
    expect(events(readFileSync(path, 'utf8'))[0]?.startDate.toString()).toBe('2026-11-23');
    made.clock.ms += 86_400_000;
    feed().catchUp();
    expect(events(readFileSync(path, 'utf8'))[0]?.startDate.toString()).toBe('2027-11-23');
  });

  it('that cannot be written is logged without a word of the book, and does not stop the program', () => {
    const one = feed();
    const { path } = one.set(made.book, true);
    made.fill((fill) => fill.task(fill.account('Secret Ltd'), 'Secret task', { dueOn: '2026-12-01' }));
    mkdirSync(`${path}.new`);
    one.catchUp();
    expect(failures).toEqual(['the calendar file could not be written']);
    expect(events(readFileSync(path, 'utf8'))).toEqual([]);
    rmSync(`${path}.new`, { recursive: true });
    one.catchUp();
    expect(events(readFileSync(path, 'utf8'))).toHaveLength(1);
  });

  it('replaces what a crash left half written', () => {
    const one = feed();
    const { path } = one.set(made.book, true);
    writeFileSync(`${path}.new`, 'BEGIN:VCAL');
    made.fill((fill) => fill.task(fill.account('Acme'), 'Call', { dueOn: '2026-12-01' }));
    one.catchUp();
    expect(existsSync(`${path}.new`)).toBe(false);
    expect(events(readFileSync(path, 'utf8'))).toHaveLength(1);
  });

  it('is turned off once and for all, also when it was off', () => {
    const one = feed();
    one.set(made.book, true);
    for (let n = 0; n < 2; n += 1) expect(one.set(made.book, false)).toMatchObject({ on: false, writtenAt: null });
  });
});
