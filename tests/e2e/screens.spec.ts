import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/lib/project.ts';
import { storyBook } from '#tests/builders/story-book.ts';
import { expect, test as base } from './support/app.ts';
import { axe } from './support/axe.ts';
import { wordsIn } from './support/words.ts';

const test = base.extend<{ accountId: string }>({
  accountId: async ({ dataDir }, use) => use((await storyBook(dataDir)).accountId),
});

const shots = join(root, 'docs', 'screenshots');

/** Checks what stands on the screen, and with SCREENSHOTS=1 keeps its picture. */
async function look(page: Page, name: string, language: string, theme: string): Promise<void> {
  // The stream of topics never ends, so an idle network cannot be waited for: let what has just opened finish its motion.
  await page.waitForTimeout(700);
  expect.soft(await axe(page), name).toEqual([]);
  if (process.env['SCREENSHOTS'] !== '1') return;
  mkdirSync(shots, { recursive: true });
  // No tip of what happens to lie under the pointer, and the folder that a person would see.
  await page.mouse.move(2, 2);
  await page.getByText(tmpdir()).evaluateAll((all) => all.forEach((element) => {
    element.textContent = element.textContent.replace(/^.*(?=[/\\]books[/\\])/, '~/.local/share/ballast');
  }));
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(shots, `${name}-${language}-${theme}.png`) });
}

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme });
      const t = wordsIn(language);

      test('first start', async ({ app: { page } }) => {
        await expect(page.getByRole('heading', { name: t('app:firstStart.title') })).toBeVisible();
        await look(page, 'first-start', language, theme);
        await page.getByLabel(t('app:book.owner')).fill('林晓彤');
        await page.getByRole('button', { name: t('app:book.create') }).click();
        await expect(page.getByText(t('today:empty.book'))).toBeVisible();
        await look(page, 'today-empty', language, theme);
        await page.getByRole('link', { name: t('app:nav.accounts') }).click();
        await expect(page.getByRole('heading', { name: t('accounts:title'), level: 1, exact: true })).toBeVisible();
        await look(page, 'accounts-empty', language, theme);
      });

      test('every screen of a book in use', async ({ accountId, app: { page } }) => {
        test.setTimeout(300_000);
        await expect(page.getByRole('row').nth(2)).toBeVisible();
        await look(page, 'today', language, theme);
        await page.getByRole('link', { name: t('app:nav.accounts') }).click();
        await expect(page.getByRole('row').nth(5)).toBeVisible();
        await page.getByRole('tab', { name: t('accounts:tab.all') }).or(page.getByRole('radio', { name: t('accounts:tab.all') })).first().click();
        await look(page, 'accounts', language, theme);

        for (const tab of ['overview', 'people', 'timeline', 'business', 'history'] as const) {
          if (tab === 'overview') await page.getByRole('row', { name: /Hengyue/ }).click();
          else await page.getByRole('tab', { name: t(`account:tab.${tab}`) }).click();
          await expect(page).toHaveURL(new RegExp(`${accountId}/${tab}$`));
          await look(page, `account-${tab}`, language, theme);
        }

        await page.keyboard.press('ControlOrMeta+l');
        await expect(page.getByRole('dialog', { name: t('log:title') })).toBeVisible();
        await look(page, 'log', language, theme);
        await page.keyboard.press('Escape');

        await page.getByRole('button', { name: t('account:prepareReview') }).click();
        await expect(page.getByRole('dialog')).toContainText(t('review:dialog.prepare'));
        await look(page, 'review', language, theme);
        await page.getByRole('dialog').getByRole('button', { name: t('review:dialog.prepare'), exact: true }).click();
        await expect(page.getByRole('heading', { level: 1 })).toContainText('Hengyue');
        await expect(page.getByRole('button', { name: t('review:head.freeze') })).toBeVisible();
        await look(page, 'review-desk', language, theme);

        await page.keyboard.press('ControlOrMeta+k');
        await page.keyboard.type('hy');
        await expect(page.getByRole('dialog')).toContainText('Hengyue');
        await look(page, 'palette', language, theme);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);

        await page.getByRole('link', { name: t('app:nav.data') }).click();
        await expect(page.getByRole('heading', { name: t('import:title'), level: 1 })).toBeVisible();
        await look(page, 'import', language, theme);
        await page.locator('input[type=file]').setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from('客户编号,公司名称,城市\nN1,新客户,上海\nN2,,北京\n') });
        await expect(page.getByRole('button', { name: t('import:map.check') })).toBeVisible();
        await look(page, 'import-columns', language, theme);
        await page.getByRole('button', { name: t('import:map.check') }).click();
        await expect(page.getByRole('cell', { name: t('import:problem.missing-value') })).toBeVisible();
        await look(page, 'import-preview', language, theme);

        await page.getByRole('link', { name: t('app:nav.settings') }).click();
        await expect(page.getByRole('heading', { name: t('settings:title'), level: 1 })).toBeVisible();
        await look(page, 'settings', language, theme);
      });
    });
  }
}
