import { Button, Checkbox, NumberInput, Switch, TextInput } from '@mantine/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultReminderSettings, reminderKinds, reminderSettingsSchema, type ReminderSettings } from '#shared/domain/reminder/model.ts';
import { undoStore } from '#renderer/client/undo-store.ts';
import { ComputerRows } from '#renderer/features/settings/ComputerRows.tsx';
import { DaysSetting } from '#renderer/features/settings/DaysSetting.tsx';
import { readDays } from '#renderer/features/settings/read-days.ts';
import { NumberSetting } from '#renderer/features/settings/NumberSetting.tsx';
import { ReminderRows } from '#renderer/features/settings/ReminderRows.tsx';
import { TellingRow } from '#renderer/features/settings/TellingRow.tsx';
import { TimeSetting } from '#renderer/features/settings/TimeSetting.tsx';
import { createDrawing } from '#tests/builders/drawing.tsx';
import { partsAfter, type Act } from '#tests/builders/parts-after.tsx';
import { partsOf, use, type Part } from '#tests/builders/parts.tsx';
import { recordingClient } from '#tests/builders/recording-client.ts';

const nothing = () => undefined;
const of = (type: unknown, label?: string) => (part: Part): boolean => part.type === type && (label === undefined || part.props['label'] === label || part.props['aria-label'] === label);

async function settings(language: 'en' | 'zh-CN', more: Partial<ReminderSettings> = {}, answer?: () => unknown) {
  const made = recordingClient(answer);
  const drawing = await createDrawing(language, made.client);
  drawing.know((api) => ({ key: api.reminders.settings.queryKey(), data: { ...defaultReminderSettings, ...more, tells: 'page' as const } }));
  const parts = () => partsOf(drawing, () => ReminderRows());
  return { ...made, drawing, parts, saved: () => made.calls.flatMap(([path, input]) => (path === 'reminders.saveSettings' ? [input] : [])) };
}

afterEach(() => {
  undoStore.hide();
  vi.unstubAllGlobals();
});

describe('what the book tells of', () => {
  it.each([
    ['en', 'Birthdays', ['Time of day', 'Days ahead', 'Days before a review', 'Quiet after (days)', 'Fold from', 'Quiet from', 'Quiet until']],
    ['zh-CN', '生日', ['提醒时间', '提前天数', '复盘前几天', '多少天算久未互动', '合并条数', '免打扰开始', '免打扰结束']],
  ] as const)('has in %s a name for each kind and each field', async (language, birthdays, names) => {
    vi.stubGlobal('window', {});
    const { drawing } = await settings(language);
    const html = drawing.html(<ReminderRows />);
    expect(names.filter((name) => !html.includes(`aria-label="${name}"`))).toEqual([]);
    expect(html.match(/type="checkbox"/g)).toHaveLength(reminderKinds.length + 1);
    expect(drawing.text(<ReminderRows />)).toContain(birthdays);
    expect(drawing.missing).toEqual([]);
  });

  it('loses one kind or gains one, and the others stay as they were', async () => {
    const { parts, saved } = await settings('en', { off: ['task', 'review'] });
    const boxes = parts().filter(of(Checkbox));
    expect(boxes.filter(({ props }) => props['checked'] === false).map(({ props }) => props['label'])).toEqual(['Tasks due and late', 'Business reviews']);
    use(boxes, of(Checkbox, 'Birthdays'), 'onChange', { currentTarget: { checked: false } });
    use(boxes, of(Checkbox, 'Tasks due and late'), 'onChange', { currentTarget: { checked: true } });
    await vi.waitFor(() => expect(saved()).toEqual([{ off: ['task', 'review', 'birthday'] }, { off: ['review'] }]));
    expect(undoStore.read()).toMatchObject({ text: 'Changed the reminders', stepNo: 7 });
  });

  it('has quiet hours or none; turned on they are the usual ones, and neither end moves the other back', async () => {
    const off = await settings('en', { quietHours: null });
    expect(off.parts().filter(of(TimeSetting)).map(({ props }) => props['label'])).toEqual(['Time of day']);
    use(off.parts(), of(Switch), 'onChange', { currentTarget: { checked: true } });
    await vi.waitFor(() => expect(off.saved()).toEqual([{ quietHours: defaultReminderSettings.quietHours }]));

    const on = await settings('en', { quietHours: { from: '21:00', to: '07:00' } });
    use(on.parts(), of(TimeSetting, 'Quiet from'), 'onSave', '22:15');
    use(on.parts(), of(TimeSetting, 'Quiet until'), 'onSave', '06:45');
    use(on.parts(), of(Switch), 'onChange', { currentTarget: { checked: false } });
    await vi.waitFor(() => expect(on.saved()).toEqual([{ quietHours: { from: '22:15', to: '07:00' } }, { quietHours: { from: '22:15', to: '06:45' } }, { quietHours: null }]));
  });

  it('lets in no number that the core would refuse, and refuses none that it would take', async () => {
    const { parts } = await settings('en');
    const fields = { 'Days ahead': 'daysAhead', 'Quiet after (days)': 'quietDays', 'Fold from': 'digestFrom' } as const;
    for (const [label, field] of Object.entries(fields)) {
      const [min, max] = ['min', 'max'].map((end) => Number(parts().find(of(NumberSetting, label))?.props[end])) as [number, number];
      const taken = [min - 1, min, max, max + 1].map((value) => reminderSettingsSchema.partial().safeParse({ [field]: value }).success);
      expect([label, ...taken]).toEqual([label, false, true, true, false]);
    }
  });

  it('stands as it was changed at once, so that two quick changes are both kept', async () => {
    const { parts, saved } = await settings('en', {}, () => new Promise(nothing));
    const untick = (label: string) => use(parts(), of(Checkbox, label), 'onChange', { currentTarget: { checked: false } });
    untick('Birthdays');
    await vi.waitFor(() => expect(parts().find(of(Checkbox, 'Birthdays'))?.props['checked']).toBe(false));
    untick('Milestones');
    await vi.waitFor(() => expect(saved()).toEqual([{ off: ['birthday'] }, { off: ['birthday', 'milestone'] }]));
  });

  it('says nothing where nothing was different', async () => {
    const same = await settings('zh-CN', {}, () => ({ stepNo: 0 }));
    use(same.parts(), of(NumberSetting, '提前天数'), 'onSave', 3);
    await vi.waitFor(() => expect(same.saved()).toEqual([{ daysAhead: 3 }]));
    expect(undoStore.read()).toBeNull();
  });

  it('is only shown in a book that can only be read', async () => {
    const { drawing, parts } = await settings('en');
    drawing.know((api) => ({
      key: api.app.state.queryKey(), data: { version: '0', host: 'test', settings: { language: 'en', theme: 'light', startAtLogin: false, stayInTray: false }, offers: [], recent: [], problem: null, book: { timeZone: 'Asia/Shanghai', today: '2026-11-23', readOnly: 'newer-version' } },
    }));
    const fields = parts().filter(({ props }) => 'disabled' in props);
    expect(fields).toHaveLength(reminderKinds.length + 8);
    expect(fields.every(({ props }) => props['disabled'] === true)).toBe(true);
  });
});

const leave: Act = (parts) => use(parts, ({ props }) => 'onBlur' in props, 'onBlur');

describe('a number of the settings', () => {
  const type = (value: number | string): Act => (parts) => use(parts, of(NumberInput), 'onChange', value);
  it.each<[string, Act[], number[]]>([
    ['is kept on leaving', [type(1), type(12), leave], [12]],
    ['is kept at its ends', [type(2), leave, type(99), leave], [2, 99]],
    ['is not kept while it is typed', [type(12)], []],
    ['that is the same is not kept again', [type(5), type(4), leave], []],
    ['that is none gives way to the one before', [type(''), leave, type('-'), leave], []],
    ['beyond its ends gives way to the one before', [type(1), leave, type(100), leave], []],
    ['left without a change is not kept', [leave, leave], []],
  ])('%s', async (_, acts, kept) => {
    const seen: number[] = [];
    const drawing = await createDrawing('en');
    const draw = () => NumberSetting({ label: 'Fold from', value: 4, min: 2, max: 99, disabled: false, onSave: (value) => seen.push(value) });
    const after = partsAfter(drawing, draw, ...acts);
    expect(seen).toEqual(kept);
    expect(after.find(of(NumberInput))?.props['value']).toBe(acts.at(-1) === leave ? 4 : 12);
  });
});

describe('days of the settings', () => {
  const type = (value: string): Act => (parts) => use(parts, of(TextInput), 'onChange', { currentTarget: { value } });

  it.each<[string, number[] | null]>([
    ['10, 5, 2', [10, 5, 2]], ['2 5 10', [10, 5, 2]], ['10、5，2；0', [10, 5, 2, 0]], ['5, 5', [5]], ['', []], ['60', [60]],
    ['61', null], ['-1', null], ['2.5', null], ['five', null], ['1 2 3 4 5 6', null], ['5%', null],
  ])('read %j as %j, and the core takes what is read', (text, days) => {
    expect(readDays(text, 60, 5)).toEqual(days);
    if (days) expect(reminderSettingsSchema.partial().safeParse({ reviewDays: days }).success).toBe(true);
  });

  it.each<[string, Act[], number[][]]>([
    ['are kept on leaving', [type('14, 7'), leave], [[14, 7]]],
    ['that are the same are not kept again', [type('2 5 10'), leave], []],
    ['that are none give way to those before', [type('soon'), leave], []],
    ['may be none at all', [type(''), leave], [[]]],
    ['left without a change are not kept', [leave], []],
  ])('%s', async (_, acts, kept) => {
    const seen: number[][] = [];
    for (const [language, shown] of [['en', '10, 5, 2'], ['zh-CN', '10、5、2']] as const) {
      const drawing = await createDrawing(language);
      const after = partsAfter(drawing, () => DaysSetting({ label: 'Review', value: [10, 5, 2], max: 60, count: 5, disabled: false, onSave: (value) => seen.push(value) }), ...acts);
      expect(after.find(of(TextInput))?.props['value']).toBe(shown);
    }
    expect(seen).toEqual([...kept, ...kept]);
  });
});

describe('the program at work', () => {
  const shown = async (language: 'en' | 'zh-CN', offers: readonly string[]) => {
    const { client, calls } = recordingClient(() => ({}));
    const drawing = await createDrawing(language, client);
    drawing.know((api) => ({
      key: api.app.state.queryKey(), data: { version: '0', host: 'test', settings: { language, theme: 'light', startAtLogin: true, stayInTray: false }, offers, recent: [], problem: null, book: null },
    }));
    return { drawing, calls };
  };

  it.each([['en', 'Start with the computer', 'Keep in the tray'], ['zh-CN', '开机启动', '保留在托盘']] as const)('is set in %s as far as the host can follow', async (language, start, stay) => {
    const said = async (...offers: string[]) => {
      const { drawing } = await shown(language, offers);
      const text = drawing.text(<ComputerRows />);
      expect(drawing.missing).toEqual([]);
      return [text.includes(start), text.includes(stay)];
    };
    expect(await said('startAtLogin', 'stayInTray')).toEqual([true, true]);
    expect(await said('startAtLogin')).toEqual([true, false]);
    expect(await said()).toEqual([false, false]);
  });

  it('is kept with the computer, not with the book', async () => {
    const { drawing, calls } = await shown('en', ['startAtLogin', 'stayInTray']);
    const switches = partsOf(drawing, () => ComputerRows()).filter(of(Switch));
    expect(switches.map(({ props }) => props['checked'])).toEqual([true, false]);
    use(switches, of(Switch, 'Keep in the tray'), 'onChange', { currentTarget: { checked: true } });
    await vi.waitFor(() => expect(calls).toEqual([['app.saveSettings', { stayInTray: true }]]));
  });
});

describe('a time of the settings', () => {
  const type = (value: string): Act => (parts) => use(parts, of(TextInput), 'onChange', { currentTarget: { value } });
  it.each<[string, Act[], string[]]>([
    ['is kept on leaving', [type('09:00'), leave], ['09:00']],
    ['emptied gives way to the one before', [type(''), leave], []],
    ['that is the same is not kept again', [type('09:00'), type('08:30'), leave], []],
    ['is kept once', [type('09:00'), leave, leave], ['09:00']],
  ])('%s', async (_, acts, kept) => {
    const seen: string[] = [];
    const drawing = await createDrawing('en');
    partsAfter(drawing, () => TimeSetting({ label: 'Time of day', value: '08:30', disabled: false, onSave: (value) => seen.push(value) }), ...acts);
    expect(seen).toEqual(kept);
  });
});

describe('whether notifications arrive', () => {
  const browser = (permission: NotificationPermission, answer: NotificationPermission = permission) => {
    const requestPermission = vi.fn(() => Promise.resolve(answer));
    const Notification = { permission, requestPermission };
    vi.stubGlobal('Notification', Notification);
    vi.stubGlobal('window', { Notification });
    return requestPermission;
  };
  const words = {
    granted: ['The browser shows them while a tab is open.', '标签页打开时，由浏览器通知送达。'],
    default: ['The browser asks once. Until then they stand on the page.', '浏览器会询问一次；允许之前，提醒显示在页面上。'],
    denied: ['The browser blocks them; allow them in its settings. They stand on the page.', '浏览器已阻止通知，可在浏览器设置中允许。提醒显示在页面上。'],
    none: ['This browser has none. They stand on the page.', '此浏览器没有通知功能，提醒显示在页面上。'],
    system: ['They come from the system.', '由系统通知送达。'],
  } as const;

  it.each(['granted', 'default', 'denied', 'none', 'system'] as const)('is said where it is %s, and asked for only where it can be', async (state) => {
    if (state === 'none') vi.stubGlobal('window', {});
    else browser(state === 'system' ? 'default' : state);
    for (const [at, language] of (['en', 'zh-CN'] as const).entries()) {
      const drawing = await createDrawing(language);
      const text = drawing.text(<TellingRow tells={state === 'system' ? 'system' : 'page'} />);
      expect(text).toContain(words[state][at]);
      expect(text.includes(at === 0 ? 'Allow notifications' : '允许通知')).toBe(state === 'default');
      expect(drawing.missing).toEqual([]);
    }
  });

  it('asks the browser on a press and never by itself', async () => {
    const asked = browser('default', 'granted');
    const drawing = await createDrawing('en');
    const parts = partsOf(drawing, () => TellingRow({ tells: 'page' }));
    expect(asked).not.toHaveBeenCalled();
    use(parts, ({ type, props }) => type === Button && props['children'] === 'Allow notifications', 'onClick');
    expect(asked).toHaveBeenCalledOnce();
  });

  it('shows one to try it', async () => {
    browser('granted');
    const { client, calls } = recordingClient(() => ({ shown: true }));
    const drawing = await createDrawing('en', client);
    use(partsOf(drawing, () => TellingRow({ tells: 'page' })), ({ props }) => props['children'] === 'Show one', 'onClick');
    await vi.waitFor(() => expect(calls.map(([path]) => path)).toEqual(['reminders.test']));
  });
});
