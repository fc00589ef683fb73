import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostMessage } from '../../scripts/lib/host-process.ts';
import { lockBook } from '#core/db/book-lock.ts';
import { expect, test } from './support/app.ts';
import { axe } from './support/axe.ts';
import { startLoopback } from './support/loopback-process.ts';
import { wordsIn } from './support/words.ts';

test.skip(({ host }) => host !== 'loopback', 'it takes two hosts on two data folders');

for (const language of ['en', 'zh-CN'] as const) {
  test.describe(language, () => {
    test.use({ language });
    const t = wordsIn(language);

    test('a book that another host has open leads to that host', async ({ app, browser }) => {
      const other = mkdtempSync(join(tmpdir(), 'ballast-e2e-other-'));
      const said: HostMessage[] = [];
      const owner = await startLoopback(other, [], (message) => said.push(message));
      try {
        const context = await browser.newContext({ locale: 'en' });
        const theirs = await context.newPage();
        await theirs.goto(`file://${owner.launch}`);
        await theirs.getByLabel('Your name').fill('Lin Xiaotong');
        await theirs.getByRole('button', { name: 'Make the book' }).click();
        await expect(theirs.getByRole('link', { name: 'Today' })).toBeVisible();

        const { page } = app;
        await page.getByLabel(t('app:book.path')).fill(join(other, 'books', 'Key accounts.ballast'));
        await page.keyboard.press('Enter');
        const alert = page.getByRole('alert').first();
        await expect(alert).toContainText(t('errors:title.book-in-use'));
        await expect(alert).toContainText(t('app:host.loopback'));
        const show = alert.getByRole('button', { name: t('app:book.show') });
        await show.focus();
        await page.keyboard.press('Enter');
        await expect(alert.getByRole('status')).toHaveText(t('app:book.shown'));
        expect(await axe(page)).toEqual([]);

        expect(said.map(({ state }) => state)).toEqual(['open', 'show']);
        const tab = await context.newPage();
        await tab.goto(`file://${said[1]?.launch}`);
        await expect(tab.getByRole('link', { name: 'Today' })).toBeVisible();
        expect(new URL(tab.url()).origin).toBe(owner.origin);
        await context.close();
      } finally {
        owner.end();
        await owner.ended;
        rmSync(other, { recursive: true, force: true });
      }
    });

    test('one that nobody can show says what to do instead', async ({ app, dataDir }) => {
      const path = join(dataDir, 'held.ballast');
      const { page } = app;
      const api = await app.api();
      await api.book.create({ title: 'Held', timeZone: 'UTC', currency: 'EUR', owner: 'Anna', path });
      await api.book.close();
      const lock = lockBook(path, 'cli');
      try {
        await page.getByLabel(t('app:book.path')).fill(path);
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: t('app:book.show') }).click();
        await expect(page.getByText(t('app:book.notShown'))).toBeVisible();
        expect(await axe(page)).toEqual([]);
        expect(readFileSync(`${path}.owner`, 'utf8')).toBe('cli');
      } finally {
        lock.release();
      }
      await page.getByRole('button', { name: t('common:retry') }).click();
      await expect(page.getByRole('link', { name: t('app:nav.today') })).toBeVisible();
    });
  });
}
