import { accessSync, constants, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** An installed browser of Chromium's kind. */
export interface Browser {
  /** Absolute path of its program. */
  path: string;
  /** A folder that the browser may read and write where it is shut out of hidden ones; null elsewhere. */
  sandboxHome: string | null;
}

type Env = Record<string, string | undefined>;

const linuxNames = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'chromium', 'chromium-browser'];
const macApps = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'];

/** Where a browser may lie, best first. `BALLAST_BROWSER` (a path) goes before all. */
export function browserCandidates(platform: NodeJS.Platform, env: Env, home: string): string[] {
  const chosen = env['BALLAST_BROWSER'] ? [env['BALLAST_BROWSER']] : [];
  if (platform === 'win32') {
    const bases = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((base) => base !== undefined);
    return [...chosen, ...windowsPrograms.flatMap((program) => bases.map((base) => `${base}\\${program}`))];
  }
  if (platform === 'darwin') {
    return [...chosen, ...macApps.flatMap((app) => ['/Applications', `${home}/Applications`].map((base) => `${base}/${app}.app/Contents/MacOS/${app}`))];
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return [...chosen, ...linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)))];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first installed Chrome, Edge or Chromium; null when there is none. @param snap program that snapped browsers are links to */
export function findBrowser(platform = process.platform, env: Env = process.env, home = homedir(), snap = '/usr/bin/snap'): Browser | null {
  const path = browserCandidates(platform, env, home).find(isProgram);
  if (!path) return null;
  const isSnap = realpathSync(path) === snap;
  return { path, sandboxHome: isSnap ? join(home, 'snap', 'chromium', 'common', 'ballast') : null };
}
