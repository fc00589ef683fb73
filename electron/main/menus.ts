import type { MenuItemConstructorOptions } from 'electron';
import type { ShellWords } from './words.ts';

/** What the menus' own items do. */
export interface MenuActions {
  show(): void;
  logInteraction(): void;
  quit(): void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The application menu.
 * @param developing adds reload and developer tools, which a shipped program has not
 */
export function applicationMenu(
  words: ShellWords['menu'], actions: MenuActions, { mac, developing }: { mac: boolean; developing: boolean },
): MenuItemConstructorOptions[] {
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit };
  const program: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: words.about }, separator,
      { role: 'hide', label: words.hide }, { role: 'hideOthers', label: words.hideOthers }, { role: 'unhide', label: words.showAll }, separator,
      quit,
    ],
  };
  const tools: MenuItemConstructorOptions[] = [
    separator, { role: 'reload', label: words.reload }, { role: 'toggleDevTools', label: words.developerTools },
  ];
  return [
    ...(mac ? [program] : []),
    {
      label: words.file,
      submenu: [
        // The page has the shortcut itself, which must not act twice.
        { label: words.logInteraction, accelerator: 'CmdOrCtrl+L', registerAccelerator: false, click: actions.logInteraction }, separator,
        mac ? { role: 'close', label: words.closeWindow } : quit,
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo }, { role: 'redo', label: words.redo }, separator,
        { role: 'cut', label: words.cut }, { role: 'copy', label: words.copy }, { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom', label: words.actualSize }, { role: 'zoomIn', label: words.zoomIn }, { role: 'zoomOut', label: words.zoomOut }, separator,
        { role: 'togglefullscreen', label: words.fullScreen },
        ...(developing ? tools : []),
      ],
    },
    {
      role: 'window',
      label: words.window,
      submenu: [{ role: 'minimize', label: words.minimize }, ...(mac ? [] : [{ role: 'close', label: words.closeWindow } as const])],
    },
  ];
}

/** The menu of the icon beside the clock. @param waits says how many reminders wait; null for none */
export function trayMenu(words: ShellWords['tray'], actions: MenuActions, waits: string | null): MenuItemConstructorOptions[] {
  return [
    ...(waits === null ? [] : [{ label: waits, enabled: false }, separator]),
    { label: words.show, click: actions.show },
    { label: words.logInteraction, click: actions.logInteraction },
    separator,
    { label: words.quit, click: actions.quit },
  ];
}
