import { describe, expect, it } from 'vitest';
import { CalendarSettings } from '#renderer/features/calendar/CalendarSettings.tsx';
import { stretchesOf, toggleDay } from '#renderer/features/calendar/view-model.ts';
import type { CalendarException } from '#shared/contract/calendar.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const day = (date: string, working = false, name = '国庆节', own = false): CalendarException => ({ date, working, name, own });
const exceptions = [day('2026-10-01'), day('2026-10-02'), day('2026-10-10', true), day('2026-12-31', false, '公司年会', true), day('2027-01-01', false, '元旦')];

function know(drawing: Drawing, on: boolean): void {
  drawing.know((api) => ({ key: api.calendar.read.queryKey(), data: { settings: { version: 1 as const, week: [1, 2, 3, 4, 5], chineseHolidays: true }, exceptions, unknownYears: [2027] } }));
  drawing.know((api) => ({ key: api.calendar.feed.queryKey(), data: { on, path: '/data/calendars/b1.ics', writtenAt: on ? Date.parse('2026-11-23T01:00:00Z') : null } }));
}

describe('the working days of the book', () => {
  it('are its week, the exceptions to come, and a word on years that are not published', async () => {
    const drawing = await createDrawing('en');
    know(drawing, false);
    const text = drawing.text(<CalendarSettings />);
    expect(text).toContain('Mon Tue Wed Thu Fri Sat Sun');
    expect(text).toContain('The holidays of 2027 are not in this program yet: that year goes by the week.');
    expect(text).toContain('31 Dec 2026 公司年会 yours off 1 Jan 2027 元旦 off Show the 2 before today');
    expect(drawing.html(<CalendarSettings />)).toContain('aria-label="Remove the exception of 31 Dec 2026"');
    expect(text).toContain('whoever gets the file can read them');
    expect(text).not.toContain('/data/calendars');
    expect(drawing.missing).toEqual([]);
  });

  it('keep their exceptions in a book that can only be read', async () => {
    const drawing = await createDrawing('en');
    know(drawing, false);
    drawing.know((api) => ({
      key: api.app.state.queryKey(),
      data: {
        version: '0', host: 'test', settings: { language: 'en', theme: 'light' }, recent: [], problem: null,
        book: { bookId: 'b1', path: '', title: 'Northwind', timeZone: 'Asia/Shanghai', currency: 'USD', me: null, readOnly: 'newer-version', clock: 'ok', healthy: true, lastBackupAt: null, today: '2026-11-23' },
      },
    }));
    expect(drawing.text(<CalendarSettings />)).toContain('公司年会 yours off');
    expect(drawing.html(<CalendarSettings />)).not.toContain('Remove the exception');
  });

  it('in Chinese lack no word, and say where the calendar file lies', async () => {
    const drawing = await createDrawing('zh-CN');
    know(drawing, true);
    const text = drawing.text(<CalendarSettings />);
    expect(text).toContain('周一 周二 周三 周四 周五 周六 周日');
    expect(text).toContain('/data/calendars/b1.ics 上次写入 11月23日 09:00 Outlook：');
    expect(drawing.missing).toEqual([]);
  });
});

describe('stretches of days', () => {
  it('join days in a row that are alike, but not those of one’s own', () => {
    expect(stretchesOf(exceptions).map(({ from, to }) => [from, to])).toEqual([
      ['2026-10-01', '2026-10-02'], ['2026-10-10', '2026-10-10'], ['2026-12-31', '2026-12-31'], ['2027-01-01', '2027-01-01'],
    ]);
    expect(stretchesOf([day('2027-01-01', false, 'a', true), day('2027-01-02', false, 'a', true)])).toHaveLength(2);
    expect(stretchesOf([day('2027-01-01'), day('2027-01-02', true)])).toHaveLength(2);
  });

  it('a week gains and loses days in order', () => {
    expect(toggleDay([1, 2, 7], 6)).toEqual([1, 2, 6, 7]);
    expect(toggleDay([1, 2, 7], 2)).toEqual([1, 7]);
  });
});
