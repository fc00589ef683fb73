import { _electron, type ElectronApplication } from '@playwright/test';
import { installedElectron } from '../../../scripts/lib/electron-program.ts';
import { root } from '../../../scripts/lib/project.ts';
import type { App } from './app.ts';
import type { Problems } from './problems.ts';

/**
 * Opens the program in Electron.
 * @throws Error where its program is not present
 */
export async function openInElectron(dataDir: string, problems: Problems): Promise<App> {
  const executablePath = installedElectron();
  if (!executablePath) throw new Error('the Electron program is not here');
  const env = Object.fromEntries(Object.entries({ ...process.env, BALLAST_DATA_DIR: dataDir }).filter((entry): entry is [string, string] => entry[1] !== undefined));

  const start = async () => {
    const running = await _electron.launch({ executablePath, args: [root], env });
    await problems.watch(running.context());
    const page = await running.firstWindow();
    problems.watchPage(page);
    return { running, page };
  };

  let { running, page }: { running: ElectronApplication; page: App['page'] } = await start();
  const app: App = {
    page,
    dataDir,
    api: () => Promise.reject(new Error('only the loopback host has a second client')),
    async crash() {
      running.process().kill('SIGKILL');
      ({ running, page } = await start());
      app.page = page;
      return page;
    },
    close: () => running.close(),
  };
  return app;
}
