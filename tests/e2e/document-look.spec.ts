import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import type { Page } from '@playwright/test';
import { findBrowser } from '#core/adapters/browsers.ts';
import { madePng } from '#tests/builders/pictures.ts';
import { expect, test, type App } from './support/app.ts';
import { axe } from './support/axe.ts';

const toast = (page: Page) => page.getByRole('status', { name: 'What was just done' });
const colour = (page: Page) => page.getByRole('textbox', { name: 'Colour', exact: true });

async function openSettings(app: App): Promise<Page> {
  await (await app.api()).book.create({ title: 'East', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: 'Lin Xiaotong' });
  await app.page.getByRole('link', { name: 'Settings' }).click();
  await expect(app.page.getByRole('heading', { level: 2, name: 'Documents', exact: true })).toBeVisible();
  return app.page;
}

test('company, colour, fonts and logo are kept by keyboard and pointer, and each is taken back from the toast', async ({ app }) => {
  const page = await openSettings(app);
  const client = await app.api();
  await page.getByRole('textbox', { name: 'Company', exact: true }).fill('恒岳精密');
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('Changed the company to 恒岳精密');
  await colour(page).fill('#b3001b');
  await page.keyboard.press('Tab');
  await expect(toast(page)).toContainText('Changed the colour to #B3001B');
  await page.getByRole('combobox', { name: 'Chinese font', exact: true }).click();
  await page.getByRole('option', { name: 'KaiTi' }).click();
  await expect(toast(page)).toContainText('Changed the Chinese font to KaiTi');
  await page.locator('input[type=file][accept*="image"]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: madePng(90, 30) });
  await expect(page.getByRole('img', { name: 'The logo now, 90 × 30 pixels' })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  expect(await client.documents.look()).toMatchObject({ company: '恒岳精密', accent: '#B3001B', chinese: 'KaiTi', logo: { type: 'png', width: 90 } });
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(toast(page)).toContainText('Removed the logo');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page)).toContainText('Undone: Changed the look of documents');
  await expect(page.getByRole('img', { name: 'The logo now, 90 × 30 pixels' })).toBeVisible();
});

test('what is no picture is refused with the reason; a colour that is none is given up; a light one is said to be darkened', async ({ app }) => {
  const page = await openSettings(app);
  await page.locator('input[type=file][accept*="image"]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>'.repeat(9)) });
  await expect(page.getByText('This is no PNG or JPEG')).toBeVisible();
  expect((await (await app.api()).documents.look()).logo).toBeNull();
  await colour(page).fill('#F2C200');
  await page.keyboard.press('Tab');
  await expect(page.getByText('used a little darker')).toBeVisible();
  await colour(page).fill('red');
  await page.keyboard.press('Tab');
  await expect(colour(page)).toHaveValue('#F2C200');
});

test('a review is saved as PDF and as Excel, in the look', async ({ app }) => {
  test.skip(findBrowser() === null, 'no browser prints PDFs');
  const client = await app.api();
  await client.book.create({ title: 'East', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: 'Lin Xiaotong' });
  await client.accounts.create({ name: '恒岳重工' });
  const { page } = app;
  await page.getByRole('link', { name: /^Accounts/ }).click();
  await page.getByRole('row', { name: /恒岳重工/ }).dblclick();
  for (const [kind, start] of [['PDF', '%PDF'], ['Excel', 'PK']] as const) {
    await page.getByRole('button', { name: 'Prepare review' }).click();
    await page.getByRole('dialog').getByText(kind, { exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Export ${kind}` }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(kind === 'PDF' ? /^恒岳重工 .*\.pdf$/ : /^恒岳重工 .*\.xlsx$/);
    const bytes = readFileSync(await saved.path());
    expect(bytes.subarray(0, start.length).toString()).toBe(start);
    if (kind === 'Excel') expect(Object.keys((await JSZip.loadAsync(bytes)).files)).toContain('xl/worksheets/sheet1.xml');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});
