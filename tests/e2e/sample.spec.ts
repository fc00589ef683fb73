import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/app.ts';
import { axe } from './support/axe.ts';
import { goTo } from './support/go-to.ts';
import { wordsIn } from './support/words.ts';

const books = (dataDir: string): string[] => (existsSync(join(dataDir, 'books')) ? readdirSync(join(dataDir, 'books')) : []).filter((name) => name.endsWith('.ballast'));

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme });
      const t = wordsIn(language);
      // The tabs are slow to check; each language and each theme sees them once.
      const tabs = (language === 'en') === (theme === 'light') ? ['people', 'timeline', 'business', 'history'] : [];

      test('a newcomer looks around, and goes on to a book of their own', async ({ app: { page } }) => {
        test.setTimeout(120_000);
        expect(await axe(page)).toEqual([]);
        await page.getByRole('region', { name: t('app:firstStart.sample') }).getByRole('button', { name: t('app:sample.make') }).click();
        await expect(page.getByRole('grid', { name: t('today:section.late') })).toBeVisible({ timeout: 60_000 });
        expect(await axe(page)).toEqual([]);
        await page.getByRole('link', { name: t('app:nav.accounts') }).click();
        await expect(page.getByRole('row', { name: /恒岳重工集团/ }).first()).toBeVisible();
        expect(await axe(page)).toEqual([]);

        await page.getByRole('row', { name: /恒岳重工集团/ }).first().click();
        await expect(page.getByRole('heading', { level: 1 })).toContainText('恒岳重工集团');
        for (const tab of tabs) {
          await page.getByRole('tab', { name: t(`account:tab.${tab}`) }).click();
          await expect(page).toHaveURL(new RegExp(`/${tab}$`));
          await page.waitForTimeout(400);
          expect(await axe(page), tab).toEqual([]);
        }
        await page.getByRole('button', { name: new RegExp(t('app:sample.title')) }).click();
        await page.getByRole('menuitem', { name: t('app:bookMenu.new') }).click();
        await expect(page.getByRole('dialog').getByLabel(t('app:book.owner'))).toBeVisible();
      });
    });
  }
}

test('the pages of a review hold their tables, also those of a large account', async ({ app }) => {
  const { page } = app;
  const client = await app.api();
  for await (const event of await client.sample.create({ title: 'Sample book', timeZone: 'Asia/Shanghai', currency: 'CNY', today: '2026-11-24' })) void event;
  const { rows: [largest] } = await client.accounts.window({ filter: {}, sort: 'revenue', descending: true, limit: 1, cursor: null });
  const { id } = await client.reviews.create({ accountId: largest?.id ?? '', period: { year: 2026, quarter: 4 }, language: 'en' });
  await goTo(page, `/accounts/${largest?.id}/reviews/${id}`);
  const sections = page.getByRole('navigation', { name: 'Sections' }).locator('ol button[aria-keyshortcuts]');
  await expect(sections.first()).toBeVisible();
  const seen: string[] = [];
  for (const section of await sections.all()) {
    await section.click();
    await expect(section).toHaveAttribute('aria-current', 'page');
    for (const table of await page.getByRole('main').getByRole('table').all()) {
      seen.push(await table.getAttribute('aria-label') ?? '');
      const over = await table.evaluate(({ parentElement: place }) => (place ? place.scrollHeight - place.clientHeight : Infinity));
      expect.soft(over, `pixels that ${seen.at(-1)} is too high`).toBeLessThanOrEqual(0);
    }
  }
  expect(seen.filter((name) => name !== '').length).toBeGreaterThan(3);
});

test('cancelled, nothing is left of it', async ({ app: { page }, dataDir }) => {
  await page.getByRole('button', { name: 'Make the sample' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Make the sample' })).toBeEnabled();
  await expect(page.getByRole('region', { name: 'Making the sample book' })).toBeHidden();
  await expect(() => expect(books(dataDir)).toEqual([])).toPass();
  await expect(page.getByRole('heading', { name: 'New book' })).toBeVisible();
});
