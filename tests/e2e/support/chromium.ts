import { findBrowser } from '#core/adapters/browsers.ts';

const isRoot = process.getuid?.() === 0;

/** How the installed browser is started: quiet enough that every packet of a run is the program's own. */
export const chromiumLaunch = {
  executablePath: findBrowser()?.path,
  args: [
    '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    // Chromium refuses to run sandboxed as root, which only a container does.
    ...(isRoot ? ['--no-sandbox'] : []),
  ],
  // Without a language of letters beyond ASCII it saves files of Chinese names as “download”.
  env: { ...process.env, LC_ALL: 'C.UTF-8' },
};
