import { expect, type BrowserContext, type Page } from '@playwright/test';

/** Everything a page complained of, from all windows of a test. */
export interface Problems {
  watch(context: BrowserContext): Promise<void>;
  watchPage(page: Page): void;
  /** What came so far that nobody expected. */
  list(): string[];
  /** @throws when anything unexpected came */
  expectNone(): void;
}

/** The browser reports every refusal of a call; one that the contract words is an answer like any other. */
function isAnswer(text: string, url: string): boolean {
  return /Failed to load resource: .* status of 4\d\d/.test(text) && new URL(url).pathname.startsWith('/rpc/');
}

/** @param expected console errors that the test provokes on purpose */
export function watchProblems(expected: RegExp[]): Problems {
  const found: string[] = [];
  const add = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) found.push(text);
  };
  const watchPage = (page: Page) => {
    page.on('pageerror', (error) => add(`uncaught: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAnswer(message.text(), message.location().url)) add(`console: ${message.text()} (${message.location().url})`);
    });
  };
  return {
    watchPage,
    async watch(context) {
      context.on('page', watchPage);
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy violated: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
        });
      });
    },
    list: () => [...found],
    expectNone: () => expect(found, 'console errors, uncaught errors and policy violations').toEqual([]),
  };
}
