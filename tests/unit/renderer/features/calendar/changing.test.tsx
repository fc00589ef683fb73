import { ActionIcon, Button, Checkbox, FileButton } from '@mantine/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CalendarException } from '#shared/contract/calendar.ts';
import { undoStore } from '#renderer/client/undo-store.ts';
import { CalendarFiles } from '#renderer/features/calendar/CalendarFiles.tsx';
import { CalendarSettings } from '#renderer/features/calendar/CalendarSettings.tsx';
import { ExceptionList } from '#renderer/features/calendar/ExceptionList.tsx';
import { createDrawing } from '#tests/builders/drawing.tsx';
import { After, type Act } from '#tests/builders/parts-after.tsx';
import { partsOf, use, type Part } from '#tests/builders/parts.tsx';
import { recordingClient } from '#tests/builders/recording-client.ts';

const nothing = () => undefined;
const languages = ['en', 'zh-CN'] as const;
const box = (label: string) => ({ type, props }: Part): boolean => type === Checkbox && props['label'] === label;
const tick = (checked: boolean) => ({ currentTarget: { checked } });

async function calendar(language: 'en' | 'zh-CN' = 'en', answer?: (path: string) => unknown, week = [1, 2, 3, 4, 5]) {
  const made = recordingClient(answer);
  const drawing = await createDrawing(language, made.client);
  drawing.know((api) => ({ key: api.calendar.read.queryKey(), data: { settings: { version: 1 as const, week, chineseHolidays: true }, exceptions: [], unknownYears: [] } }));
  drawing.know((api) => ({ key: api.calendar.feed.queryKey(), data: { on: false, path: '/data/b1.ics', writtenAt: null } }));
  return { ...made, drawing, parts: () => partsOf(drawing, () => CalendarSettings()) };
}

afterEach(() => {
  undoStore.hide();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the working week', () => {
  it('shows a change at once, so that two quick ones are both kept', async () => {
    const { parts, calls } = await calendar('en', () => new Promise(nothing));
    use(parts(), box('Sat'), 'onChange', tick(true));
    await vi.waitFor(() => expect(parts().find(box('Sat'))?.props['checked']).toBe(true));
    use(parts(), box('Mon'), 'onChange', tick(false));
    await vi.waitFor(() => expect(calls.map(([, input]) => input)).toEqual([{ week: [1, 2, 3, 4, 5, 6] }, { week: [2, 3, 4, 5, 6] }]));
  });

  it('never loses its last day', async () => {
    const { parts } = await calendar('en', undefined, [7]);
    expect(parts().filter(({ type, props }) => type === Checkbox && props['disabled'] === true).map(({ props }) => props['label'])).toEqual(['Sun']);
  });

  it.each([['en', 'Count them', 'Chinese holidays no longer count'], ['zh-CN', '计入', '不再计入中国节假日']] as const)('says in %s whether the holidays count, with an undo', async (language, label, said) => {
    const { parts, calls } = await calendar(language);
    use(parts(), box(label), 'onChange', tick(false));
    await vi.waitFor(() => expect(undoStore.read()).toMatchObject({ text: said, stepNo: 7 }));
    expect(calls[0]).toEqual(['calendar.save', { chineseHolidays: false }]);
  });
});

describe('a list of days that is brought in', () => {
  const choose = (parts: Part[], file: File | null) => use(parts, ({ type }) => type === FileButton, 'onChange', file);
  const file = new File(['x'], 'days.csv');

  it.each([['en', 1, 'Imported 1 day'], ['en', 12, 'Imported 12 days'], ['zh-CN', 12, '已导入 12 天']] as const)('in %s says of %i how many were new', async (language, taken, said) => {
    const { parts, calls } = await calendar(language, () => ({ stepNo: 9, taken, problems: [] }));
    choose(parts(), null);
    choose(parts(), file);
    await vi.waitFor(() => expect(undoStore.read()).toMatchObject({ text: said, stepNo: 9 }));
    expect(calls).toEqual([['calendar.importDays', { file: 'token of days.csv' }]]);
  });

  it.each([['en', 'The list holds no day that the book does not have.'], ['zh-CN', '清单中没有新的日期。']] as const)('in %s says that nothing was new, which needs no undo', async (language, said) => {
    const { parts } = await calendar(language, () => ({ stepNo: 0, taken: 0, problems: [] }));
    choose(parts(), file);
    await vi.waitFor(() => expect(undoStore.read()).toMatchObject({ text: said, stepNo: null }));
  });
});

describe('the exceptions', () => {
  const day = (date: string, more: Partial<CalendarException> = {}): CalendarException => ({ date, working: false, name: '国庆节', own: false, ...more });
  const golden = ['2026-10-01', '2026-10-02', '2026-10-03'].map((date) => day(date));
  const days = [...golden, day('2026-11-22', { own: true, name: 'Yesterday' }), day('2026-11-23', { own: true, name: 'Fair' }), day('2026-12-05', { working: true, name: '' })];
  const draw = (exceptions: readonly CalendarException[], onRemove: (date: string) => void = nothing) => () => ExceptionList({ exceptions, onRemove });
  const past: Act = (parts) => use(parts, ({ type }) => type === Button, 'onClick');

  it.each([['en', 'Show the 2 before today', 'yours off'], ['zh-CN', '显示今天以前的 2 项', '自行添加 休']] as const)('in %s keep those before today aside, counted as they are listed', async (language, more, kind) => {
    const drawing = await createDrawing(language);
    const [first, all] = [[], [past]].map((acts) => drawing.text(<After draw={draw(days)} acts={acts} />)) as [string, string];
    expect([first.includes(more), first.includes('Yesterday'), first.includes(`Fair ${kind}`)]).toEqual([true, false, true]);
    expect([all.includes(more), all.includes('Yesterday'), all.match(/国庆节/g)?.length]).toEqual([false, true, 1]);
    expect(drawing.missing).toEqual([]);
  });

  it('of one’s own are removed by their day, those of the program never', async () => {
    const drawing = await createDrawing('en');
    const removed: string[] = [];
    const buttons = partsOf(drawing, draw(days, (date) => removed.push(date))).filter(({ type }) => type === ActionIcon);
    buttons.forEach((button) => use([button], () => true, 'onClick'));
    expect([buttons.map(({ props }) => props['aria-label']), removed]).toEqual([['Remove the exception of 23 Nov 2026'], ['2026-11-23']]);
  });

  it.each(languages)('teach in %s how they come here while there are none', async (language) => {
    const drawing = await createDrawing(language);
    expect(drawing.text(<After draw={draw([])} acts={[]} />)).toMatch(language === 'en' ? /Turn the Chinese holidays on, or import a list/ : /可以计入中国节假日，或导入清单/);
  });
});

describe('the days as files', () => {
  it.each([['en', true, 'The calendar file is kept up to date'], ['en', false, 'The calendar file was deleted'], ['zh-CN', false, '已删除日历文件']] as const)('in %s kept up to date: %s', async (language, on, said) => {
    const { drawing, calls } = await calendar(language, () => ({ on, path: '/data/b1.ics', writtenAt: null }));
    const parts = () => partsOf(drawing, () => CalendarFiles());
    use(parts(), ({ type }) => type === Checkbox, 'onChange', tick(on));
    await vi.waitFor(() => expect(undoStore.read()).toMatchObject({ text: said, stepNo: null }));
    expect(calls).toEqual([['calendar.setFeed', { on }]]);
    expect(drawing.html(<CalendarFiles />).includes('/data/b1.ics')).toBe(on);
  });

  it('saved once are named as they were saved', async () => {
    vi.useFakeTimers();
    const saved: string[] = [];
    const link = { href: '', download: '', click: () => saved.push(link.download), remove: nothing };
    vi.stubGlobal('document', { createElement: () => link, body: { append: nothing } });
    const { drawing } = await calendar('en', () => new File(['BEGIN'], 'Northwind.ics'));
    use(partsOf(drawing, () => CalendarFiles()), ({ type }) => type === Button, 'onClick');
    await vi.waitFor(() => expect(undoStore.read()).toMatchObject({ text: 'Saved Northwind.ics', stepNo: null }));
    expect(saved).toEqual(['Northwind.ics']);
  });
});
