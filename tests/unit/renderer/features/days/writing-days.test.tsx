import { Button, Checkbox, Select, SegmentedControl } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { undoStore } from '#renderer/client/undo-store.ts';
import { AnniversaryInput } from '#renderer/features/days/AnniversaryInput.tsx';
import { DaysList } from '#renderer/features/days/DaysList.tsx';
import { MilestoneForm } from '#renderer/features/days/MilestoneForm.tsx';
import { useMilestoneWrites } from '#renderer/features/days/use-milestone-writes.ts';
import { useSayDay } from '#renderer/features/days/use-say-day.ts';
import type { AccountDay } from '#shared/domain/calendar/account-days.ts';
import { parseAnniversary } from '#shared/domain/calendar/anniversary.ts';
import { createDrawing } from '#tests/builders/drawing.tsx';
import { After, partsAfter, type Act } from '#tests/builders/parts-after.tsx';
import { partsOf, use, type Part } from '#tests/builders/parts.tsx';
import { recordingClient } from '#tests/builders/recording-client.ts';

const nothing = () => undefined;
const labelled = (label: string) => ({ props }: Part): boolean => props['aria-label'] === label || props['label'] === label;
const button = (words: string) => ({ type, props }: Part): boolean => type === Button && props['children'] === words;
const languages = ['en', 'zh-CN'] as const;

afterEach(() => undoStore.hide());

describe('a day of the account that is written in place', () => {
  const what: Act = (parts) => use(parts, labelled('What day it is'), 'onChange', { currentTarget: { value: ' Listed ' } });
  const when = (value: string): Act => (parts) => use(parts, ({ props }) => 'onPick' in props, 'onText', value);
  const once: Act = (parts) => use(parts, ({ type }) => type === Checkbox, 'onChange', { currentTarget: { checked: false } });
  const key = (name: string, isComposing = false): Act => (parts) => use(parts, labelled('What day it is'), 'onKeyDown', { key: name, nativeEvent: { isComposing, keyCode: 0 }, preventDefault: nothing });
  const kept = { title: 'Listed', onDay: '2006-12-05', yearly: true };

  it.each<[string, Act[], unknown[]]>([
    ['is kept on Enter, and its form closes', [what, when('2006-12-05'), key('Enter')], [kept, 'left']],
    ['may be for once', [what, when('2006-12-05'), once, key('Enter')], [{ ...kept, yearly: false }, 'left']],
    ['needs a day', [what, key('Enter')], []],
    ['needs a day that exists', [what, when('2026-02-29'), key('Enter')], []],
    ['needs words', [when('2006-12-05'), key('Enter')], []],
    ['waits for the input method', [what, when('2006-12-05'), key('Enter', true), key('Escape', true)], []],
    ['is given up on Esc', [what, when('2006-12-05'), key('Escape')], ['left']],
  ])('%s', async (_, acts, seen) => {
    const drawing = await createDrawing('en');
    const told: unknown[] = [];
    partsAfter(drawing, () => MilestoneForm({ milestone: null, onSave: (fields) => told.push(fields), onLeave: () => told.push('left') }), ...acts);
    expect(told).toEqual(seen);
  });

  it('offers to keep only what can be kept, and marks a day that is none', async () => {
    const drawing = await createDrawing('en');
    const state = (...acts: Act[]) => {
      const parts = partsAfter(drawing, () => MilestoneForm({ milestone: null, onSave: nothing, onLeave: nothing }), ...acts);
      return [parts.find(button('Save'))?.props['disabled'], parts.find(({ props }) => 'onPick' in props)?.props['error']];
    };
    expect([state(), state(what, when('2026-1')), state(what, when('2026-12-05'))]).toEqual([[true, false], [true, true], [false, false]]);
  });

  it.each(languages)('is added, changed and removed in %s, each with a word and an undo', async (language) => {
    const { client, calls } = recordingClient();
    const drawing = await createDrawing(language, client);
    let writes = null as ReturnType<typeof useMilestoneWrites> | null;
    partsOf(drawing, () => {
      writes = useMilestoneWrites('a1');
      return null;
    });
    const said: unknown[] = [];
    for (const act of [() => writes?.add(kept), () => writes?.change('m1', { ...kept, title: '上市' }), () => writes?.remove('m1', '上市')]) {
      act();
      await vi.waitFor(() => expect(undoStore.read()).not.toBeNull());
      said.push([undoStore.read()?.text, undoStore.read()?.stepNo]);
      undoStore.hide();
    }
    const [added, changed, removed] = language === 'en' ? ['Added: Listed', 'Changed: 上市', 'Removed: 上市'] : ['已添加：Listed', '已修改：上市', '已移除：上市'];
    expect(said).toEqual([[added, 7], [changed, 7], [removed, 7]]);
    expect(calls).toEqual([
      ['days.addMilestone', { accountId: 'a1', ...kept }], ['days.updateMilestone', { id: 'm1', patch: { ...kept, title: '上市' } }], ['days.removeMilestone', { id: 'm1' }],
    ]);
  });

  it('that could not be kept says why, without an undo', async () => {
    const drawing = await createDrawing('en', recordingClient(() => { throw new ORPCError('book-read-only', { data: {} }); }).client);
    partsOf(drawing, () => {
      useMilestoneWrites('a1').remove('m1', 'Listed');
      return null;
    });
    await vi.waitFor(() => expect(undoStore.read()).toMatchObject({ stepNo: null, text: expect.not.stringContaining('Removed') }));
  });
});

describe('the list of days', () => {
  const days = Array.from({ length: 7 }, (_, n): AccountDay => ({ kind: 'milestone', id: `m${n}`, name: `Day ${n}`, day: `2020-12-0${n + 1}`, yearly: true, next: { date: `2026-12-0${n + 1}`, years: n === 0 ? 0 : 6, lunar: '十月廿三' } }));
  async function list(known: AccountDay[] = days) {
    const drawing = await createDrawing('en');
    drawing.know((api) => ({ key: api.days.ofAccount.queryKey({ input: { accountId: 'a1' } }), data: known }));
    return { drawing, draw: () => DaysList({ accountId: 'a1' }) };
  }
  const edit = (name: string): Act => (parts) => use(parts, labelled(`Change “${name}”`), 'onClick');

  it('shows the rest when it is asked for; a day of this very year has no years', async () => {
    const { drawing, draw } = await list();
    const all: Act = (parts) => use(parts, button('All 7'), 'onClick');
    expect(drawing.text(<After draw={draw} acts={[]} />)).not.toContain('Day 5');
    const text = drawing.text(<After draw={draw} acts={[all]} />);
    expect(text).toContain('6 years: Day 6');
    expect(text).toContain('Days Day 0 ');
    expect(text).not.toContain('All 7');
  });

  it('has one form at a time, in the place of the day that is changed', async () => {
    const { drawing, draw } = await list();
    const forms = (...acts: Act[]) => partsAfter(drawing, draw, ...acts).filter(({ type }) => type === MilestoneForm).map(({ props }) => props['milestone']);
    const add: Act = (parts) => use(parts, button('Add a day'), 'onClick');
    const leave: Act = (parts) => use(parts, ({ type }) => type === MilestoneForm, 'onLeave');
    const second = { title: 'Day 1', onDay: '2020-12-02', yearly: true };
    expect([forms(), forms(edit('Day 1')), forms(edit('Day 1'), add), forms(add, edit('Day 1')), forms(edit('Day 1'), leave)]).toEqual([[], [second], [null], [second], []]);
  });

  it('offers no change of what is kept elsewhere', async () => {
    const { drawing, draw } = await list([{ kind: 'birthday', id: 'p1', name: 'Su Min', day: '--11-02', yearly: true, next: null }]);
    expect(partsOf(drawing, draw).some(({ props }) => String(props['aria-label']).startsWith('Change'))).toBe(false);
  });
});

describe('the fields of a day', () => {
  const set = (label: string, value: string | null): Act => (parts) => use(parts, ({ type, props }) => type === Select && props['aria-label'] === label, 'onChange', value);
  const year = (value: string): Act => (parts) => use(parts, labelled('Year, if known'), 'onChange', { currentTarget: { value } });
  const lunar: Act = (parts) => use(parts, ({ type }) => type === SegmentedControl, 'onChange', 'lunar');

  it.each<[string, string, Act[], string]>([
    ['month and day', '', [set('Month', '3'), set('Day', '1')], '--03-01'],
    ['with the year, which takes digits only', '', [year('198a5'), set('Month', '12'), set('Day', '3')], '1985-12-03'],
    ['of the other calendar', '1985-12-03', [lunar], 'lunar:1985-12-03'],
    ['all taken out again', '--03-01', [set('Month', null), set('Day', null)], ''],
    ['a month that is another is no leap month', 'lunar:1971-06L-18', [set('Month', '7')], 'lunar:1971-07-18'],
  ])('%s', async (_, value, acts, written) => {
    const drawing = await createDrawing('en');
    const told: string[] = [];
    partsAfter(drawing, () => AnniversaryInput({ label: 'Birthday', value, onChange: (text) => told.push(text) }), ...acts);
    expect(told.at(-1)).toBe(written);
  });

  it.each(languages)('say in %s what is still to be filled in, and hand on nothing that could be taken for a day', async (language) => {
    const drawing = await createDrawing(language);
    const told: string[] = [];
    const draw = () => AnniversaryInput({ label: 'Birthday', value: '', onChange: (text) => told.push(text) });
    const month: Act = (parts) => use(parts, ({ type }) => type === Select, 'onChange', '2');
    expect(drawing.text(<After draw={draw} acts={[month]} />)).toContain(language === 'en' ? 'Month and day make it a day; the year may stay open.' : '填好月和日即可，年份可以不填。');
    expect(told.map(parseAnniversary)).toEqual([null]);
    expect(drawing.text(<After draw={draw} acts={[]} />)).not.toContain(language === 'en' ? 'make it a day' : '填好');
    expect(drawing.missing).toEqual([]);
  });
});

it.each([['en', ['3 Dec 1985', '1 Mar', 'Lunar 十月十八']], ['zh-CN', ['1985年12月3日', '3月1日', '农历十月十八']]] as const)('a day that comes again is worded in %s', async (language, said) => {
  const drawing = await createDrawing(language);
  let say: (day: string) => string = String;
  partsOf(drawing, () => {
    say = useSayDay();
    return null;
  });
  expect(['1985-12-03', '--03-01', 'lunar:--10-18'].map((day) => say(day))).toEqual(said);
  expect(say('lunar:1971-10-18')).toContain('1971');
});
