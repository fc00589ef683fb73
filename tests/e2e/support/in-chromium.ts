import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import { askRunningHost } from '#electron/loopback/launch-folder.ts';
import { openTab } from '#tests/fixtures/open-tab.ts';
import type { App } from './app.ts';
import { readLaunchPage, startLoopback, type RunningHost } from './loopback-process.ts';
import type { Problems } from './problems.ts';

/** Lets through the host's own address and the launch page; all else fails as it would without a network. */
async function cutOff(context: BrowserContext, origin: () => string): Promise<void> {
  await context.route('**/*', (route) => {
    const url = route.request().url();
    return url.startsWith(`${origin()}/`) || url.startsWith('file:') ? route.continue() : route.abort();
  });
}

/** A second client beside the window of a running host. */
export async function connectBeside(dataDir: string): Promise<ContractRouterClient<Contract>> {
  const page = await askRunningHost(join(dataDir, 'launch'));
  if (!page) throw new Error('the host gives no second way in');
  const { origin, code } = readLaunchPage(page);
  const { bearer } = await openTab(origin, code);
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { origin, authorization: `Bearer ${bearer}` } }));
}

/** Opens the program in the installed browser by its launch page. */
export async function openInChromium(browser: Browser, options: BrowserContextOptions, dataDir: string, problems: Problems, reminders: boolean): Promise<App> {
  let host: RunningHost = await startLoopback(dataDir);
  const context = await browser.newContext(options);
  await problems.watch(context);
  await cutOff(context, () => host.origin);
  // Never answered, as when nothing is due.
  if (!reminders) await context.route('**/rpc/reminders/watch', () => undefined);

  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(pathToFileURL(host.launch).href);
    await page.waitForURL(`${host.origin}/**`);
    return page;
  };

  const app: App = {
    page: await open(),
    dataDir,
    api: () => connectBeside(dataDir),
    async crash() {
      host.end('SIGKILL');
      await host.ended;
      await app.page.close();
      host = await startLoopback(dataDir);
      app.page = await open();
      return app.page;
    },
    async close() {
      await context.close();
      host.end();
      await host.ended;
    },
  };
  return app;
}
