import { afterEach, describe, expect, it } from 'vitest';
import type { Reminder } from '#shared/domain/reminder/model.ts';
import { sayReminder } from '#shared/domain/reminder/say-reminder.ts';
import { MissedBanner } from '#renderer/features/reminders/MissedBanner.tsx';
import { ReminderCards } from '#renderer/features/reminders/ReminderCards.tsx';
import { noticeStore } from '#renderer/features/reminders/notice-store.ts';
import { createDrawing } from '#tests/builders/drawing.tsx';

const nothing = () => undefined;
const dueAt = Date.parse('2026-11-21T00:30:00Z');
const birthday: Reminder = {
  key: 'birthday:p:2026-11-28:7', subject: 'birthday:p:2026-11-28', kind: 'birthday', say: 'birthdayAhead', dueAt, day: '2026-11-28', accountId: 'a', personId: 'p',
  params: { name: 'He Wanqing', account: 'Hengyue', days: 7, years: null },
};

afterEach(() => noticeStore.hide('k'));

describe('what came due meanwhile', () => {
  it.each([
    ['en', '1 reminder came due while this computer slept or Ballast was closed (21 Nov, 08:30 to 23 Nov, 08:41), in their original order. Show'],
    ['zh-CN', '1 条提醒 在电脑休眠或压舱石关闭期间（11月21日 08:30 至 11月23日 08:41）到期，按原来的顺序排列。 查看'],
  ] as const)('is counted with its span, in %s', async (language, said) => {
    const drawing = await createDrawing(language);
    drawing.know((api) => ({ key: api.reminders.missed.queryKey(), data: { from: dueAt, to: Date.parse('2026-11-23T00:41:00Z'), reminders: [birthday] } }));
    expect(drawing.text(<MissedBanner onOpen={nothing} />)).toContain(said);
    expect(drawing.missing).toEqual([]);
  });

  it('is not mentioned when there was nothing', async () => {
    const drawing = await createDrawing('en');
    drawing.know((api) => ({ key: api.reminders.missed.queryKey(), data: null }));
    expect(drawing.text(<MissedBanner onOpen={nothing} />)).toBe('');
  });
});

describe('a reminder', () => {
  const voice = { language: 'en' as const, today: '2026-11-21', words: (key: string, params: Record<string, string | number> = {}) => `${key} ${params['name']} ${params['count']} ${params['years']} ${params['day']}` };

  it('says its years only where they are known and not none', () => {
    expect(sayReminder(birthday, voice)).toBe('say.birthdayAhead He Wanqing 7 0 28 Nov');
    expect(sayReminder({ ...birthday, params: { ...birthday.params, years: 55 } }, voice)).toBe('say.birthdayAheadYears He Wanqing 7 55 28 Nov');
    expect(sayReminder({ ...birthday, params: { ...birthday.params, years: 0 } }, voice)).toContain('say.birthdayAhead ');
  });
});

describe('reminders on the page', () => {
  it('offer what can be answered, and go when they are closed', async () => {
    const drawing = await createDrawing('en');
    noticeStore.show({ key: 'k', title: 'He Wanqing has a birthday', body: 'Hengyue', accountId: 'a', actions: { done: 'Done', snooze: 'Later today' } });
    expect(drawing.text(<ReminderCards onOpen={nothing} />)).toContain('He Wanqing has a birthday Hengyue Open Done Snooze');
    noticeStore.hide('k');
    expect(drawing.text(<ReminderCards onOpen={nothing} />)).toBe('');
    expect(drawing.missing).toEqual([]);
  });
});
