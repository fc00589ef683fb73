import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '#tests/e2e/support/chromium.ts';
import { startLoopback } from '#tests/e2e/support/loopback-process.ts';
import { driveCore } from '#tests/builders/driven-core.ts';
import { compare, type Figure } from './compare.ts';
import { makeFiles } from './made-files.ts';

/** From nothing running to the first rows of the page of today, against an empty window of the same browser. */
export async function coldStart(dir: string, rounds: number): Promise<Figure[]> {
  if (!chromiumLaunch.executablePath) {
    process.stdout.write('cold start: no browser is installed\n');
    return [];
  }
  const start = join(dir, 'start');
  const files = makeFiles(dir, { accounts: 300, people: 3_000, interactions: 0, orders: 5_000, linesPerOrder: 3 });
  const { api, core, freshBook, importFile } = driveCore(start);
  await freshBook();
  for (const kind of ['accounts', 'people', 'orders'] as const) await importFile(files[kind], kind);
  const { rows } = await api.accounts.window({ filter: {}, sort: 'name', descending: false, cursor: null, limit: 20 });
  for (const { id } of rows) await api.tasks.create({ accountId: id, title: 'Call', dueOn: '2026-01-05', colleagueId: null, personId: null });
  await core.close();

  const inBrowser = async (work: (page: import('@playwright/test').Page) => Promise<void>): Promise<void> => {
    const browser = await chromium.launch(chromiumLaunch);
    await work(await browser.newPage());
    await browser.close();
  };
  return [await compare({
    name: 'cold start to the first list', budget: 2, rounds,
    ours: async () => {
      const host = await startLoopback(join(start, 'data'));
      await inBrowser(async (page) => {
        await page.goto(pathToFileURL(host.launch).href);
        await page.getByRole('row').nth(5).waitFor();
      });
      host.end();
      await host.ended;
    },
    limit: () => inBrowser(async (page) => void await page.goto('data:text/html,<p>empty</p>')),
  })];
}
