import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { axe } from './support/axe.ts';
import { goTo } from './support/go-to.ts';

const book = { title: 'East', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: 'Lin Xiaotong' };
const toast = (page: Page) => page.getByRole('status', { name: 'What was just done' });

test('a milestone is added by keyboard, changed, and taken back from the toast', async ({ app }) => {
  const { page } = app;
  const client = await app.api();
  await client.book.create(book);
  const { id } = await client.accounts.create({ name: 'Hengyue', customerSince: '2021-11-30' });
  await goTo(page, `/accounts/${id}/overview`);
  await page.getByRole('button', { name: 'Add a day' }).click();
  await page.getByRole('textbox', { name: 'What day it is' }).fill('Listed in Shenzhen');
  await page.getByRole('textbox', { name: 'Day', exact: true }).fill('2006-12-05');
  await page.getByRole('textbox', { name: 'Day', exact: true }).press('Enter');
  await expect(toast(page)).toContainText('Added: Listed in Shenzhen');
  await expect(page.getByText(/^\d+ years: Listed in Shenzhen$/)).toBeVisible();
  await expect(page.getByText(/^\d+ years as a customer$/)).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Change “Listed in Shenzhen”' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(toast(page)).toContainText('Removed: Listed in Shenzhen');
  await expect(page.getByText(/^\d+ years: Listed in Shenzhen$/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^\d+ years: Listed in Shenzhen$/)).toBeVisible();
});

test('a lunar birthday is entered without its year and shown in both calendars', async ({ app }) => {
  const { page } = app;
  const client = await app.api();
  await client.book.create(book);
  const { id } = await client.accounts.create({ name: 'Hengyue' });
  await goTo(page, `/accounts/${id}/people`);
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('陈立新');
  const birthday = page.getByRole('group', { name: 'Birthday' });
  await birthday.getByText('Lunar', { exact: true }).click();
  await birthday.getByRole('combobox', { name: 'Month' }).click();
  await page.getByRole('option', { name: '六月', exact: true }).click();
  await expect(birthday.getByText('Month and day make it a day')).toBeVisible();
  await birthday.getByRole('combobox', { name: 'Day' }).click();
  await page.getByRole('option', { name: '十八', exact: true }).click();
  await expect(birthday.getByText(/^Next: \d+ \w+ \d{4} · 六月十八$/)).toBeVisible();
  await birthday.getByRole('checkbox', { name: 'Leap month' }).check();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('textbox', { name: /^Stay in touch/ }).fill('30');
  await page.keyboard.press('Control+Enter');
  await expect(toast(page)).toContainText('Added: 陈立新');
  expect(await client.people.list({ accountId: id })).toMatchObject([{ birthday: 'lunar:--06L-18', keepInTouchDays: 30 }]);
});

test('the working week, the holidays and a list of the next year are settled in the settings', async ({ app }) => {
  const { page } = app;
  const client = await app.api();
  await client.book.create(book);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('checkbox', { name: 'Sat' }).click();
  await expect(toast(page)).toContainText('Changed the working week');
  const next = Number((await client.book.status()).today.slice(0, 4)) + 1;
  await page.locator('input[type=file][accept*=".ics"]').setInputFiles({ name: 'days.csv', mimeType: 'text/csv', buffer: Buffer.from(`${next}-10-01,off,National Day\n${next}-10-32,off,\n`) });
  await expect(toast(page)).toContainText('Imported 1 day');
  await expect(page.getByText('National Day')).toBeVisible();
  await expect(page.getByText(`Line 2: this is no date (${next}-10-32)`)).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('checkbox', { name: 'Keep it on this computer' }).click();
  await expect(page.getByText(/calendars.*\.ics$/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file…' }).click();
  expect((await download).suggestedFilename()).toBe('East.ics');
  expect((await client.calendar.read()).settings.week).toEqual([1, 2, 3, 4, 5, 6]);
});
