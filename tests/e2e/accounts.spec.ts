import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { driveCore } from '#tests/builders/driven-core.ts';
import { storyBook } from '#tests/builders/story-book.ts';
import { expect, test as base } from './support/app.ts';
import { axe } from './support/axe.ts';

const test = base.extend<{ rows: number }>({
  /** Rows of the book: 0 for the story, else that many accounts and nothing beside them. */
  rows: [0, { option: true }],
  dataDir: async ({ dataDir, rows }, use) => {
    if (rows === 0) await storyBook(dataDir);
    else {
      const { api, core, importFile } = driveCore(dataDir, dataDir);
      await api.book.create({ title: 'Many', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: 'Lin Xiaotong' });
      const file = join(dataDir, 'many.csv');
      writeFileSync(file, ['CustomerID,CompanyName,City', ...Array.from({ length: rows }, (_, n) => `M${n},Company ${String(n).padStart(5, '0')},City ${n % 7}`)].join('\n'));
      await importFile(file, 'accounts');
      await core.close();
    }
    await use(dataDir);
  },
});

test.use({ opensAt: '/accounts' });

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Accounts' });
const row = (page: Page, name: RegExp | string): Locator => grid(page).getByRole('row', { name });
const names = (page: Page): Promise<string[]> => grid(page).locator('[role=rowgroup] [role=rowheader]').allInnerTexts();
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name });
/** The row the keyboard is on, as assistive technology is told. */
const activeName = (page: Page): Promise<string> => page.evaluate(() => {
  const id = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant');
  return (id && document.getElementById(id)?.querySelector('[role=rowheader]')?.textContent) ?? '';
});

test('key accounts come first, with counts, totals and a sort that the core does', async ({ app: { page } }) => {
  await expect(tab(page, 'Key accounts')).toHaveAttribute('aria-selected', 'true');
  await expect(tab(page, 'Key accounts')).toContainText('12');
  await expect(tab(page, 'All')).toContainText('18');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '13');
  await expect(grid(page)).toContainText('12 accounts');

  const revenue = grid(page).getByRole('columnheader', { name: /Revenue/ });
  await expect(revenue).toHaveAttribute('aria-sort', 'descending');
  const bySales = await names(page);
  expect(bySales[0]).toContain('Hengyue');
  await revenue.getByRole('button').click();
  await expect(revenue).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await names(page)).at(-1)).toContain('Hengyue');

  // A column of words begins from A, and the keyboard reaches it.
  await grid(page).getByRole('button', { name: 'City' }).focus();
  await page.keyboard.press('Enter');
  await expect(grid(page).getByRole('columnheader', { name: 'City' })).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await names(page))[0]).toContain('Torvik');
});

test('the keyboard goes through the list, opens a file and comes back to the same row', async ({ app: { page } }) => {
  await row(page, /Hengyue/).waitFor();
  await grid(page).focus();
  expect(await activeName(page)).toContain('Hengyue');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  expect(await activeName(page)).toContain('Northgate');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  const last = await activeName(page);
  expect(last).toContain('Larkspur');
  expect(await axe(page)).toEqual([]);

  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Larkspur Aerospace' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Where this is' }).getByRole('button', { name: 'Accounts' }).click();
  await expect(grid(page)).toBeFocused();
  expect(await activeName(page)).toBe(last);
});

test('a filter finds by pinyin and initials, and says what to do when it finds nothing', async ({ app: { page } }) => {
  await tab(page, 'All').click();
  const filter = page.getByLabel('Filter accounts');
  await filter.fill('yzwl');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  await expect(row(page, /远舟物流/)).toBeVisible();
  await filter.fill('nobody at all');
  await expect(page.getByText('No account matches this filter.')).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '19');

  // What was typed is still there after a look into a file.
  await filter.fill('bank');
  await row(page, /Castellan/).click();
  await page.getByRole('navigation', { name: 'Where this is' }).getByRole('button').first().click();
  await expect(filter).toHaveValue('bank');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
});

test('the flag of a key account goes on and off, and Undo takes it back', async ({ app: { page } }) => {
  await tab(page, 'All').click();
  await page.getByRole('button', { name: 'Mark Oakline Retail as a key account' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Oakline Retail is a key account' })).toBeVisible();
  await expect(tab(page, 'Key accounts')).toContainText('13');
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts', exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(tab(page, 'Key accounts')).toContainText('12');
});

test('a next step is written where it is missing; letters typed there are no shortcuts', async ({ app: { page } }) => {
  const without = grid(page).getByRole('row').filter({ hasText: 'Add a next step' }).first();
  const cell = row(page, new RegExp((await without.getByRole('rowheader').innerText()).split('\n')[0] ?? ''));
  await cell.getByRole('button', { name: 'Add a next step' }).click();
  await page.keyboard.type('Njkflo: call Ingrid');
  await page.keyboard.press('Enter');
  await expect(cell).toContainText('Njkflo: call Ingrid');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
  await expect(cell.getByRole('button', { name: 'Add a next step' })).toBeVisible();

  await cell.getByRole('button', { name: 'Add a next step' }).click();
  await page.keyboard.type('never mind');
  await page.keyboard.press('Escape');
  await expect(cell.getByRole('button', { name: 'Add a next step' })).toBeVisible();
});

test('a new account needs a name, opens its file, and can be taken back', async ({ app: { page } }) => {
  await row(page, /Hengyue/).waitFor();
  await grid(page).focus();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New account' });
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('An account needs a name.')).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await dialog.getByLabel('Name', { exact: true }).fill('  Tamarind Hotels ');
  await dialog.getByLabel('City').fill('Lisbon');
  await dialog.getByLabel('Key account').check();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Tamarind Hotels' })).toBeVisible();

  await page.getByRole('navigation', { name: 'Where this is' }).getByRole('button').first().click();
  await expect(tab(page, 'Key accounts')).toContainText('13');
  const made = row(page, /Tamarind/);
  await expect(made.getByRole('img', { name: 'No orders in the book currency yet' }).first()).toBeVisible();
  await expect(made).not.toContainText('¥0');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(made).toHaveCount(0);
});

test('quiet accounts are those not met for over 30 days', async ({ app }) => {
  const { page } = app;
  await tab(page, 'Quiet over 30 days').click();
  const api = await app.api();
  const { rows } = await api.accounts.window({ filter: { quietDays: 30 }, sort: 'revenue', descending: true, cursor: null, limit: 50 });
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(rows.length + 1));
  expect(rows.length).toBeGreaterThan(0);
  for (const { name } of rows) await expect(row(page, new RegExp(name))).toContainText(/\d+ d ago/);
});

test.describe('a long list', () => {
  test.use({ rows: 1_500 });

  test('draws only what is in view, fetches further windows ahead, and keeps header and totals', async ({ app: { page } }) => {
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '1501');
    await grid(page).getByRole('button', { name: 'Account', exact: true }).click();
    await expect(row(page, /Company 00000/)).toBeVisible();
    const drawn = (): Promise<number> => grid(page).getByRole('row').count();
    expect(await drawn()).toBeLessThan(60);

    await expect(async () => {
      await grid(page).evaluate((element) => { element.scrollTop = element.scrollHeight; });
      await expect(row(page, /Company 01499/)).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
    expect(await drawn()).toBeLessThan(60);
    await expect(grid(page).getByRole('columnheader', { name: 'City' })).toBeInViewport();
    await expect(grid(page).getByText('1,500 accounts')).toBeInViewport();

    // Another order is another list: it begins at its top.
    await grid(page).getByRole('button', { name: 'Account', exact: true }).click();
    await expect.poll(async () => (await names(page))[0]).toContain('Company 01499');
    expect(await grid(page).evaluate((element) => element.scrollTop)).toBe(0);
  });

  test('names the columns it has no room for no longer, and keeps the first in place', async ({ app: { page } }) => {
    await row(page, /Company/).first().waitFor();
    await page.setViewportSize({ width: 860, height: 700 });
    await expect(grid(page).getByRole('columnheader', { name: 'City' })).toHaveCount(0);
    await expect(grid(page).getByRole('columnheader', { name: 'Next step' })).toHaveCount(1);
    const first = grid(page).locator('[role=rowgroup] [role=rowheader]').first();
    const before = await first.boundingBox();
    await grid(page).evaluate((element) => { element.scrollLeft = 200; });
    expect((await first.boundingBox())?.x).toBe(before?.x);
  });
});
