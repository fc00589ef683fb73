import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '#core/adapters/browsers.ts';

/** Whether a window can be shown at all. */
export function hasDisplay(platform = process.platform, env: Record<string, string | undefined> = process.env): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** Arguments for a window of the app alone, in a profile of its own that talks to nobody. */
export function windowArguments(launch: string, profileDir: string, isRoot: boolean): string[] {
  return [
    `--app=${pathToFileURL(launch).href}`, `--user-data-dir=${profileDir}`, '--no-first-run', '--no-default-browser-check',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic',
    // Chromium refuses to run sandboxed as root, which only a container does.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}

/** Opens the launch page in app mode and lets the browser be. @param home folder for the browser's profile */
export function openWindow(browser: Browser, launch: string, home: string): void {
  const profileDir = join(browser.sandboxHome ?? home, 'browser');
  const child = spawn(browser.path, windowArguments(launch, profileDir, process.getuid?.() === 0), { stdio: 'ignore', detached: true });
  child.on('error', (error) => process.stderr.write(`${error.message}\n`));
  child.unref();
}
