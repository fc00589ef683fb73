import { describe, expect, it } from 'vitest';
import { wordsFor } from '#core/documents/words.ts';
import { describeNotice } from '#core/jobs/describe-notice.ts';
import { planReminders } from '#shared/domain/reminder/plan-reminders.ts';
import { sayReminder } from '#shared/domain/reminder/say-reminder.ts';
import { sayings, type Reminder, type ReminderSettings } from '#shared/domain/reminder/model.ts';
import type { Telling } from '#shared/domain/reminder/plan-tellings.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { reminderFacts, reminderRules } from '#tests/builders/reminder-facts.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

const ZONE = 'Asia/Shanghai';
const at = (day: string, time = '08:30'): number => instantInZone(day, time, ZONE);
const voice = (language: 'en' | 'zh-CN', today = '2026-11-23') => ({ language, timeZone: ZONE, today, words: wordsFor(resourcesDir, language, 'reminders') });

/** What is told of facts over a year, in order. */
const planned = (facts: Parameters<typeof reminderFacts>[0], settings: Partial<ReminderSettings> = {}): Reminder[] =>
  planReminders(reminderFacts(facts), reminderRules(settings, ZONE), { from: at('2026-11-01'), to: at('2027-11-01') });
const said = (reminders: Reminder[], language: 'en' | 'zh-CN') => reminders.map((reminder) => sayReminder(reminder, voice(language)));

const FACTS: Parameters<typeof reminderFacts>[0] = {
  people: [
    { birthday: '2025-12-03' }, { birthday: '--12-03' }, { keepInTouchDays: 1, lastAt: at('2026-12-01') },
  ],
  accounts: [
    { foundedOn: '2025-12-03', customerSince: '2025-12-03' }, { foundedOn: '--12-03' }, { isKey: true, quietDays: 1, lastAt: at('2026-12-01') }, { isKey: true, quietDays: 30, createdAt: at('2026-11-10') },
  ],
  milestones: [{ onDay: '2025-12-03' }, { onDay: '2026-12-03', yearly: false }],
  tasks: [{ dueOn: '2026-12-03' }],
  reviews: [{ heldOn: '2026-12-03' }],
};

describe('what a reminder says', () => {
  it.each(['en', 'zh-CN'] as const)('has words for each kind in %s, with no gap and no key left', (language) => {
    const reminders = planned(FACTS, { reviewDays: [10, 0] });
    expect(new Set(reminders.map(({ say }) => say))).toEqual(new Set(sayings));
    for (const line of said(reminders, language)) {
      expect(line).not.toMatch(/say\.|\{\{|undefined|null/);
      expect(line.includes('Wang Lei') || line.includes('Acme') || line.includes('Listed') || line.includes('Send the offer')).toBe(true);
      expect(/\p{Script=Han}/u.test(line)).toBe(language === 'zh-CN');
    }
  });

  it('counts one as one, in days and in years', () => {
    for (const daysAhead of [0, 1, 7]) for (const line of said(planned(FACTS, { daysAhead, reviewDays: [1] }), 'en')) expect(line).not.toMatch(/\b1 (days|years)\b/);
    expect(said(planned({ accounts: [{ customerSince: '2025-12-03', foundedOn: '2006-12-03' }], milestones: [{ onDay: '2025-12-03' }] }, { daysAhead: 1 }), 'en')).toEqual([
      'Acme: 1-year anniversary as a customer tomorrow, 3 Dec', 'Acme turns 20 tomorrow, 3 Dec', 'Listed: 1-year anniversary tomorrow, 3 Dec',
      'Acme: 1-year anniversary as a customer today', 'Acme turns 20 today', 'Listed: 1-year anniversary today',
    ]);
  });

  it('writes names as they are, also such as look like the words’ own gaps', () => {
    const name = '{{day}} $t(done) <b>&amp;';
    for (const language of ['en', 'zh-CN'] as const) expect(said(planned({ people: [{ birthday: '--12-03', name }] }, { daysAhead: 0 }), language)[0]).toContain(name);
  });
});

describe('a notice', () => {
  const telling = (reminder: Reminder, when = reminder.dueAt): Telling => ({ key: reminder.key, at: when, reminder, snoozed: false });
  const tellings = (facts: Parameters<typeof reminderFacts>[0]) => planned(facts, { daysAhead: 0, reviewDays: [] }).map((reminder) => telling(reminder));
  const birthday = { people: [{ birthday: '--12-03', name: '陈立新', account: '恒岳重工集团' }] };

  it('of one says whose, and offers answers in the language of the program', () => {
    expect(describeNotice({ key: 'k', tellings: tellings(birthday), missed: false }, voice('zh-CN'))).toEqual({
      key: 'k', title: '今天是陈立新的生日', body: '恒岳重工集团', accountId: 'a1', actions: { done: '完成', snooze: expect.stringMatching(/\p{Script=Han}/u) },
    });
  });

  it('that was missed says when it was due on the wall of the book', () => {
    expect(describeNotice({ key: 'k', tellings: tellings(birthday), missed: true }, voice('en')).body).toBe('恒岳重工集团 · was due 3 Dec, 08:30');
    expect(describeNotice({ key: 'k', tellings: tellings({ accounts: [{ foundedOn: '--12-03' }] }), missed: true }, voice('en')).body).toBe('was due 3 Dec, 08:30');
  });

  it('says the year of a day that lies in another', () => {
    const [one] = planned({ people: [{ birthday: '--01-15', name: 'He Wanqing' }] });
    const notice = { key: 'k', tellings: [telling(one ?? expect.fail('no reminder'))], missed: true };
    expect(describeNotice(notice, voice('en', '2026-12-31'))).toMatchObject({ title: 'He Wanqing has a birthday in 7 days, 15 Jan 2027', body: expect.stringContaining('was due 8 Jan 2027, 08:30') });
    expect(describeNotice(notice, voice('zh-CN', '2027-01-08'))).toMatchObject({ title: 'He Wanqing的生日还有 7 天，1月15日', body: expect.stringContaining('原定 1月8日 08:30') });
  });

  it('about somebody of no account says no empty place', () => {
    const nowhere = tellings({ people: [{ birthday: '--12-03', accountId: null, account: '' }] });
    expect(describeNotice({ key: 'k', tellings: nowhere, missed: true }, voice('en'))).toMatchObject({ accountId: null, body: 'was due 3 Dec, 08:30' });
    expect(describeNotice({ key: 'k', tellings: nowhere, missed: false }, voice('en')).body).toBe('');
  });

  it('put off says the hour to which it was put off, not that of the day', () => {
    const [one] = planned(birthday, { daysAhead: 0 });
    const off = telling(one ?? expect.fail('no reminder'), at('2026-12-03', '14:15'));
    expect(describeNotice({ key: 'k', tellings: [off], missed: true }, voice('en')).body).toContain('14:15');
  });

  it.each([[2, 2, null], [3, 3, null], [4, 4, 'and 1 more'], [9, 4, 'and 6 more']] as const)('of %i names three at most and counts the rest', (count, lines, last) => {
    const many = tellings({ people: Array.from({ length: count }, () => ({ birthday: '--12-03' })) });
    const notice = describeNotice({ key: 'digest', tellings: many, missed: false }, voice('en'));
    expect(notice).toMatchObject({ title: `${count} reminders`, accountId: null, actions: null });
    expect(notice.body.split('\n')).toHaveLength(lines);
    if (last !== null) expect(notice.body.split('\n').at(-1)).toBe(last);
  });
});
