import { BrowserWindow, nativeTheme, session, type Session, type WebPreferences } from 'electron';
import { ownOrigin, ownScheme } from './app-scheme.ts';
import { lockSession } from './lockdown.ts';
import { createRestartLimit } from './restart-limit.ts';

/** What a window needs of the program. */
export interface WindowSetting {
  /** Absolute path of the built preload script. */
  preload: string;
  /** Absolute path of a PNG, for systems that show one in the window's frame. */
  icon: string;
  title: string;
  /** While the program is being developed. */
  devTools: boolean;
}

export interface WindowEvents {
  /** The page's process has ended so often that it is not loaded again by itself. */
  gaveUp(window: BrowserWindow): void;
}

/** Of every window: isolation and the sandbox on, everything else off. */
const closed = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  plugins: false,
  webviewTag: false,
} satisfies WebPreferences;

/** The program's own window; this file is the only place that makes any. */
export function createWindow(setting: WindowSetting, events: WindowEvents): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: setting.title,
    icon: setting.icon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#151D22' : '#FFFFFF',
    // Only macOS checks spelling with its own dictionaries; elsewhere they would be fetched from the network.
    webPreferences: { ...closed, preload: setting.preload, devTools: setting.devTools, spellcheck: process.platform === 'darwin' },
  });
  const limit = createRestartLimit();
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const wait = limit.next(Date.now());
    if (wait === null) {
      limit.reset();
      return events.gaveUp(window);
    }
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, wait);
  });
  void window.loadURL(`${ownOrigin}/`);
  return window;
}

/** Longest a page may take to be printed, ms; a deck of 15 pages takes about two seconds. */
const PRINT_PATIENCE = 60_000;
const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

async function printIn(quiet: Session, html: string): Promise<Uint8Array> {
  quiet.protocol.handle(ownScheme, () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PRINT_POLICY } }));
  const window = new BrowserWindow({ show: false, webPreferences: { ...closed, session: quiet, javascript: false, devTools: false, spellcheck: false } });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('a page took too long to print')), PRINT_PATIENCE); });
  try {
    const printed = window.loadURL(`${ownOrigin}/print`).then(() => window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }));
    return await Promise.race([printed, tooLong]);
  } finally {
    clearTimeout(timer);
    window.destroy();
    quiet.protocol.unhandle(ownScheme);
  }
}

let quiet: Session | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Prints a page of the program's own making in a window that is never shown: no scripts, no preload, and a session of its own in
 * memory that reaches nothing but that page. One after another.
 * @throws Error when it cannot be printed
 */
export function printPage(html: string): Promise<Uint8Array> {
  if (!quiet) {
    quiet = session.fromPartition('print');
    lockSession(quiet);
    quiet.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !/^(app|data):/.test(url) }));
  }
  const own = quiet;
  const printed = last.then(() => printIn(own, html));
  last = printed.catch(() => undefined);
  return printed;
}
