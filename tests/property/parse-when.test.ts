import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, type Lean } from '#shared/domain/interaction/date-words.ts';
import { NUMBER, readNumber, toHalfWidth } from '#shared/domain/interaction/number-words.ts';
import { parseWhen, splitDue } from '#shared/domain/interaction/parse-when.ts';
import { findDuration, findTime } from '#shared/domain/interaction/time-words.ts';
import { addDays, daysBetween, isIsoDate, isoWeekday } from '#shared/kernel/dates.ts';
import { formatDate } from '#shared/kernel/format-date.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
const lean = fc.constantFrom<Lean>('past', 'future');
const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

/** Text made of what people write into such fields, and of anything at all. */
const words = fc.array(fc.oneof(
  fc.constantFrom('下周二', '周五', '明天', '下午3点半', '45 分钟', '半小时', '12月3日', '5号', 'next Tue', 'Fri', 'tomorrow', '3pm', '10:00-11:30', 'in 2 weeks', '31 Feb', ' ', '，', '回访苏敏', 'Send the quote'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
), { maxLength: 6 }).map((parts) => parts.join(' '));

const CHINESE = '零一二三四五六七八九';
function inChinese(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 ? '' : (CHINESE[n % 10] ?? '');
  return tens === 0 ? ones : `${tens === 1 ? '' : (CHINESE[tens] ?? '')}十${ones}`;
}

describe('typed times', () => {
  it('hold only real dates, times and lengths, whatever is typed', () => {
    fc.assert(fc.property(words, day, clock, lean, (text, date, time, way) => {
      const when = parseWhen(text, { date, time }, way);
      if (when === null) return;
      if (when.date !== null) expect(isIsoDate(when.date)).toBe(true);
      if (when.time !== null) expect(when.time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
      if (when.durationMinutes !== null) expect(Number.isInteger(when.durationMinutes) && when.durationMinutes >= 0).toBe(true);
    }));
  });

  it('are read back as they are shown, with their year, in both languages', () => {
    fc.assert(fc.property(day, day, clock, fc.constantFrom('en' as const, 'zh-CN' as const), lean, (date, today, time, language, way) => {
      const text = `${formatDate(date, language)} ${time}`;
      expect(parseWhen(text, { date: today, time: '00:00' }, way)).toEqual({ date, time, durationMinutes: null });
    }));
  });

  it('name the nearest such weekday on their side of today, today itself included', () => {
    const names = [['mon', '周一'], ['tuesday', '星期二'], ['wed', '礼拜三'], ['thurs', '周四'], ['friday', '周五'], ['sat', '星期六'], ['sun', '周日']];
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 1 }), lean, (today, weekday, language, way) => {
      const date = parseWhen(names[weekday - 1]?.[language] ?? '', { date: today, time: '09:00' }, way)?.date ?? '';
      expect(isoWeekday(date)).toBe(weekday);
      const distance = daysBetween(today, date);
      expect(way === 'future' ? distance : -distance).toBeGreaterThanOrEqual(0);
      expect(Math.abs(distance)).toBeLessThan(7);
    }));
  });

  it('put 下周 in the next week and 上周 in the last, from any day of this one', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 7 }), fc.constantFrom(['上上', -2], ['上', -1], ['本', 0], ['下', 1], ['下下', 2]), (today, weekday, [word, weeks]) => {
      const date = parseWhen(`${word}周${'一二三四五六日'[weekday - 1]}`, { date: today, time: '09:00' })?.date ?? '';
      const monday = addDays(today, 1 - isoWeekday(today));
      expect(daysBetween(monday, date)).toBe(Number(weeks) * 7 + weekday - 1);
    }));
  });

  it('take a day without its year on the side that is meant', () => {
    fc.assert(fc.property(day, day, (date, today) => {
      const text = formatDate(date, 'en', date);
      const ahead = parseWhen(text, { date: today, time: '09:00' }, 'future')?.date;
      if (ahead !== undefined && ahead !== null) expect(ahead >= today).toBe(true);
      const near = parseWhen(text, { date: today, time: '09:00' }, 'past')?.date;
      // A 29 February may be up to two years away.
      if (near !== undefined && near !== null && !text.startsWith('29 Feb')) expect(Math.abs(daysBetween(today, near))).toBeLessThanOrEqual(184);
    }));
  });
});

describe('lengths and clock times', () => {
  it('are read in every usual spelling', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 1, max: 59 }), (hours, minutes) => {
      const total = hours * 60 + minutes;
      for (const text of [`${hours}h${minutes}`, `${hours} h ${minutes} min`, `${hours}小时${minutes}分钟`, `${hours}个小时${minutes}分`]) expect(findDuration(text)?.minutes).toBe(total);
      expect(findDuration(`${minutes}分钟`)?.minutes).toBe(minutes);
      expect(findTime(`${hours}:${String(minutes).padStart(2, '0')}`)?.time).toBe(`${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
    }));
  });

  it('of a range give its length', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 1, max: 59 }), fc.constantFrom('-', '–', ' to ', '到', '至', '~'), (start, length, sign) => {
      const say = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
      expect(findTime(`${say(start)}${sign}${say(start + length)}`)?.durationMinutes).toBe(length);
    }));
  });
});

describe('due dates in next steps', () => {
  it('never leave a step without words, and never change the words that stay', () => {
    fc.assert(fc.property(words, day, (text, today) => {
      const { title, dueOn, span } = splitDue(text, today);
      expect(title === '' && text.trim() !== '').toBe(false);
      expect(text).toContain(title);
      expect(dueOn === null).toBe(span === null);
      if (dueOn !== null) expect(dueOn >= today || /昨|前|ago|yesterday|last|上|\d{4}/.test(text)).toBe(true);
    }));
  });

  it('are found behind any words, and the words stay whole', () => {
    const plain = fc.constantFrom('回访苏敏', 'Send the quote', '确认停机窗口', 'Call Su Min', '准备二号炉线方案');
    fc.assert(fc.property(plain, fc.constantFrom('下周二', 'tomorrow', '12月3日', 'in 3 days', '月底', 'next Fri'), fc.constantFrom(' ', '，', ', '), day, (said, due, gap, today) => {
      const split = splitDue(`${said}${gap}${due}`, today);
      expect(split.title).toBe(said);
      expect(split.dueOn).toBe(findDates(due.toLowerCase(), today, 'future')[0]?.date);
    }));
  });
});

describe('numbers', () => {
  it('in Chinese numerals are those in figures', () => {
    for (let n = 1; n < 100; n++) {
      expect(readNumber(inChinese(n))).toBe(n);
      expect(new RegExp(`^${NUMBER}$`).test(inChinese(n)), inChinese(n)).toBe(true);
    }
    expect(readNumber('两')).toBe(2);
  });

  it('keep their places when full-width signs become narrow', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(toHalfWidth(text)).toHaveLength(text.length);
    }));
    expect(toHalfWidth('１０：００，ＡＢ　Ｃ')).toBe('10:00,ab c');
  });
});
