import { describe, expect, it } from 'vitest';
import { parseWhen, splitDue } from '#shared/domain/interaction/parse-when.ts';

// Monday.
const now = { date: '2026-11-23', time: '10:47' };

const whenOf = (text: string, lean: 'past' | 'future' = 'past') => {
  const when = parseWhen(text, now, lean);
  return when === null ? null : [when.date, when.time, when.durationMinutes].map((part) => part ?? '–').join(' ');
};

describe('parseWhen reads Chinese', () => {
  it.each([
    ['今天 10:00，45 分钟', '2026-11-23 10:00 45'],
    ['今天１０：００，４５分钟', '2026-11-23 10:00 45'],
    ['下周二', '2026-12-01 – –'],
    ['下星期二下午3点半', '2026-12-01 15:30 –'],
    ['上周五 14:00', '2026-11-20 14:00 –'],
    ['上上周日', '2026-11-15 – –'],
    ['本周五', '2026-11-27 – –'],
    ['这个礼拜天', '2026-11-29 – –'],
    ['周五', '2026-11-20 – –'],
    ['周一', '2026-11-23 – –'],
    ['昨天', '2026-11-22 – –'],
    ['昨晚8点', '2026-11-22 20:00 –'],
    ['明早9点', '2026-11-24 09:00 –'],
    ['大前天', '2026-11-20 – –'],
    ['大后天', '2026-11-26 – –'],
    ['三天前', '2026-11-20 – –'],
    ['两周后', '2026-12-07 – –'],
    ['半个月后', '2026-12-08 – –'],
    ['3个月后', '2027-02-23 – –'],
    ['12月3日', '2026-12-03 – –'],
    ['十二月三日 下午两点', '2026-12-03 14:00 –'],
    ['12月1日 周二 10:00', '2026-12-01 10:00 –'],
    ['2025年12月1日 星期一', '2025-12-01 – –'],
    ['1月5日', '2027-01-05 – –'],
    ['2026年11月3日 上午10点一刻', '2026-11-03 10:15 –'],
    ['11/20 9:30', '2026-11-20 09:30 –'],
    ['2026-11-19', '2026-11-19 – –'],
    ['20号', '2026-11-20 – –'],
    ['上个月5号', '2026-10-05 – –'],
    ['下午3点到4点半', '– 15:00 90'],
    ['3点', '– 15:00 –'],
    ['中午12点', '– 12:00 –'],
    ['中午1点', '– 13:00 –'],
    ['晚上', '– 19:00 –'],
    ['半小时', '– – 30'],
    ['一个半小时', '– – 90'],
    ['1.5小时', '– – 90'],
    ['两个小时', '– – 120'],
    ['昨天，1小时30分', '2026-11-22 – 90'],
    ['刚才', '2026-11-23 10:47 –'],
    ['月底', '2026-11-30 – –'],
    ['下个月底', '2026-12-31 – –'],
    ['下周', '2026-11-30 – –'],
  ])('%s', (text, expected) => expect(whenOf(text)).toBe(expected));
});

describe('parseWhen reads English', () => {
  it.each([
    ['tomorrow 3pm', '2026-11-24 15:00 –'],
    ['Fri', '2026-11-20 – –'],
    ['Friday 9:15', '2026-11-20 09:15 –'],
    ['today 10:00, 45 min', '2026-11-23 10:00 45'],
    ['today at 10', '2026-11-23 10:00 –'],
    ['yesterday 2 pm for 1h30', '2026-11-22 14:00 90'],
    ['yesterday morning', '2026-11-22 09:00 –'],
    ['next Tuesday', '2026-12-01 – –'],
    ['this Thu 16:00', '2026-11-26 16:00 –'],
    ['last Tue', '2026-11-17 – –'],
    ['3 Dec', '2026-12-03 – –'],
    ['Tue 1 Dec 10:00', '2026-12-01 10:00 –'],
    ['Monday, Dec 1 2025', '2025-12-01 – –'],
    ['20 Nov 2025', '2025-11-20 – –'],
    ['Dec 3rd, 2026 noon', '2026-12-03 12:00 –'],
    ['day before yesterday', '2026-11-21 – –'],
    ['day after tomorrow 11:30 am', '2026-11-25 11:30 –'],
    ['in 3 days', '2026-11-26 – –'],
    ['in a week', '2026-11-30 – –'],
    ['2 weeks ago', '2026-11-09 – –'],
    ['today 10:00-11:30', '2026-11-23 10:00 90'],
    ['today 10-11:30 am', '2026-11-23 10:00 90'],
    ['today 11-1pm', '2026-11-23 11:00 120'],
    ['tomorrow 2 to 3 pm', '2026-11-24 14:00 60'],
    ['12am', '– 00:00 –'],
    ['half an hour', '– – 30'],
    ['now', '2026-11-23 10:47 –'],
    ['end of quarter', '2026-12-31 – –'],
    ['eow', '2026-11-27 – –'],
  ])('%s', (text, expected) => expect(whenOf(text)).toBe(expected));
});

describe('parseWhen leans', () => {
  it.each([
    ['Fri', '2026-11-27 – –'],
    ['周一', '2026-11-23 – –'],
    ['周日', '2026-11-29 – –'],
    ['3 Nov', '2027-11-03 – –'],
    ['20号', '2026-12-20 – –'],
    ['1/15', '2027-01-15 – –'],
  ])('%s is still to come', (text, expected) => expect(whenOf(text, 'future')).toBe(expected));
});

describe('parseWhen refuses', () => {
  it.each(['', '  ', 'soon', '31 Feb', '2026-02-30', '25:00', '10:75', 'Fri or Mon', '下周八', 'tomorrow with Su Min', '13pm 14', '12 个测点', 'Mon 1 Dec', '12月1日 周三'])('%j', (text) => {
    expect(parseWhen(text, now)).toBeNull();
  });
});

describe('splitDue', () => {
  it.each([
    ['回访苏敏 下周二', '回访苏敏', '2026-12-01'],
    ['明天发送修订报价', '发送修订报价', '2026-11-24'],
    ['确认停机窗口，最迟本周五', '确认停机窗口', '2026-11-27'],
    ['三天内给陈总答复', '给陈总答复', '2026-11-26'],
    ['Send revised proposal by Fri', 'Send revised proposal', '2026-11-27'],
    ['Tomorrow: call Su Min', 'call Su Min', '2026-11-24'],
    ['Send the quote 3 Dec', 'Send the quote', '2026-12-03'],
    ['Visit the plant on 12/3', 'Visit the plant', '2026-12-03'],
    ['Pay before end of month', 'Pay', '2026-11-30'],
    ['Answer in 2 weeks.', 'Answer', '2026-12-07'],
  ])('%s', (text, title, dueOn) => {
    const split = splitDue(text, now.date);
    expect([split.title, split.dueOn]).toEqual([title, dueOn]);
    expect(split.span).not.toBeNull();
  });

  it.each([
    'Call Sun Microsystems', '试点期间每周一发一次简报', '准备12月3日的复盘会议', '检查二号炉线', 'Sat with the buyer about prices', '两周一次同步', '发简报，每周一', '每周五同步进度', 'Send May report draft', '下周二', 'Fri',
  ])('leaves %j as it is', (text) => {
    expect(splitDue(text, now.date)).toEqual({ title: text, dueOn: null, span: null });
  });

  it('points at the words as typed', () => {
    const text = '回访苏敏 下周二';
    const { span } = splitDue(text, now.date);
    expect(text.slice(span?.from, span?.to)).toBe('下周二');
  });

  it('takes the words at the end when both ends hold some', () => {
    expect(splitDue('明天准备材料 下周二', now.date)).toMatchObject({ title: '明天准备材料', dueOn: '2026-12-01' });
  });
});
