import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { app, dialog, ipcMain, Menu, nativeTheme, powerMonitor, session, Tray, type BrowserWindow, type WebContents } from 'electron';
import { localDataDir } from '#core/adapters/data-dir.ts';
import { createFileLog } from '#core/adapters/file-log.ts';
import { makePrivateDir } from '#core/adapters/private-dir.ts';
import { programFiles } from '#core/adapters/program-files.ts';
import type { ShellChannel, ShellCommand } from '#shared/contract/shell.ts';
import { isOwnPage, registerAppScheme, serveAppScheme } from './app-scheme.ts';
import { createCoreProcess, type ShellSettings } from './core-process.ts';
import { choosePlace, openExternal } from './dialogs.ts';
import { lockContents, lockSession } from './lockdown.ts';
import { applicationMenu, trayMenu } from './menus.ts';
import { createNotices } from './notices.ts';
import { createWindow, printPage } from './window.ts';
import { firstLanguage, wordsOf } from './words.ts';

/** Milliseconds the core gets to finish when the program ends. */
const patience = 10_000;

const dataDir = localDataDir({ platform: process.platform, env: process.env, home: homedir() });
const log = createFileLog(join(dataDir, 'logs'), { now: () => Date.now() });
const program = programFiles(import.meta.url);
const icons = join(program.resourcesDir, 'icons');
const mac = process.platform === 'darwin';
/** With it the program is started at login: it begins in the tray. */
const quietly = '--quietly';
let language = 'en';
let window: BrowserWindow | null = null;
let tray: Tray | null = null;
let waiting: ShellCommand | null = null;
let count = 0;
let kept: ShellSettings | null = null;

const notices = createNotices((act) => {
  if (act.act === 'open') showWindow();
  core.tell({ type: 'act', act });
});

const core = createCoreProcess(join(program.root, 'out', 'main', 'core-entry.js'), {
  settings(settings) {
    startAtLogin(settings);
    kept = settings;
    language = settings.language;
    nativeTheme.themeSource = settings.theme === 'auto' ? 'system' : settings.theme;
    showMenus();
  },
  show() {
    showWindow();
    // Another program is in front, and macOS leaves it there unless told otherwise.
    if (mac) app.focus({ steal: true });
  },
  notice: (notice) => notices.show(notice),
  print: (html) => printPage(html),
  clear: (key) => notices.clear(key),
  count(waits) {
    count = waits;
    app.setBadgeCount(waits);
    showMenus();
  },
  failed: (what, error) => log.error(what, error),
  stopped: (code) => log.error(`the core stopped with code ${code}`, undefined),
  gaveUp: () => void askToRetry('core', () => core.start()),
});

/** Follows the setting when it is changed; what a person has since settled in the system itself is left alone. */
function startAtLogin(next: ShellSettings): void {
  if (!app.isPackaged || !kept || kept.startAtLogin === next.startAtLogin) return;
  app.setLoginItemSettings({ openAtLogin: next.startAtLogin, args: [quietly] });
}

async function askToRetry(what: 'core' | 'window', retry: () => void): Promise<void> {
  const words = wordsOf(language).stopped;
  log.error(`the ${what} stopped too often`, undefined);
  const { response } = await dialog.showMessageBox({
    type: 'error', message: words[what], detail: words.detail, buttons: [words.retry, words.quit], defaultId: 0, cancelId: 1, noLink: true,
  });
  if (response === 0) retry();
  else app.quit();
}

function showWindow(): BrowserWindow {
  if (window) {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    return window;
  }
  const made = createWindow(
    { preload: join(program.root, 'out', 'preload', 'index.cjs'), icon: join(icons, 'icon.png'), title: wordsOf(language).tray.name, devTools: !app.isPackaged },
    {
      gaveUp: (gone) => void askToRetry('window', () => gone.webContents.reload()),
    },
  );
  made.once('closed', () => { window = null; });
  window = made;
  return made;
}

/** Hands the page its port, and the command that its window may have been opened for. */
function connect(contents: WebContents): void {
  core.connect(contents);
  const name = waiting;
  waiting = null;
  if (name) contents.send('ballast:command' satisfies ShellChannel, name);
}

function command(name: ShellCommand): void {
  const { webContents } = showWindow();
  if (core.isConnected(webContents)) webContents.send('ballast:command' satisfies ShellChannel, name);
  else waiting = name;
}

function showMenus(): void {
  const words = wordsOf(language);
  const actions = { show: () => { showWindow(); }, logInteraction: () => command('log-interaction'), quit: () => app.quit() };
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(words.menu, actions, { mac, developing: !app.isPackaged })));
  const waits = count > 0 ? words.tray.waiting.replace('{{count}}', String(count)) : null;
  tray?.setToolTip(waits === null ? words.tray.name : `${words.tray.name} · ${waits}`);
  if (mac) tray?.setTitle(count > 0 ? String(count) : '');
  tray?.setContextMenu(Menu.buildFromTemplate(trayMenu(words.tray, actions, waits)));
}

async function start(): Promise<void> {
  language = firstLanguage(app.getPreferredSystemLanguages());
  lockSession(session.defaultSession);
  await serveAppScheme(program.rendererDir);
  ipcMain.on('ballast:want-port' satisfies ShellChannel, (event) => {
    if (isOwnPage(event.senderFrame)) connect(event.sender);
  });
  ipcMain.handle('ballast:file-token' satisfies ShellChannel, (event, path: unknown) => {
    if (!isOwnPage(event.senderFrame)) throw new Error('only the page itself may choose files');
    if (typeof path !== 'string' || !isAbsolute(path)) throw new Error('the file has no place on this computer');
    return core.fileToken(path);
  });
  ipcMain.handle('ballast:choose-place' satisfies ShellChannel, (event, kind: unknown) => {
    if (!isOwnPage(event.senderFrame)) throw new Error('only the page itself may ask for a place');
    return choosePlace(kind, showWindow(), wordsOf(language).choose);
  });
  tray = new Tray(join(icons, mac ? 'trayTemplate.png' : 'tray.png'));
  tray.on('click', () => { if (!mac) showWindow(); });
  showMenus();
  app.on('second-instance', () => { showWindow(); });
  app.on('activate', () => { showWindow(); });
  const wake = () => core.tell({ type: 'wake' });
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
  core.start();
  const atLogin = mac ? app.getLoginItemSettings().wasOpenedAtLogin : process.argv.includes(quietly);
  if (!atLogin) showWindow();
}

// The profile lies with the books, in local data: its usual place roams on Windows, and each data folder gets a lock of its own.
makePrivateDir(dataDir);
makePrivateDir(join(dataDir, 'electron'));
app.setPath('userData', join(dataDir, 'electron'));

// Windows shows notifications only of programs that it knows by the name under which they were installed.
app.setAppUserModelId('app.ballast.desktop');

if (app.requestSingleInstanceLock()) {
  let finished = false;
  app.enableSandbox();
  registerAppScheme();
  app.on('web-contents-created', (_event, contents) => lockContents(contents, (address) => {
    void openExternal(address, window, wordsOf(language).openExternal);
  }));
  app.on('window-all-closed', () => { if (!mac && !kept?.stayInTray) app.quit(); });
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    void core.close(patience).finally(() => {
      finished = true;
      app.quit();
    });
  });
  app.whenReady().then(start).catch((error: unknown) => {
    log.error('the program could not start', error);
    dialog.showErrorBox(wordsOf(language).startFailed.title, wordsOf(language).startFailed.detail);
    app.exit(1);
  });
} else {
  app.quit();
}
