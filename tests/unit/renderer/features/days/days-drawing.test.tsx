import { describe, expect, it } from 'vitest';
import { AnniversaryInput } from '#renderer/features/days/AnniversaryInput.tsx';
import { DaysList } from '#renderer/features/days/DaysList.tsx';
import { MilestoneForm } from '#renderer/features/days/MilestoneForm.tsx';
import type { AccountDay } from '#shared/domain/calendar/account-days.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const nothing = () => undefined;
const day = (kind: AccountDay['kind'], written: string, date: string | null, years: number | null, name: string | null = null): AccountDay => ({
  kind, id: `${kind} ${written}`, name, day: written, yearly: date !== null, next: date === null ? null : { date, years, lunar: '十月十八' },
});
const days = [
  day('birthday', 'lunar:--10-18', '2026-11-26', null, '陈立新'), day('customerSince', '2021-11-30', '2026-11-30', 5), day('milestone', '2006-12-05', '2026-12-05', 20, 'Listed in Shenzhen'),
  day('founding', '--03-01', '2027-03-01', null), day('birthday', '1985-11-02', '2027-11-02', 42, 'Su Min'), day('milestone', '2020-05-01', null, null, 'New plant'),
];

const know = (drawing: Drawing, data: AccountDay[]) => drawing.know((api) => ({ key: api.days.ofAccount.queryKey({ input: { accountId: 'a1' } }), data }));

describe('the days of an account', () => {
  it('say what they are, when they were and when they come next', async () => {
    const drawing = await createDrawing('en');
    know(drawing, days);
    expect(drawing.text(<DaysList accountId="a1" />)).toBe(
      'Days Birthday of 陈立新 Lunar 十月十八 26 Nov 5 years as a customer 30 Nov 2021 十月十八 30 Nov 20 years: Listed in Shenzhen 5 Dec 2006 十月十八 5 Dec '
      + 'Founding day 1 Mar 十月十八 1 Mar 2027 Su Min turns 42 2 Nov 1985 十月十八 2 Nov 2027 All 6 Add a day',
    );
    expect(drawing.html(<DaysList accountId="a1" />)).toContain('aria-label="Change “Listed in Shenzhen”"');
    expect(drawing.missing).toEqual([]);
  });

  it('in Chinese lack no word', async () => {
    const drawing = await createDrawing('zh-CN');
    know(drawing, days.slice(0, 5));
    expect(drawing.text(<DaysList accountId="a1" />)).toMatch(/^重要日子 陈立新生日 农历十月十八 .* 合作 5 周年 .* Listed in Shenzhen 20 周年 .* 成立日 .* Su Min 42 岁生日 .* 添加日子$/);
    expect(drawing.missing).toEqual([]);
  });

  it('teach what will be there', async () => {
    const drawing = await createDrawing('en');
    know(drawing, []);
    expect(drawing.text(<DaysList accountId="a1" />)).toMatch(/will be listed here.*Add a day$/);
  });

  it('that are over say so', async () => {
    const drawing = await createDrawing('en');
    know(drawing, days.slice(5));
    expect(drawing.text(<DaysList accountId="a1" />)).toBe('Days New plant 1 May 2020 over Add a day');
  });
});

describe('fields of a day', () => {
  it.each(['en', 'zh-CN'] as const)('in %s show what is known and when it comes next', async (language) => {
    const drawing = await createDrawing(language);
    drawing.know((api) => ({ key: api.days.next.queryKey({ input: { day: 'lunar:1971-06L-18' } }), data: { next: { date: '2026-11-26', years: 55, lunar: '十月十八' }, leap: true } }));
    const html = drawing.html(<AnniversaryInput label="Birthday" value="lunar:1971-06L-18" onChange={nothing} />);
    for (const value of ['1971', '六月', '十八']) expect(html).toContain(`value="${value}"`);
    const text = drawing.text(<AnniversaryInput label="Birthday" value="lunar:1971-06L-18" onChange={nothing} />);
    expect(text).toContain(language === 'en' ? 'Leap month Next: 26 Nov 2026 · 十月十八' : '闰月 下一次：2026年11月26日 · 十月十八');
    expect(drawing.missing).toEqual([]);
  });

  it('leave the other calendar out where it makes no sense', async () => {
    const drawing = await createDrawing('en');
    expect(drawing.text(<AnniversaryInput label="Founded" value="" onChange={nothing} solarOnly />)).not.toContain('Lunar');
    expect(drawing.text(<AnniversaryInput label="Founded" value="" onChange={nothing} />)).toContain('Lunar');
  });

  it('of a milestone begin with what is kept, and offer to remove it', async () => {
    const drawing = await createDrawing('en');
    const html = drawing.html(<MilestoneForm milestone={{ title: 'Listed', onDay: '2006-12-05', yearly: true }} onSave={nothing} onRemove={nothing} onLeave={nothing} />);
    expect(html).toContain('value="Listed"');
    expect(html).toContain('value="2006-12-05"');
    expect(html).toContain('Remove');
    expect(drawing.text(<MilestoneForm milestone={null} onSave={nothing} onLeave={nothing} />)).not.toContain('Remove');
    expect(drawing.missing).toEqual([]);
  });
});
