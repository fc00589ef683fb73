import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import { openInChromium } from './in-chromium.ts';
import { openInElectron } from './in-electron.ts';
import { goTo } from './go-to.ts';
import { watchProblems } from './problems.ts';

export interface HostOptions {
  /** Which host runs the program. */
  host: 'loopback' | 'electron';
  language: 'en' | 'zh-CN';
  theme: 'light' | 'dark';
  /** The screen that a book in the data folder is opened at, such as `/accounts`; the program's own first one by default. */
  opensAt: string | null;
  /** Whether reminders come to the page. What is due depends on the hour, so they stay away from specs of other things. */
  reminders: boolean;
  /** Console errors a spec expects; every other one fails it. */
  expectedProblems: RegExp[];
}

/** A running program with its first window open. */
export interface App {
  page: Page;
  dataDir: string;
  /** A second client beside the window, to prepare and check. Only the loopback host has one. */
  api(): Promise<ContractRouterClient<Contract>>;
  /** Ends the program as a crash would, and starts it again on the same data in a new window. */
  crash(): Promise<Page>;
  close(): Promise<void>;
}

/**
 * `app`: the program on a data folder of its own, opened as a person opens it. Whatever asks for an address that is not the
 * host's is cut off; a violation of the page's policy, an error on the console or an uncaught one fails the test.
 */
export const test = base.extend<HostOptions & { app: App; dataDir: string }>({
  host: ['loopback', { option: true }],
  language: ['en', { option: true }],
  theme: ['light', { option: true }],
  opensAt: [null, { option: true }],
  reminders: [false, { option: true }],
  expectedProblems: [[], { option: true }],

  dataDir: async ({ language, theme }, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'ballast-e2e-'));
    writeFileSync(join(dir, 'settings.json'), JSON.stringify({ language, theme, recent: [] }));
    await use(dir);
    rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },

  app: async ({ host, dataDir, opensAt, reminders, expectedProblems, browser, contextOptions, viewport, timezoneId, language, theme }, use) => {
    const problems = watchProblems(expectedProblems);
    const context = { ...contextOptions, viewport, timezoneId, locale: language, colorScheme: theme };
    const app = host === 'electron' ? await openInElectron(dataDir, problems) : await openInChromium(browser, context, dataDir, problems, reminders);
    if (opensAt !== null) await goTo(app.page, opensAt);
    await use(app);
    await app.close();
    problems.expectNone();
  },
});

export { expect } from '@playwright/test';
