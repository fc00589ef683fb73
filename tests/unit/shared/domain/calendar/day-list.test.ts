import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDayList } from '#shared/domain/calendar/day-list.ts';
import { addDays } from '#shared/kernel/dates.ts';

const lines = (...rows: string[]) => rows.map((row, n) => ({ line: n + 1, cells: row.split(',') }));

describe('a list of days', () => {
  it('says of each day whether it is worked and what it is called, below a header', () => {
    expect(readDayList(lines('日期,安排,名称', '2027-02-06,休,春节', '2027/2/20,班,春节', '2027年10月1日,,国庆节'))).toEqual({
      days: [
        { date: '2027-02-06', working: false, name: '春节' }, { date: '2027-02-20', working: true, name: '春节' }, { date: '2027-10-01', working: false, name: '国庆节' },
      ],
      problems: [],
    });
  });

  it('in any order comes out in order, each day once', () => {
    expect(readDayList(lines('2027-05-02,off', '20270501,OFF', '２０２７－０５－０２,holiday,May')).days).toEqual([
      { date: '2027-05-01', working: false, name: '' }, { date: '2027-05-02', working: false, name: 'May' },
    ]);
  });

  it('is refused line by line, with what was wrong', () => {
    expect(readDayList(lines('2027-02-30,off', '2027-01-01,perhaps', '2027-01-02,off', '2027-01-02,work', 'tomorrow,off', '')).problems).toEqual([
      { line: 1, code: 'date-invalid', value: '2027-02-30' },
      { line: 2, code: 'working-invalid', value: 'perhaps' },
      { line: 4, code: 'repeated', value: '2027-01-02' },
      { line: 5, code: 'date-invalid', value: 'tomorrow' },
    ]);
  });

  it('loses no line: each is a day, a problem, a repetition or blank', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 20 }).map((n) => addDays('2027-01-01', n)), fc.boolean());
    fc.assert(fc.property(fc.array(row), (rows) => {
      const { days, problems } = readDayList(rows.map(([date, working], n) => ({ line: n + 1, cells: [date, working ? '班' : '休', ''] })));
      const distinct = new Set(rows.map(([date]) => date));
      expect(days.map(({ date }) => date)).toEqual([...distinct].toSorted());
      for (const { line } of problems) expect(rows.slice(0, line - 1).some(([date, working]) => date === rows[line - 1]?.[0] && working !== rows[line - 1]?.[1])).toBe(true);
    }));
  });
});
