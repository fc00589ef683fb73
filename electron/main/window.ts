import { BrowserWindow, nativeTheme, type WebPreferences } from 'electron';
import { ownOrigin } from './app-scheme.ts';
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

function preferences({ preload, devTools }: WindowSetting): WebPreferences {
  return {
    preload,
    devTools,
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
    // Only macOS checks spelling with its own dictionaries; elsewhere they would be fetched from the network.
    spellcheck: process.platform === 'darwin',
  };
}

/** The only place that makes windows. */
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
    webPreferences: preferences(setting),
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
