import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseWhen } from '#shared/domain/interaction/parse-when.ts';
import { addDays } from '#shared/kernel/dates.ts';
import type { LogDraft } from '#renderer/features/log-interaction/log-draft.ts';
import { logDraftSchema } from '#renderer/features/log-interaction/log-draft.ts';
import { emptyDraft, isUntouched, readWhen, stepDue, toLogInput, weekdayName, whenText, type WhenWords } from '#renderer/features/log-interaction/view-model.ts';

const clock = { date: '2026-11-23', time: '10:47' };
const me = { id: 'c1', name: '林晓彤' };
const account = { id: 'a1', name: '恒岳重工集团' };
const zone = 'Asia/Shanghai';

const draftWith = (part: Partial<LogDraft>): LogDraft => ({ ...emptyDraft(clock, me, account), summary: '二号炉线试点', ...part });
const step = (text: string, part: Partial<LogDraft['steps'][number]> = {}): LogDraft['steps'][number] => ({ key: '1', text, owner: null, pickedDue: null, ...part });

function wordsOf(language: string): WhenWords {
  const { when } = JSON.parse(readFileSync(`resources/locales/${language}/log.json`, 'utf8'));
  return { yesterday: when.yesterday, today: when.today, tomorrow: when.tomorrow, length: (minutes) => when.length.replace('{{minutes}}', String(minutes)) };
}

describe('an empty form', () => {
  it('is a meeting that began at the last quarter of an hour, with the keeper of the book', () => {
    expect(emptyDraft(clock, me, null)).toMatchObject({ kind: 'meeting', date: '2026-11-23', time: '10:45', account: null, colleagues: [me], people: [], steps: [] });
    expect(emptyDraft({ ...clock, time: '09:00' }, null, null)).toMatchObject({ time: '09:00', colleagues: [] });
  });

  it('is a draft that can be read back', () => {
    expect(logDraftSchema.parse(JSON.parse(JSON.stringify(draftWith({ steps: [step('x')] }))))).toEqual(draftWith({ steps: [step('x')] }));
  });

  it('counts as untouched until something is typed or chosen', () => {
    const empty = emptyDraft(clock, me, account);
    expect(isUntouched({ ...empty, steps: [step('  ')] }, empty)).toBe(true);
    expect(isUntouched({ ...empty, time: '09:00' }, empty)).toBe(true);
    expect(isUntouched({ ...empty, summary: 'x' }, empty)).toBe(false);
    expect(isUntouched({ ...empty, kind: 'call' }, empty)).toBe(false);
    expect(isUntouched({ ...empty, account: null }, empty)).toBe(false);
    expect(isUntouched({ ...empty, steps: [step('x')] }, empty)).toBe(false);
  });
});

describe('the time field', () => {
  it('takes what was said and fills in the rest', () => {
    const draft = draftWith({ time: '10:45', durationMinutes: 30 });
    expect(readWhen(draft, '昨天', clock)).toMatchObject({ date: '2026-11-22', time: '10:45', durationMinutes: null, unreadWhen: null });
    expect(readWhen(draft, '9:30, 45 min', clock)).toMatchObject({ date: '2026-11-23', time: '09:30', durationMinutes: 45 });
  });

  it('keeps words that nobody can read, and the time before them', () => {
    expect(readWhen(draftWith({}), 'whenever', clock)).toMatchObject({ unreadWhen: 'whenever', date: '2026-11-23', time: '10:45' });
  });

  it.each(['en', 'zh-CN'] as const)('says in %s what the parser reads back', (language) => {
    for (let days = -400; days <= 400; days += 7) {
      for (const durationMinutes of [null, 45]) {
        const when = { date: addDays(clock.date, days), time: '09:05', durationMinutes };
        const text = whenText(when, clock.date, language, wordsOf(language));
        expect(parseWhen(text, clock), text).toEqual(when);
      }
    }
    for (const days of [-1, 0, 1]) {
      const when = { date: addDays(clock.date, days), time: '16:00', durationMinutes: 90 };
      expect(parseWhen(whenText(when, clock.date, language, wordsOf(language)), clock)).toEqual(when);
    }
  });

  it('names near days and weekdays', () => {
    expect(whenText({ date: '2026-11-23', time: '10:00', durationMinutes: 45 }, clock.date, 'zh-CN', wordsOf('zh-CN'))).toBe('今天 10:00，45 分钟');
    expect(whenText({ date: '2026-11-20', time: '10:00', durationMinutes: null }, clock.date, 'en', wordsOf('en'))).toBe('20 Nov 10:00');
    expect([weekdayName('2026-11-25', 'zh-CN'), weekdayName('2026-11-25', 'en')]).toEqual(['周三', 'Wed']);
  });
});

describe('the due date of a next step', () => {
  it('comes from the words until one is picked', () => {
    expect(stepDue(step('回访苏敏 下周二'), clock.date)).toMatchObject({ title: '回访苏敏', dueOn: '2026-12-01' });
    expect(stepDue(step('回访苏敏 下周二', { pickedDue: '2026-12-03' }), clock.date)).toEqual({ title: '回访苏敏 下周二', dueOn: '2026-12-03', span: null });
  });
});

describe('saving', () => {
  it('says it as the contract wants it', () => {
    const { input, issues } = toLogInput(draftWith({
      kind: 'visit', time: '10:00', durationMinutes: 45, place: ' 无锡 二号厂房 ', notes: '陈总：先验证。\n', decisions: ' 先接入 12 个测点 \n\n12月中旬上线',
      people: [{ id: 'p1', name: '陈立新', title: '首席信息官', isNew: false }, { id: 'new:1', name: '刘子衿', title: ' ', isNew: true }],
      steps: [
        step('回访苏敏 下周二', { owner: { kind: 'colleague', ...me } }),
        step('确认停机窗口', { owner: { kind: 'person', id: 'new:1', name: '刘子衿' }, pickedDue: '2026-11-27' }),
        step('  '),
      ],
    }), '', clock, zone);
    expect(issues).toEqual([]);
    expect(input).toEqual({
      accountId: 'a1', kind: 'visit', at: Date.parse('2026-11-23T10:00:00+08:00'), durationMinutes: 45, place: '无锡 二号厂房', summary: '二号炉线试点',
      notes: '陈总：先验证。', decisions: '先接入 12 个测点\n12月中旬上线', personIds: ['p1'], colleagueIds: ['c1'],
      newPeople: [{ key: 'new:1', name: '刘子衿', title: null }],
      nextSteps: [
        { title: '回访苏敏', dueOn: '2026-12-01', colleagueId: 'c1', personId: null },
        { title: '确认停机窗口', dueOn: '2026-11-27', colleagueId: null, personId: 'new:1' },
      ],
    });
  });

  it.each([
    [{ account: null }, '', { field: 'account', code: 'missing' }],
    [{ unreadWhen: 'whenever' }, '', { field: 'when', code: 'unread' }],
    [{}, 'lzj', { field: 'people', code: 'pending' }],
    [{ summary: '  ' }, '', { field: 'summary', code: 'missing' }],
    [{ summary: 'x'.repeat(501) }, '', { field: 'summary', code: 'too-long' }],
    [{ notes: 'x'.repeat(200_001) }, '', { field: 'notes', code: 'too-long' }],
    [{ decisions: 'x'.repeat(20_001) }, '', { field: 'decisions', code: 'too-long' }],
    [{ steps: [step('x'.repeat(301))] }, '', { field: 'steps', code: 'too-long' }],
  ] as const)('is held back: %j %s', (part, pending, issue) => {
    const { input, issues } = toLogInput(draftWith(part as Partial<LogDraft>), pending, clock, zone);
    expect(input).toBeNull();
    expect(issues).toEqual([issue]);
  });

  it('names all that is wrong, in the order of the form', () => {
    const { issues } = toLogInput(draftWith({ account: null, summary: '', unreadWhen: '?' }), 'x', clock, zone);
    expect(issues.map(({ field }) => field)).toEqual(['account', 'when', 'people', 'summary']);
  });
});
