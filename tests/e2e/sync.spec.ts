import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type App } from './support/app.ts';
import { axe } from './support/axe.ts';
import { goTo } from './support/go-to.ts';
import { wordsIn } from './support/words.ts';

const settings = { timeZone: 'Asia/Shanghai', currency: 'CNY', owner: '林晓彤' };

async function sync(page: Page, folder: string, t: (key: string) => string): Promise<void> {
  await goTo(page, '/data');
  await page.getByRole('textbox', { name: t('sync:folder') }).fill(folder);
  await page.getByRole('button', { name: t('sync:run'), exact: true }).click();
}

/** A folder for bundles, and a book with one account that has been put there. */
async function handOn(app: App, t: (key: string) => string): Promise<string> {
  const folder = join(app.dataDir, 'shared');
  mkdirSync(folder);
  const api = await app.api();
  await api.book.create({ title: 'East', ...settings });
  await api.accounts.create({ name: 'Hengyue Heavy Industries' });
  await sync(app.page, folder, t);
  return folder;
}

test('what one book hands on, another takes in, and a second sync brings nothing new', async ({ app }) => {
  const { page } = app;
  const t = wordsIn('en');
  const folder = await handOn(app, t);
  await expect(page.getByText(/changes handed on\./)).toBeVisible();
  await expect(page.getByText('Last synced')).toBeVisible();
  await page.getByRole('button', { name: 'Sync', exact: true }).click();
  await expect(page.getByText('Nothing new here or there.')).toBeVisible();

  await (await app.api()).book.create({ title: 'Another', ...settings, owner: '周启' });
  await sync(page, folder, t);
  await expect(page.getByText(/changes taken in\./)).toBeVisible();
  await goTo(page, '/accounts');
  await expect(page.getByRole('row', { name: /Hengyue Heavy Industries/ })).toBeVisible();
});

test('a damaged bundle is named and left alone, and nothing of it is taken in', async ({ app }) => {
  const { page } = app;
  const folder = await handOn(app, wordsIn('en'));
  await expect(page.getByText(/changes handed on\./)).toBeVisible();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.ballast-sync'))) {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
  }
  await (await app.api()).book.create({ title: 'Another', ...settings });
  await sync(page, folder, wordsIn('en'));
  await expect(page.getByRole('list', { name: 'Not read' })).toContainText('Damaged or not yet complete');
  await goTo(page, '/accounts');
  await expect(page.getByRole('row', { name: /Hengyue/ })).toHaveCount(0);
});

test('what lay in the folder before a person was erased is named', async ({ app }) => {
  const { page } = app;
  const t = wordsIn('en');
  const folder = await handOn(app, t);
  const api = await app.api();
  const { id } = await api.accounts.create({ name: 'Luzhong Cement' });
  const { personId } = await api.people.create({ accountId: id, name: 'Su Min' });
  await expect(page.getByText(/changes handed on\./)).toBeVisible();
  await sync(page, folder, t);
  await expect.poll(() => readdirSync(folder).length).toBe(2);
  expect((await api.people.eraseForGood({ personId })).shared).toEqual({ folder, bundles: 1 });
  await page.getByRole('button', { name: 'Sync', exact: true }).click();
  await expect(page.getByText('1 older bundle still holds people erased for good.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Bundles to delete' }).getByRole('listitem')).toHaveCount(1);
});

test('a folder that is not there is said so in place', async ({ app }) => {
  const { page } = app;
  await (await app.api()).book.create({ title: 'East', ...settings });
  await sync(page, join(app.dataDir, 'nowhere'), wordsIn('en'));
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sync', exact: true })).toBeEnabled();
});

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme });

      test('the card can be used by everybody', async ({ app }) => {
        const t = wordsIn(language);
        await handOn(app, t);
        await expect(app.page.getByRole('heading', { name: t('sync:title') })).toBeVisible();
        await expect(app.page.getByRole('status').filter({ hasText: /\d/ })).not.toHaveCount(0);
        expect(await axe(app.page)).toEqual([]);
      });
    });
  }
}
