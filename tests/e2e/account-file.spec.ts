import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { driveCore } from '#tests/builders/driven-core.ts';
import { storyBook } from '#tests/builders/story-book.ts';
import { expect, test as base } from './support/app.ts';
import { axe } from './support/axe.ts';

const old = ['OrderID,CustomerID,OrderDate,ProductName,UnitPrice,Quantity,Currency', '1,O1,1998-04-09,Tea,10,3,CNY', '2,O1,1998-05-06,Tea,10.5,2,CNY', '3,O1,1998-05-06,Coffee,20,1,EUR'];

const test = base.extend<{ book: 'story' | 'old' }>({
  /** `old`: one account whose orders lie far back. */
  book: ['story', { option: true }],
  dataDir: async ({ dataDir, book }, use) => {
    if (book === 'story') await storyBook(dataDir);
    else {
      const { api, core, importFile } = driveCore(dataDir, dataDir);
      const write = (name: string, lines: string[]): string => {
        writeFileSync(join(dataDir, name), lines.join('\n'));
        return join(dataDir, name);
      };
      await api.book.create({ title: 'Old', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: 'Lin Xiaotong' });
      await importFile(write('accounts.csv', ['CustomerID,CompanyName', 'O1,Old Friends']), 'accounts');
      await importFile(write('orders.csv', old), 'orders');
      await core.close();
    }
    await use(dataDir);
  },
});

test.use({ opensAt: '/accounts' });

const panel = (page: Page): Locator => page.getByRole('tabpanel');
const dialog = (page: Page): Locator => page.getByRole('dialog');
const toast = (page: Page, text: string): Locator => page.getByRole('status').filter({ hasText: text });
const undo = (page: Page): Promise<void> => page.keyboard.press('ControlOrMeta+z');

async function openFile(page: Page, name: RegExp, tab?: string): Promise<void> {
  await page.getByRole('grid').getByRole('row', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  if (tab) await page.getByRole('tab', { name: tab }).click();
}

test('header and overview say what the core knows', async ({ app }) => {
  const { page } = app;
  await openFile(page, /Hengyue/);
  await expect(page.getByRole('banner').or(page.locator('header')).first()).toContainText('Heavy machinery');
  const api = await app.api();
  const [row] = (await api.accounts.window({ filter: { text: 'Hengyue' }, sort: 'name', descending: false, cursor: null, limit: 1 })).rows;
  const millions = `¥${((row?.revenue ?? 0) / 1e10).toFixed(1)}M`;
  await expect(panel(page).getByRole('button', { name: millions })).toBeVisible();

  await page.getByRole('button', { name: 'Key account', exact: true }).click();
  await expect(toast(page, 'no longer a key account')).toBeVisible();
  await undo(page);
  await expect(page.getByRole('button', { name: 'Key account', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('each month of the chart opens its rows, by keyboard too, and their sum is the number', async ({ app }) => {
  const { page } = app;
  await openFile(page, /Hengyue/);
  const chart = panel(page).getByRole('group', { name: 'Revenue by month against the year before' });
  const points = chart.getByRole('button');
  await expect(points).toHaveCount(12);

  await points.last().focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(points.nth(9)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  await expect(points.last()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const said = (await points.nth(10).getAttribute('aria-label')) ?? '';
  const [, revenue, before] = /Revenue (¥[\d,.]+), Year before (¥[\d,.]+)/.exec(said) ?? [];
  expect(revenue).toBeDefined();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('row', { name: /^Sum of/ })).toContainText(revenue ?? '-');
  expect(await axe(page)).toEqual([]);
  await dialog(page).getByText('Year before').click();
  await expect(dialog(page).getByRole('row', { name: /^Sum of/ })).toContainText(before ?? '-');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(points.nth(10)).toBeFocused();

  // The same figures as a table.
  await panel(page).getByText('Table', { exact: true }).click();
  await expect(panel(page).getByRole('table').getByRole('row').nth(11)).toContainText(revenue ?? '-');
});

test('a next step is done from the bar, comes back by Undo, and another is added with its day', async ({ app: { page } }) => {
  await openFile(page, /Hengyue/);
  const bar = page.getByRole('region', { name: 'Next step' });
  const title = (await bar.getByRole('checkbox').getAttribute('aria-label'))?.replace('Done: ', '') ?? '';
  await bar.getByRole('checkbox').click();
  await expect(toast(page, `Done: ${title}`)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: `Done: ${title}` })).toHaveCount(0);
  await toast(page, `Done: ${title}`).getByRole('button', { name: /Undo/ }).click();
  await expect(bar).toContainText(title);

  await bar.getByRole('button', { name: 'Add' }).click();
  await page.getByLabel('Next step', { exact: true }).fill('Confirm the shutdown window');
  const due = page.getByRole('textbox', { name: 'Due' });
  await due.fill('2020-01');
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await due.fill('2020-01-07');
  // Esc leaves the calendar, not what was written.
  await due.press('ArrowDown');
  const calendar = page.getByRole('dialog', { name: /Pick a day/ });
  await expect(calendar.locator('[data-selected]')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(calendar).toHaveCount(0);
  await expect(due).toHaveValue('2020-01-07');
  await due.press('ArrowDown');
  await expect(calendar.locator('[data-selected]')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(due).toHaveValue('2020-01-08');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(bar).toContainText('Confirm the shutdown window');
  await expect(bar).toContainText(/[\d,]+ days late/);
});

test('people are added under whom they report to, changed, and removed with Undo', async ({ app: { page } }) => {
  await openFile(page, /Hengyue/, 'People');
  await panel(page).getByRole('button', { name: 'Add a person' }).click();
  await dialog(page).getByLabel('Name').fill('孟庆国');
  await dialog(page).getByLabel('Title').fill('生产副总裁');
  await dialog(page).getByRole('combobox', { name: 'Reports to' }).click();
  await page.getByRole('option', { name: /何婉清/ }).click();
  await dialog(page).getByRole('combobox', { name: 'Buying roles' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Approver' }).click();
  await page.keyboard.press('ControlOrMeta+Enter');
  const row = panel(page).getByRole('row', { name: /孟庆国/ });
  await expect(row).toContainText('何婉清');
  await expect(row).toContainText('Approver');

  // Those below a person are not offered as his or her manager.
  await panel(page).getByRole('button', { name: '何婉清' }).click();
  await dialog(page).getByRole('combobox', { name: 'Reports to' }).click();
  await expect(page.getByRole('option', { name: /陈立新/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /孟庆国/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await dialog(page).getByLabel('Department').fill('集团财务部');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(panel(page).getByRole('row', { name: /集团财务部/ })).toBeVisible();

  await panel(page).getByRole('button', { name: '孟庆国' }).click();
  await dialog(page).getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(row).toHaveCount(0);
  // The keys of the page are off until the drawer has gone.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await undo(page);
  await expect(row).toBeVisible();
});

test('the timeline opens notes and order lines in place, and Undo brings back what was deleted', async ({ app: { page } }) => {
  await openFile(page, /Hengyue/, 'Timeline');
  const list = panel(page).getByRole('list', { name: 'Timeline' });
  const meeting = list.getByRole('listitem').filter({ hasText: '二号炉线试点' });
  await meeting.getByRole('button').first().click();
  await expect(meeting).toContainText('First verify on furnace line 2');
  await expect(meeting).toContainText('Pilot with 12 measuring points starts in December');

  await panel(page).getByText('Orders', { exact: true }).click();
  const order = list.getByRole('listitem').filter({ hasText: /Order HY-1-/ }).first();
  await expect(meeting).toHaveCount(0);
  await order.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(order.getByRole('row', { name: /^Sum of/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('listitem').nth(1).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(list.getByRole('listitem').last()).toBeInViewport();

  await panel(page).getByText('Interactions', { exact: true }).click();
  await meeting.getByRole('button', { name: 'Delete' }).click();
  await expect(meeting).toHaveCount(0);
  await undo(page);
  await expect(meeting).toHaveCount(1);
});

test('business goes back by years, and products and margin open to the rows that make them', async ({ app }) => {
  const { page } = app;
  await openFile(page, /Hengyue/, 'Business');
  const products = panel(page).getByRole('group', { name: /top products/ }).getByRole('button');
  const said = (await products.first().getAttribute('aria-label')) ?? '';
  const [, name, money] = /^(.*), Revenue (¥[\d,.]+),/.exec(said) ?? [];
  await products.first().click();
  await expect(dialog(page)).toContainText(`Order lines, ${name}`);
  await expect(dialog(page).getByRole('row', { name: /^Sum of/ })).toContainText(money ?? '-');
  await page.keyboard.press('Escape');

  const margin = panel(page).getByRole('group', { name: 'Margin by month against the year before' }).getByRole('button').nth(5);
  const [, worth] = /Margin (¥[\d,.]+), Year/.exec((await margin.getAttribute('aria-label')) ?? '') ?? [];
  await margin.click();
  await expect(dialog(page).getByRole('row', { name: /^Sum of/ })).toContainText(worth ?? '-');
  await page.keyboard.press('Escape');

  const thisYear = new Date().getFullYear();
  await expect(panel(page).getByRole('button', { name: 'Twelve months later' })).toBeDisabled();
  await panel(page).getByRole('button', { name: 'Twelve months earlier' }).click();
  await expect(panel(page)).toContainText(new RegExp(`${thisYear - 2}.*${thisYear - 1}`));
  await panel(page).getByRole('button', { name: 'To today' }).click();
  await expect(panel(page).getByRole('button', { name: 'Twelve months later' })).toBeDisabled();
});

test('an older step shows first what undoing it would revert and what it keeps', async ({ app }) => {
  const { page } = app;
  await page.getByRole('heading', { level: 1, name: 'Accounts', exact: true }).waitFor();
  const api = await app.api();
  const [hit] = await api.people.find({ text: 'Hengyue', kinds: ['account'], limit: 1 });
  const id = hit?.id ?? '';
  await api.accounts.update({ id, patch: { phone: '0510-1111', website: 'old.example' } });
  await api.accounts.update({ id, patch: { phone: '0510-2222' } });
  await openFile(page, /Hengyue/, 'History');
  const steps = panel(page).getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await steps.nth(1).getByRole('button', { name: /Changed/ }).first().click();
  await expect(steps.nth(1)).toContainText('old.example');
  await steps.nth(1).getByRole('button', { name: /^Undo/ }).click();
  const preview = page.getByRole('dialog', { name: 'Undo this step?' });
  await expect(preview).toContainText('old.example');
  await expect(preview).toContainText('Kept: changed since, by 林晓彤');
  expect(await axe(page)).toEqual([]);
  await preview.getByRole('button', { name: 'Undo' }).click();
  await expect(preview).toHaveCount(0);
  const { account } = await api.accounts.file({ id });
  expect([account.website, account.phone]).toEqual([null, '0510-2222']);

  await page.getByRole('button', { name: 'Details' }).click();
  const ends = dialog(page).getByRole('textbox', { name: 'Contract ends' });
  await ends.fill('2027-02-30');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog(page)).toContainText('Write the day as YYYY-MM-DD.');
  await ends.fill('2027-02-27');
  await ends.press('ArrowDown');
  await expect(dialog(page).locator('[data-selected]')).toBeFocused();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(ends).toBeFocused();
  await expect(dialog(page).getByRole('table')).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'History of “Phone”' }).click();
  await expect(dialog(page)).toContainText('0510-1111 → 0510-2222');
  await dialog(page).getByLabel('Phone', { exact: true }).fill('0510-3333');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog(page)).toHaveCount(0);
  const changed = (await api.accounts.file({ id })).account;
  expect([changed.phone, changed.contractEnd]).toEqual(['0510-3333', '2027-02-27']);
});

test('a file whose account was taken back says so and leads to the list', async ({ app }) => {
  const { page } = app;
  await page.getByRole('heading', { level: 1, name: 'Accounts', exact: true }).waitFor();
  const api = await app.api();
  const { id, stepNo } = await api.accounts.create({ name: 'Short-lived' });
  await page.getByRole('tab', { name: 'All' }).click();
  await openFile(page, /Short-lived/);
  await api.history.undo({ no: stepNo });
  await expect(page.getByRole('alert')).toContainText('Back to accounts');
  await page.getByRole('button', { name: 'Back to accounts' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  expect(id).not.toBe('');
  await expect(page.getByRole('row', { name: /Short-lived/ })).toHaveCount(0);
});

test.describe('orders of long ago', () => {
  test.use({ book: 'old' });

  test('are offered instead of an empty chart, and other currencies stand apart', async ({ app: { page } }) => {
    await expect(page.getByRole('row', { name: /Old Friends/ }).getByRole('img', { name: /No orders in the book currency, .* – / }).first()).toBeVisible();
    await openFile(page, /Old Friends/);
    await expect(panel(page)).toContainText('No orders in the last 24 months. The latest is of 6 May 1998.');
    await panel(page).getByRole('button', { name: 'Show the 12 months to May 1998' }).click();
    await expect(panel(page).getByRole('group', { name: /Revenue by month/ }).getByRole('button')).toHaveCount(12);
    await expect(panel(page)).toContainText('¥51');
    await panel(page).getByRole('group', { name: /Revenue by month/ }).getByRole('button').last().click();
    await expect(dialog(page).getByRole('row', { name: /^Sum of 1 line/ })).toContainText('¥21');
    await page.keyboard.press('Escape');

    await page.getByRole('tab', { name: 'Business' }).click();
    await panel(page).getByRole('button', { name: 'Show the 12 months to May 1998' }).click();
    await panel(page).getByRole('button', { name: 'EUR 20' }).click();
    await expect(dialog(page).getByRole('row', { name: /^Sum of 1 line/ })).toContainText('EUR 20');
    expect(await axe(page)).toEqual([]);
  });
});
