import { Button, CloseButton, Menu } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Reminder } from '#shared/domain/reminder/model.ts';
import { undoStore } from '#renderer/client/undo-store.ts';
import { MissedBanner } from '#renderer/features/reminders/MissedBanner.tsx';
import { noticeStore, type PageNotice } from '#renderer/features/reminders/notice-store.ts';
import { ReminderCards } from '#renderer/features/reminders/ReminderCards.tsx';
import { SnoozeCard } from '#renderer/features/reminders/SnoozeCard.tsx';
import { PutOffMenu } from '#renderer/ui/PutOffMenu.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';
import { After, partsAfter, type Act } from '#tests/builders/parts-after.tsx';
import { partsOf, partsWithin, use, type Part } from '#tests/builders/parts.tsx';
import { recordingClient } from '#tests/builders/recording-client.ts';

const nothing = () => undefined;
const notice = (key: string, more: Partial<PageNotice> = {}): PageNotice => ({ key, title: `Title ${key}`, body: '', accountId: `account of ${key}`, actions: { done: 'Done', snooze: 'Later today' }, ...more });
const says = (words: string) => ({ type, props }: Part): boolean => type === Button && props['children'] === words;
const press = (drawing: Drawing, words: string, onOpen: (accountId: string | null) => void = nothing): void => use(partsOf(drawing, () => ReminderCards({ onOpen })), says(words), 'onClick');
const standing = (): string[] => noticeStore.read().map(({ key }) => key);

afterEach(() => {
  standing().forEach((key) => noticeStore.hide(key));
  undoStore.hide();
});

describe('a reminder on the page', () => {
  it.each([
    ['en', 'Done', { type: 'done' }, 'Done with the reminder'],
    ['zh-CN', 'Done', { type: 'done' }, '已处理提醒'],
  ] as const)('in %s answered with %s is kept, goes, and can be taken back', async (language, words, answer, said) => {
    const { client, calls } = recordingClient();
    const drawing = await createDrawing(language, client);
    ['other', 'k'].forEach((key) => noticeStore.show(notice(key)));
    press(drawing, words);
    await vi.waitFor(() => expect(standing()).toEqual(['other']));
    expect(calls).toEqual([['reminders.answer', { key: 'k', answer }]]);
    expect(undoStore.read()).toMatchObject({ text: said, stepNo: 7 });
  });

  it.each([
    ['en', 'Later today 14:00', 'Next working day 24 Nov, 08:30', 'Reminder put off to 14:00', 'Reminder put off to 4 Jan 2027'],
    ['zh-CN', '今天稍后 14:00', '下一个工作日 11月24日 08:30', '提醒已推迟到 14:00', '提醒已推迟到 2027年1月4日'],
  ] as const)('in %s is put off to one of a few moments, or to a day', async (language, later, workingDay, said, saidDay) => {
    const { client, calls } = recordingClient();
    const drawing = await createDrawing(language, client);
    drawing.know((api) => ({ key: api.reminders.snoozes.queryKey(), data: [
      { choice: 'laterToday' as const, at: Date.parse('2026-11-23T06:00:00Z') }, { choice: 'nextWorkingDay' as const, at: Date.parse('2026-11-24T00:30:00Z') },
    ] }));
    const answered: [string, string][] = [];
    const menu = () => partsWithin(partsOf(drawing, () => SnoozeCard({ title: 'Call Su Min', onSnooze: (until, when) => answered.push([until, when]) })), PutOffMenu);
    const items = menu().filter(({ type }) => type === Menu.Item);
    const words = (part: Part | undefined): string => drawing.text(<>{part?.props['children']}{' '}{part?.props['rightSection']}</>);
    expect([words(items[0]), words(items[1]), items.length]).toEqual([later, workingDay, 3]);
    use(items, () => true, 'onClick');
    use(menu(), ({ type }) => type === DatePicker, 'onChange', '2027-01-04');
    expect(answered.map(([until]) => until)).toEqual(['laterToday', '2027-01-04']);
    expect(menu().find(({ type }) => type === DatePicker)?.props).toMatchObject({ minDate: '2026-11-24' });

    for (const [n, key] of ['k', 'l'].entries()) {
      noticeStore.show(notice(key));
      use(partsOf(drawing, () => ReminderCards({ onOpen: nothing })), ({ type }) => type === SnoozeCard, 'onSnooze', ...(answered[n] ?? []));
      await vi.waitFor(() => expect(standing()).toEqual([]));
      expect(undoStore.read()).toMatchObject({ text: n === 0 ? said : saidDay, stepNo: 7 });
    }
    expect(calls.filter(([path]) => path === 'reminders.answer').map(([, input]) => input)).toEqual([
      { key: 'k', answer: { type: 'snooze', until: 'laterToday' } }, { key: 'l', answer: { type: 'snooze', until: '2027-01-04' } },
    ]);
    expect(drawing.missing).toEqual([]);
  });

  it('stays when its answer could not be kept, and says so', async () => {
    const { client } = recordingClient(() => { throw new Error('disk'); });
    const drawing = await createDrawing('en', client);
    noticeStore.show(notice('k'));
    press(drawing, 'Done');
    await vi.waitFor(() => expect(undoStore.read()).toMatchObject({ text: 'Something unexpected went wrong', stepNo: null }));
    expect(standing()).toEqual(['k']);
  });

  it('opened goes to what it is about without being answered; closed goes nowhere', async () => {
    const { client, calls } = recordingClient();
    const drawing = await createDrawing('en', client);
    const opened: (string | null)[] = [];
    ['l', 'k'].forEach((key) => noticeStore.show(notice(key)));
    press(drawing, 'Open', (accountId) => opened.push(accountId));
    expect([opened, standing()]).toEqual([['account of k'], ['l']]);
    use(partsOf(drawing, () => ReminderCards({ onOpen: nothing })), ({ type }) => type === CloseButton, 'onClick');
    expect([opened.length, standing(), calls]).toEqual([1, [], []]);
  });

  it('that stands for several can be opened only, and one for a try not even that', async () => {
    const drawing = await createDrawing('en');
    const draw = () => drawing.text(<ReminderCards onOpen={nothing} />);
    noticeStore.show(notice('many', { accountId: null, actions: null, body: 'He Wanqing turns 55' }));
    expect(draw()).toBe('Title many He Wanqing turns 55 Open');
    noticeStore.hide('many');
    noticeStore.show(notice('test', { accountId: null, actions: null }));
    expect(draw()).toBe('Title test');
  });

  it('waits while three others stand there, and is named for who hears the page', async () => {
    const drawing = await createDrawing('zh-CN');
    ['a', 'b', 'c', 'd'].forEach((key) => noticeStore.show(notice(key)));
    const html = () => drawing.html(<ReminderCards onOpen={nothing} />).match(/role="group" aria-label="[^"]*"/g)?.map((group) => group.slice(-2, -1));
    expect(html()).toEqual(['d', 'c', 'b']);
    noticeStore.hide('c');
    expect(html()).toEqual(['d', 'b', 'a']);
    expect(drawing.html(<ReminderCards onOpen={nothing} />)).toMatch(/aria-label="提醒" aria-live="polite"/);
  });
});

describe('what came due meanwhile, shown', () => {
  const due = (key: string, time: string, accountId: string | null, said: Partial<Reminder>): Reminder => ({
    key, subject: key, kind: 'task', say: 'taskDue', dueAt: Date.parse(time), day: '2026-11-21', accountId, personId: null, params: { name: 'Hengyue', account: 'Hengyue', title: 'Call Su Min' }, ...said,
  });
  const reminders = [
    due('1', '2026-11-21T00:30:00Z', 'a', {}),
    due('2', '2026-11-21T16:30:00Z', 'b', { kind: 'review', say: 'review', day: '2026-12-04', params: { name: '恒岳', account: '恒岳', days: 1 } }),
    due('3', '2026-11-22T00:30:00Z', null, { say: 'taskLate', params: { name: '', account: '', title: '<b>Own</b>' } }),
  ];
  const show: Act = (parts) => use(parts, ({ props }) => props['aria-expanded'] === false, 'onClick');
  async function known(language: 'en' | 'zh-CN') {
    const drawing = await createDrawing(language);
    drawing.know((api) => ({ key: api.reminders.missed.queryKey(), data: { from: Date.parse('2026-11-20T10:00:00Z'), to: Date.parse('2026-11-23T00:41:00Z'), reminders } }));
    return drawing;
  }

  it.each([
    ['en', /Hide 21 Nov, 08:30 Due today: Call Su Min Open 22 Nov, 00:30 Business review with 恒岳 tomorrow, 4 Dec Open 22 Nov, 08:30 Late since 21 Nov: <b>Own<\/b>$/],
    ['zh-CN', /收起 11月21日 08:30 今天到期：Call Su Min 打开 11月22日 00:30 距恒岳的业务复盘还有 1 天，12月4日 打开 11月22日 08:30 11月21日 到期，已逾期：<b>Own<\/b>$/],
  ] as const)('is listed in %s in its order, by the clock of the book, and opens where it belongs to an account', async (language, listed) => {
    const drawing = await known(language);
    const draw = () => MissedBanner({ onOpen: nothing });
    expect(drawing.text(<After draw={draw} acts={[]} />)).not.toContain('Su Min');
    expect(drawing.text(<After draw={draw} acts={[show]} />)).toMatch(listed);
    expect(drawing.missing).toEqual([]);
  });

  it('is hidden again, and each of its buttons says what it opens', async () => {
    const drawing = await known('en');
    const opened: string[] = [];
    const draw = () => MissedBanner({ onOpen: (accountId) => opened.push(accountId) });
    const buttons = partsAfter(drawing, draw, show).filter(({ props }) => typeof props['aria-label'] === 'string' && props['aria-label'].startsWith('Open: '));
    expect(buttons.map(({ props }) => props['aria-label'])).toEqual(['Open: Due today: Call Su Min', 'Open: Business review with 恒岳 tomorrow, 4 Dec']);
    buttons.forEach((button) => use([button], () => true, 'onClick'));
    expect(opened).toEqual(['a', 'b']);
    const hide: Act = (parts) => use(parts, says('Hide'), 'onClick');
    expect(drawing.text(<After draw={draw} acts={[show, hide]} />)).toMatch(/Show$/);
  });
});
