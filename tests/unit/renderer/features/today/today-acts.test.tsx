import { ORPCError } from '@orpc/client';
import { Button, Menu } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnniversaryRow, SnoozeChoice, TodayPage as Page, TodayRow } from '#shared/domain/today/model.ts';
import { undoStore } from '#renderer/client/undo-store.ts';
import { AddStep } from '#renderer/features/today/AddStep.tsx';
import { SidePanel } from '#renderer/features/today/SidePanel.tsx';
import { IconAction, SnoozeMenu } from '#renderer/features/today/SnoozeMenu.tsx';
import { TodayEntry } from '#renderer/features/today/TodayEntry.tsx';
import { TodayLists } from '#renderer/features/today/TodayLists.tsx';
import { useRowFocus } from '#renderer/features/today/use-row-focus.ts';
import { useTodayWrites } from '#renderer/features/today/use-today-writes.ts';
import { PutOffMenu } from '#renderer/ui/PutOffMenu.tsx';
import { createDrawing } from '#tests/builders/drawing.tsx';
import { After, partsAfter, type Act } from '#tests/builders/parts-after.tsx';
import { partsOf, partsWithin, use, type Part } from '#tests/builders/parts.tsx';
import { recordingClient } from '#tests/builders/recording-client.ts';

const nothing = () => undefined;
const base = { accountId: 'a', accountName: 'Hengyue' };
const task: TodayRow = { ...base, key: 'task:1', kind: 'task', taskId: '1', title: 'Call Su Min', dueOn: '2026-11-21', days: 2, ownerName: null, ownerSide: null };
const quiet: TodayRow = { ...base, key: 'quiet:a', kind: 'quiet', lastAt: null, days: 41, limit: 30, peopleDue: 0 };
const loose: TodayRow = { ...base, key: 'nextStep:1', kind: 'nextStep', interactionId: 'i1', interactionKind: 'call', summary: 'Talked', at: 1 };
const touch: TodayRow = { ...base, key: 'touch:p', kind: 'keepInTouch', personId: 'p', personName: 'Karin Vogt', personTitle: 'CFO', lastAt: 1, days: 26, limit: 21 };
const snooze: Page['snooze'] = [{ choice: 'later', at: Date.parse('2026-11-23T06:00:00Z') }, { choice: 'tomorrow', at: Date.parse('2026-11-24T00:30:00Z') }] as Page['snooze'];
const page = (more: Partial<Page> = {}): Page => ({
  day: '2026-11-23', week: 48, lunarDay: '十月十五', hasAccounts: true, changesInMs: 1, nextUp: null, snooze,
  sections: [
    { section: 'late', count: 1, rows: [task] }, { section: 'atRisk', count: 4, rows: [quiet] }, { section: 'withoutNextStep', count: 1, rows: [loose] }, { section: 'hearFromUs', count: 1, rows: [touch] },
  ],
  anniversaries: { count: 0, rows: [] }, reviews: { count: 0, rows: [] }, ...more,
});

afterEach(() => undoStore.hide());

describe('what is done on the page', () => {
  async function writing(language: 'en' | 'zh-CN' = 'en', answer?: () => unknown) {
    const { client, calls } = recordingClient(answer);
    const drawing = await createDrawing(language, client);
    let writes: ReturnType<typeof useTodayWrites> | null = null;
    partsOf(drawing, () => {
      writes = useTodayWrites('2026-11-23');
      return null;
    });
    if (writes === null) throw new Error('not drawn');
    return { writes: writes as ReturnType<typeof useTodayWrites>, calls, drawing };
  }

  it.each([
    ['a task', task, ['tasks.setDone', { id: '1', done: true }], 'Call Su Min'],
    ['a quiet account', quiet, ['today.answer', { key: 'quiet:a', until: '2026-12-23' }], 'Hengyue'],
    ['someone to hear from us', touch, ['today.answer', { key: 'touch:p', until: '2026-12-14' }], 'Karin Vogt'],
    ['an interaction without a next step', loose, ['today.answer', { key: 'nextStep:1', until: null }], 'Talked'],
  ] as const)('with %s is kept under its own key and can be taken back', async (_, row, call, name) => {
    for (const language of ['en', 'zh-CN'] as const) {
      const { writes, calls, drawing } = await writing(language);
      writes.done(row);
      await vi.waitFor(() => expect(undoStore.read()).toMatchObject({ text: expect.stringContaining(name), stepNo: 7 }));
      expect(calls).toEqual([call]);
      expect(drawing.missing).toEqual([]);
      undoStore.hide();
    }
  });

  it('puts off, adds and handles, each under what it is about', async () => {
    const { writes, calls } = await writing();
    writes.putOff(quiet, 'tomorrow', 'tomorrow, 24 Nov');
    writes.putOff(task, '2026-12-01', '1 Dec');
    writes.addStep(loose, 'Send offer', '2026-11-30');
    writes.handled('birthday:p:2026-11-26', 'Karin Vogt');
    await vi.waitFor(() => expect(calls).toEqual([
      ['today.answer', { key: 'quiet:a', until: 'tomorrow' }],
      ['today.answer', { key: 'task:1', until: '2026-12-01' }],
      ['tasks.create', { accountId: 'a', title: 'Send offer', dueOn: '2026-11-30', colleagueId: null, personId: null }],
      ['today.answer', { key: 'birthday:p:2026-11-26', until: null }],
    ]));
  });

  it('that fails says why, in the words of its error and without an undo', async () => {
    const { writes } = await writing('zh-CN', () => { throw new ORPCError('book-read-only', { data: {} }); });
    writes.done(task);
    await vi.waitFor(() => expect(undoStore.read()).toMatchObject({ text: expect.stringMatching(/^这本客户簿由/), stepNo: null }));
  });
});

describe('the keys of a row', () => {
  const scroll = vi.fn();
  beforeEach(() => vi.stubGlobal('document', { getElementById: () => ({ scrollIntoView: scroll }) }));
  afterEach(() => {
    vi.unstubAllGlobals();
    scroll.mockClear();
  });

  async function lists(shown = page()) {
    const { client, calls } = recordingClient();
    const drawing = await createDrawing('en', client);
    const told: unknown[] = [];
    const note = (name: string) => (...args: unknown[]) => { told.push([name, ...args]); };
    const draw = () => TodayLists({ page: shown, onOpen: note('open'), onLog: note('log'), onPrepareReview: note('review'), onWhole: note('whole'), alert: null });
    return { drawing, draw, told, calls };
  }
  const entry = (row: TodayRow) => ({ type, props }: Part): boolean => type === TodayEntry && props['row'] === row;
  const press = (row: TodayRow, key: string, more: Record<string, unknown> = {}, log: string[] = []): Act => (parts) => {
    const self = {};
    use(parts, entry(row), 'onKeyDown', {
      key, target: self, currentTarget: self, ctrlKey: false, metaKey: false, altKey: false, nativeEvent: { isComposing: false },
      preventDefault: () => log.push('taken'), stopPropagation: nothing, ...more,
    }, row);
  };

  it.each([
    ['Enter', task, ['open', 'a', 'overview', undefined]], ['o', loose, ['open', 'a', 'timeline', 'i1']], ['Enter', touch, ['open', 'a', 'people', undefined]],
    ['L', touch, ['log', 'a', { id: 'p', name: 'Karin Vogt', title: 'CFO' }]], ['l', quiet, ['log', 'a', undefined]],
  ] as const)('%s goes where the row is looked at or logged', async (key, row, call) => {
    const { drawing, draw, told } = await lists();
    partsAfter(drawing, draw, press(row, key));
    expect(told).toEqual([call]);
  });

  it('E is done with it, S opens its choices and N a field for its next step, of that row alone', async () => {
    const { drawing, draw, calls } = await lists();
    const modes = (parts: readonly Part[]) => parts.filter(({ type }) => type === TodayEntry).map(({ props }) => (props['snooze'] as { mode: unknown }).mode);
    expect(modes(partsAfter(drawing, draw, press(quiet, 's')))).toEqual([null, 'menu', null, null]);
    const writing = partsAfter(drawing, draw, press(loose, 'N')).filter(({ type, props }) => type === TodayEntry && props['below'] !== undefined);
    expect(writing.map(({ props }) => props['row'])).toEqual([loose]);
    partsAfter(drawing, draw, press(task, 'E'));
    await vi.waitFor(() => expect(calls).toEqual([['tasks.setDone', { id: '1', done: true }]]));
  });

  it.each([
    ['with Ctrl', 'e', { ctrlKey: true }], ['with ⌘', 'e', { metaKey: true }], ['with Alt', 'n', { altKey: true }], ['of an input method', 'e', { nativeEvent: { isComposing: true } }],
    ['pressed in a field within', 'e', { target: {} }], ['that mean nothing', 'x', {}],
  ])('%s are left alone', async (_, key, more) => {
    const { drawing, draw, told, calls } = await lists();
    const log: string[] = [];
    partsAfter(drawing, draw, press(task, key, more, log));
    await new Promise(setImmediate);
    expect([told, calls, log]).toEqual([[], [], []]);
  });

  it('a section that is longer is shown whole when that is asked for', async () => {
    const { drawing, draw, told } = await lists();
    use(partsOf(drawing, draw), ({ type, props }) => type === Button && props['children'] === 'And 3 more', 'onClick');
    expect(told).toEqual([['whole', 'atRisk']]);
  });

  it('a next step that was added closes its field; Esc closes it and adds none', async () => {
    const { drawing, draw, calls } = await lists();
    const within = (handler: string, ...args: unknown[]): Act => (parts) => {
      const below = parts.find(entry(loose))?.props['below'] as Part;
      use([below], ({ type }) => type === AddStep, handler, ...args);
    };
    const open = (parts: readonly Part[]) => parts.some(({ type, props }) => type === TodayEntry && props['below'] !== undefined);
    expect(open(partsAfter(drawing, draw, press(loose, 'n'), within('onLeave')))).toBe(false);
    await new Promise(setImmediate);
    expect(calls).toEqual([]);
    expect(open(partsAfter(drawing, draw, press(loose, 'n'), within('onAdd', 'Send offer', null)))).toBe(false);
    await vi.waitFor(() => expect(calls.map(([path]) => path)).toEqual(['tasks.create']));
  });
});

it('the focus goes to the row in the place of the one that left', async () => {
  const drawing = await createDrawing('en');
  const active = (keys: string[], then: string[], at: string) => {
    let seen: string | null = null;
    let now = keys;
    partsAfter(drawing, () => {
      const focus = useRowFocus(now);
      seen = focus.active;
      return <i onFocus={() => focus.onFocus(at)} />;
    }, (parts) => {
      use(parts, ({ type }) => type === 'i', 'onFocus');
      now = then;
    });
    return seen;
  };
  expect(active(['a', 'b', 'c'], ['a', 'b', 'c'], 'b')).toBe('b');
  expect(active(['a', 'b', 'c'], ['a', 'c'], 'b')).toBe('c');
  expect(active(['a', 'b', 'c'], ['a', 'b'], 'c')).toBe('b');
  expect(active(['a', 'b', 'c'], ['c', 'a', 'b'], 'b')).toBe('b');
  expect(active(['a'], [], 'a')).toBeNull();
});

describe('a row put off', () => {
  it.each([['en', ['Later today 14:00', 'Tomorrow 24 Nov']], ['zh-CN', ['今天稍后 14:00', '明天 11月24日']]] as const)('in %s says until when', async (language, said) => {
    const drawing = await createDrawing(language);
    const chosen: [SnoozeChoice | string, string][] = [];
    const parts = partsOf(drawing, () => SnoozeMenu({ name: 'Hengyue', today: '2026-11-23', choices: snooze, mode: 'menu', onMode: nothing, onChoose: (until, when) => chosen.push([until, when]) }));
    partsWithin(parts, PutOffMenu).filter(({ type }) => type === Menu.Item).slice(0, 2).forEach((item) => use([item], () => true, 'onClick'));
    expect(chosen.map(([until]) => until)).toEqual(['later', 'tomorrow']);
    expect(chosen.map(([, when]) => when.replaceAll(',', '').replaceAll(/\s+/g, ' '))).toEqual(said);
    expect(drawing.missing).toEqual([]);
  });

  it('by the calendar begins tomorrow, and a day taken back is no choice', async () => {
    const drawing = await createDrawing('en');
    const chosen: unknown[] = [];
    const outer = partsOf(drawing, () => SnoozeMenu({ name: 'Hengyue', today: '2026-12-31', choices: [], mode: 'day', onMode: (mode) => chosen.push(mode), onChoose: (until, when) => chosen.push([until, when]) }));
    const parts = partsWithin(outer, PutOffMenu);
    expect(parts.find(({ type }) => type === DatePicker)?.props).toMatchObject({ minDate: '2027-01-01', defaultDate: '2027-01-01' });
    use(parts, ({ type }) => type === DatePicker, 'onChange', null);
    use(parts, ({ type }) => type === DatePicker, 'onChange', '2027-01-04');
    use(parts, ({ type }) => type === Menu.Item, 'onClick');
    expect(chosen).toEqual([['2027-01-04', '4 Jan 2027'], 'day']);
  });
});

describe('a next step', () => {
  const title = (value: string): Act => (parts) => use(parts, ({ props }) => props['maxLength'] === 300, 'onChange', { currentTarget: { value } });
  const due = (value: string): Act => (parts) => use(parts, ({ props }) => 'onPick' in props, 'onText', value);
  const key = (name: string, isComposing = false): Act => (parts) => use(parts, ({ props }) => props['maxLength'] === 300, 'onKeyDown', { key: name, nativeEvent: { isComposing, keyCode: 0 }, preventDefault: nothing, stopPropagation: nothing });

  it.each<[string, Act[], unknown[]]>([
    ['needs no day', [title(' Send offer '), key('Enter')], [['Send offer', null]]],
    ['takes its day along', [title('Send offer'), due(' 2026-12-01'), key('Enter')], [['Send offer', '2026-12-01']]],
    ['is not kept with a day that is none', [title('Send offer'), due('2026-02-30'), key('Enter')], []],
    ['is not kept with half a day', [title('Send offer'), due('2026-12'), key('Enter')], []],
    ['is not kept without words', [title('  '), due('2026-12-01'), key('Enter')], []],
    ['is not kept while an input method is at work', [title('bao jia'), key('Enter', true), key('Escape', true)], []],
    ['is given up on Esc', [title('Send offer'), key('Escape')], ['left']],
  ])('%s', async (_, acts, kept) => {
    const seen: unknown[] = [];
    const drawing = await createDrawing('en');
    partsAfter(drawing, () => AddStep({ accountName: 'Hengyue', onAdd: (...step) => seen.push(step), onLeave: () => seen.push('left') }), ...acts);
    expect(seen).toEqual(kept);
  });
});

describe('the days beside it', () => {
  const day = (n: number): AnniversaryRow => ({ ...base, key: `${n}`, accountName: `Account ${n}`, kind: 'founding', date: '2026-11-26', lunar: null, years: n, person: null, title: null });
  const rows = Array.from({ length: 8 }, (_, n) => day(n + 1));
  const side = (count: number) => () => SidePanel({ page: page({ anniversaries: { count, rows } }), onOpen: nothing, onPrepare: nothing, onHandled: nothing });
  const more: Act = (parts) => use(parts, ({ type, props }) => type === Button && String(props['children']).startsWith('And'), 'onClick');

  it('are six at first, then all that are known, with how many there are besides', async () => {
    const drawing = await createDrawing('en');
    const [first, all] = [[], [more]].map((acts) => drawing.text(<After draw={side(20)} acts={acts} />));
    expect([first?.includes('Account 6'), first?.includes('Account 7'), first?.includes('And 14 more')]).toEqual([true, false, true]);
    expect([all?.includes('Account 8'), all?.includes('12 more')]).toEqual([true, true]);
    expect(drawing.text(<After draw={side(8)} acts={[more]} />)).not.toContain('more');
    expect(drawing.missing).toEqual([]);
  });

  it('are dealt with by name', async () => {
    const drawing = await createDrawing('zh-CN');
    expect(drawing.html(<IconAction icon="check" label="x" onClick={nothing} />)).toContain('aria-label="x"');
    expect(drawing.html(<After draw={side(8)} acts={[]} />).match(/aria-label="[^"]*Account \d[^"]*"/g)).toHaveLength(6);
    expect(drawing.missing).toEqual([]);
  });
});
