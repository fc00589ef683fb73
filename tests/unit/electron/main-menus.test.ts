import { describe, expect, it } from 'vitest';
import en from '#resources/locales/en/shell.json' with { type: 'json' };
import zhCN from '#resources/locales/zh-CN/shell.json' with { type: 'json' };
import type { StandInWindow } from './stand-in/electron.ts';
import { useBuiltShell, wantPort } from './stand-in/use-built-shell.ts';

const { load, loadWindow } = useBuiltShell();

describe('menus', () => {
  interface Item { label?: string; role?: string; click?: () => void; submenu?: Item[] }
  const flat = (items: Item[]): Item[] => items.flatMap((item) => [item, ...flat(item.submenu ?? [])]);
  const roles = (items: Item[]) => flat(items).flatMap(({ role }) => (role ? [role] : []));
  const commands = (window: StandInWindow) => window.webContents.sent.map(({ channel, args }) => [channel, ...args]);

  it('offers editing and zoom, and reload and developer tools only in development', async () => {
    const shipped = roles((await load()).recorded.menu);
    expect(shipped).toEqual(expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'resetZoom', 'zoomIn', 'zoomOut', 'quit']));
    expect(shipped.filter((role) => /reload|devtools/i.test(role))).toEqual([]);
    expect(roles((await load({ packaged: false })).recorded.menu)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  });

  it('names every item in the language of the system', async () => {
    for (const [language, words] of [['en-GB', en], ['zh-Hans-CN', zhCN]] as const) {
      const { recorded } = await load({ languages: [language], platform: 'darwin', packaged: false });
      const named = [...flat(recorded.menu), ...(recorded.trays[0]?.menu ?? [])].flatMap((item) => item.label ?? []);
      const known: string[] = [...Object.values(words.menu), ...Object.values(words.tray)];
      expect(named.filter((label) => !known.includes(label))).toEqual([]);
      expect(flat(recorded.menu).filter((item) => item.role && !item.label && item.role !== 'appMenu')).toEqual([]);
    }
  });

  it('logs an interaction from the tray, in a window opened for it if need be', async () => {
    const standIn = await loadWindow({ platform: 'darwin' });
    const { recorded, window } = standIn;
    standIn.wantPort();
    const log = recorded.trays[0]?.menu.find(({ label }) => label === en.tray.logInteraction);
    log?.click?.();
    expect(commands(window)).toEqual([['ballast:command', 'log-interaction']]);
    expect(window.calls).toContain('show');
    window.close();
    log?.click?.();
    const [, second] = recorded.windows;
    if (!second) throw new Error('no second window');
    expect(commands(second)).toEqual([]);
    wantPort(standIn, second);
    expect(commands(second)).toEqual([['ballast:command', 'log-interaction']]);
    wantPort(standIn, second);
    expect(commands(second)).toHaveLength(1);
  });

  it('shows and quits from the tray', async () => {
    const { recorded, window } = await loadWindow();
    const [tray] = recorded.trays;
    tray?.menu.find(({ label }) => label === en.tray.show)?.click?.();
    tray?.emit('click');
    expect(window.calls).toEqual(['show', 'focus', 'show', 'focus']);
    tray?.menu.find(({ label }) => label === en.tray.quit)?.click?.();
    expect(recorded.processes[0]?.of('close')).toHaveLength(1);
  });
});
