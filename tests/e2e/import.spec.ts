import type { Page } from '@playwright/test';
import { sharedData } from '#tests/fixtures/shared-data.ts';
import { expect, test, type App } from './support/app.ts';
import { axe } from './support/axe.ts';
import { chooseFiles, csv, importFiles } from './support/import-files.ts';

const northwind = ['orders.csv', 'contacts.csv', 'customers.csv'].map((name) => sharedData(`northwind_csv/${name}`));
const book = { title: 'Northwind', timeZone: 'Asia/Shanghai', currency: 'USD', owner: 'Lin Xiaotong' };

async function openBook(app: App): Promise<Page> {
  const client = await app.api();
  await client.book.create(book);
  await expect(app.page.getByRole('link', { name: 'Data' })).toBeVisible();
  return app.page;
}

const outcome = (page: Page, records: string) => page.getByRole('row', { name: new RegExp(`^${records} `) }).getByRole('cell');

test('Northwind goes in whole, accounts before people before orders, and shows what it did', async ({ app }) => {
  const files = northwind.filter((path) => path !== null);
  test.skip(files.length < 3, 'northwind_csv is absent');
  const page = await openBook(app);
  await chooseFiles(page, files);
  await expect(page.getByRole('list', { name: 'Files' }).getByRole('button', { name: /columns$/ })).toHaveText([/customers\.csv/, /contacts\.csv/, /orders\.csv/]);
  await expect(page.getByRole('combobox', { name: 'customers.csv holds' })).toHaveValue('Accounts');
  await expect(page.getByRole('combobox', { name: 'What column CompanyName becomes' })).toHaveValue('Name (needed)');
  await expect(page.getByRole('row', { name: /CustomerID/ })).toContainText('ALFKI · ANATR · ANTON');

  await page.getByRole('button', { name: 'See what would happen' }).click();
  await expect(outcome(page, 'Accounts')).toHaveText(['93', '0', '0']);
  await expect(page.getByText('No row is left out.')).toBeVisible();
  expect((await (await app.api()).accounts.totals({ filter: {} })).count).toBe(0);

  await page.getByRole('button', { name: 'Import 93 rows' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Imported 93 rows of customers.csv' })).toBeVisible();
  for (const [name, rows] of [['contacts.csv', '93'], ['orders.csv', '2,155']]) {
    await page.getByRole('button', { name: /^Go on with the next/ }).click();
    await page.getByRole('button', { name: 'See what would happen' }).click();
    await page.getByRole('button', { name: `Import ${rows} rows` }).click();
    await expect(page.getByRole('heading', { name: `${name}, imported` })).toBeVisible();
  }
  await expect(outcome(page, 'Orders')).toHaveText(['830', '0', '0']);
  await expect(outcome(page, 'Order lines')).toHaveText(['2,155', '0', '0']);
  await page.getByRole('button', { name: 'See the accounts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts', exact: true })).toBeVisible();
  expect((await (await app.api()).accounts.totals({ filter: {} })).count).toBe(93);
});

test('columns can be chosen by hand, and what is still needed is named', async ({ app }) => {
  const page = await openBook(app);
  await chooseFiles(page, [csv('list.csv', ['Firma,Ort', 'Ernst Handel,Graz'])]);
  await expect(page.getByText('Still needed: Name. Choose the column for it.')).toBeVisible();
  const check = page.getByRole('button', { name: 'See what would happen' });
  await expect(check).toBeDisabled();
  await page.getByRole('combobox', { name: 'list.csv holds' }).click();
  await page.getByRole('option', { name: 'Accounts' }).click();
  await page.getByRole('combobox', { name: 'What column Firma becomes' }).click();
  await page.getByRole('option', { name: 'Name (needed)' }).click();
  await page.getByRole('combobox', { name: 'What column Ort becomes' }).click();
  await page.keyboard.type('city');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 of 2 are imported')).toBeVisible();
  await check.click();
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(page.getByRole('heading', { name: 'list.csv, imported' })).toBeVisible();
  const { rows } = await (await app.api()).accounts.window({ filter: {}, sort: 'name', descending: false, cursor: null, limit: 10 });
  expect(rows.map(({ name, city }) => [name, city])).toEqual([['Ernst Handel', 'Graz']]);
});

test('rows that cannot be taken are listed by row and column, the rest goes in', async ({ app }) => {
  const page = await openBook(app);
  await importFiles(page, [csv('customers.csv', ['Customer ID,Company Name', 'A1,Ernst Handel'])]);
  await page.getByRole('button', { name: 'Close the summary' }).click();
  await chooseFiles(page, [csv('orders.csv', [
    'Order ID,Customer ID,Order Date,Product,Unit Price,Quantity',
    '1,A1,2026-10-05,Chang,19.00,2',
    '2,B9,2026-10-06,Chang,19.00,2',
    '3,A1,2026-13-45,Chang,19.00,2',
    '4,A1,2026-10-07,Chang,nineteen,2',
  ])]);
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await expect(page.getByRole('heading', { name: 'Rows left out' })).toBeVisible();
  const problems = page.getByRole('region', { name: 'Rows left out' }).getByRole('row');
  await expect(problems.nth(1)).toHaveText(/^3\s*Customer ID\s*B9\s*No account has this number or name/);
  await expect(problems.nth(2)).toHaveText(/^4\s*Order Date\s*2026-13-45\s*This is no date/);
  await expect(problems.nth(3)).toHaveText(/^5\s*Unit Price\s*nineteen\s*This is no number/);
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(outcome(page, 'Orders')).toHaveText(['1', '0', '0']);
  await expect(page.getByRole('region', { name: 'Rows left out' })).toBeVisible();
});

test('an import is reverted as one step, after showing what goes and what stays', async ({ app }) => {
  const page = await openBook(app);
  await importFiles(page, [csv('customers.csv', ['Customer ID,Company Name,City', 'A1,Ernst Handel,Graz', 'A2,Bon app,Marseille'])]);
  const client = await app.api();
  const { rows } = await client.accounts.window({ filter: {}, sort: 'name', descending: false, cursor: null, limit: 10 });
  const ernst = rows.find(({ name }) => name === 'Ernst Handel');
  await client.accounts.update({ id: ernst?.id ?? '', patch: { city: 'Linz' } });

  await page.getByRole('button', { name: 'Revert', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Revert this import' });
  await expect(dialog).toContainText('Imported accounts from customers.csv');
  await expect(dialog).toContainText('Accounts: 1 new one goes');
  await expect(dialog).toContainText('Ernst Handel');
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Revert' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('This import was reverted.')).toBeVisible();
  await expect(page.getByText('Reverted', { exact: true })).toBeVisible();
  expect((await client.accounts.window({ filter: {}, sort: 'name', descending: false, cursor: null, limit: 10 })).rows.map(({ name }) => name)).toEqual(['Ernst Handel']);
});

test('a long import goes on while something else is looked at, and stops when cancelled', async ({ app }) => {
  const page = await openBook(app);
  const lines = Array.from({ length: 120_000 }, (_, index) => `C${index},Customer ${index},City ${index % 50}`);
  await chooseFiles(page, [csv('many.csv', ['Customer ID,Company Name,City', ...lines])]);
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await page.getByRole('button', { name: 'Import 120,000 rows' }).click({ timeout: 60_000 });
  const card = page.getByRole('region', { name: 'Importing many.csv' });
  await expect(card).toContainText(/[\d,]+ of 120,000/);
  await page.getByRole('link', { name: 'Accounts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts', exact: true })).toBeVisible();
  await expect(card).toContainText(/a second/);
  await card.getByRole('button', { name: 'Cancel' }).click();
  await expect(card).toBeHidden({ timeout: 30_000 });
  const client = await app.api();
  const { count } = await client.accounts.totals({ filter: {} });
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(120_000);
  const kept = count.toLocaleString('en');
  const toast = page.getByRole('status').filter({ hasText: `Stopped many.csv; ${kept} rows are kept` });
  await expect(toast.getByRole('button', { name: 'Undo' })).toBeVisible();

  await page.getByRole('link', { name: 'Data' }).click();
  await expect(page.getByRole('heading', { name: 'many.csv, stopped' })).toBeVisible();
  await expect(page.getByText(`${kept} rows were taken before it was cancelled. They are kept, and Revert takes them back as one step.`)).toBeVisible();
  await expect(page.getByText('To go on, import the same file again')).toBeVisible();
  await expect(outcome(page, 'Accounts')).toHaveText([kept, '0', '0']);
  const listed = page.getByRole('listitem').filter({ hasText: 'Imported accounts from many.csv' });
  await expect(listed.getByRole('button', { name: /^Revert/ })).toBeVisible();
  expect(await axe(page)).toEqual([]);

  await page.getByRole('button', { name: 'Import it again' }).click();
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await expect(outcome(page, 'Accounts')).toHaveText([(120_000 - count).toLocaleString('en'), '0', kept], { timeout: 60_000 });
});

test('a tab that is closed ends its import behind the last whole batch, as one step', async ({ app }) => {
  const page = await openBook(app);
  const lines = Array.from({ length: 120_000 }, (_, index) => `C${index},Customer ${index},City ${index % 50}`);
  await chooseFiles(page, [csv('many.csv', ['Customer ID,Company Name,City', ...lines])]);
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await page.getByRole('button', { name: 'Import 120,000 rows' }).click({ timeout: 60_000 });
  await expect(page.getByRole('region', { name: 'Importing many.csv' })).toContainText(/[1-9][\d,]* of 120,000/);
  const client = await app.api();
  await page.close();
  const count = async () => (await client.accounts.totals({ filter: {} })).all;
  let before = -1;
  await expect.poll(async () => {
    const now = await count();
    const same = now === before;
    before = now;
    return same;
  }, { intervals: [1_000], timeout: 30_000 }).toBe(true);
  expect(before).toBeLessThan(120_000);
  expect(before % 1_000).toBe(0);
  const [step] = await client.history.steps({ before: null, limit: 1 });
  expect(step).toMatchObject({ verb: 'import.accounts', params: { count: before }, undoneBy: null });
});

test.describe('what is no table', () => {
  test.use({ expectedProblems: [/status of 422/] });

  test('files that are damaged, and files that hold nothing, are refused in place', async ({ app }) => {
    const page = await openBook(app);
    await chooseFiles(page, [{ name: 'book.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from('PK\u0003\u0004') }]);
    await expect(page.getByRole('alert').filter({ hasText: 'The file is damaged' })).toBeVisible();
    await page.getByRole('button', { name: 'Take book.xlsx off the list' }).click();
    await page.locator('input[type=file]').setInputFiles([{ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) }]);
    await expect(page.getByRole('alert').filter({ hasText: 'The file is empty' })).toBeVisible();
    await page.getByRole('button', { name: 'Take empty.csv off the list' }).click();
    await expect(page.getByRole('heading', { name: 'What to bring' })).toBeVisible();
  });
});

test.describe('in Chinese and dark', () => {
  test.use({ language: 'zh-CN', theme: 'dark' });

  test('Chinese headers are matched, and every state passes axe', async ({ app }) => {
    await (await app.api()).book.create({ ...book, title: '华东大客户', currency: 'CNY' });
    const { page } = app;
    await page.getByRole('link', { name: '数据' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '导入' })).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.locator('input[type=file]').setInputFiles([{ name: '客户.csv', mimeType: 'text/csv', buffer: Buffer.from('客户编号,客户名称,城市,备注\nK1,恒岳重工集团,无锡,\nK2,,上海,\n') }]);
    await expect(page.getByText('导入 4 列中的 3 列')).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '查看导入结果' }).click();
    await expect(page.getByRole('region', { name: '未导入的行' })).toContainText('此处必须有值。');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '导入 1 行' }).click();
    await expect(page.getByRole('heading', { name: '客户.csv 已导入' })).toBeVisible();
    expect(await axe(page)).toEqual([]);
  });
});

test('the same file brings nothing twice, and a changed one only what changed', async ({ app }) => {
  const page = await openBook(app);
  const lines = ['Customer ID,Company Name,City', 'A1,Ernst Handel,Graz', 'A2,Bon app,Marseille'];
  await importFiles(page, [csv('customers.csv', lines)]);
  await page.getByRole('button', { name: 'Close the summary' }).click();
  await chooseFiles(page, [csv('customers.csv', lines)]);
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await expect(page.getByText('Everything in this file is in the book already.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import 2 rows' })).toBeDisabled();
  await page.getByRole('button', { name: 'Take customers.csv off the list' }).click();

  await chooseFiles(page, [csv('customers.csv', [...lines.slice(0, 2), 'A2,Bon app,Lyon', 'A3,Chop-suey Chinese,Bern'])]);
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await expect(outcome(page, 'Accounts')).toHaveText(['1', '1', '1']);
});

test('columns can be changed after a trial run, and are kept for the next file of the same form', async ({ app }) => {
  const page = await openBook(app);
  const chooser = page.locator('input[type=file]');
  await chooseFiles(page, [csv('north.csv', ['Customer ID,Company Name,Town name', 'A1,Ernst Handel,Graz'])]);
  await expect(page.getByText('2 of 3 are imported')).toBeVisible();
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await page.getByRole('button', { name: 'Back to the columns' }).click();
  await page.getByRole('combobox', { name: 'What column Town name becomes' }).click();
  await page.getByRole('option', { name: 'City' }).click();
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(page.getByRole('heading', { name: 'north.csv, imported' })).toBeVisible();

  await chooser.setInputFiles([{ name: 'south.csv', mimeType: 'text/csv', buffer: Buffer.from('Customer ID,Company Name,Town name\nA2,Bon app,Marseille\n') }]);
  await expect(page.getByRole('combobox', { name: 'What column Town name becomes' })).toHaveValue('City');
  await page.getByRole('button', { name: /^north\.csv/ }).click();
  await expect(page.getByRole('heading', { name: 'north.csv, imported' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on with the next file' }).click();
  await expect(page.getByText('south.csv holds')).toBeVisible();
});

test('the toast takes a whole import back, and the list of imports says so', async ({ app }) => {
  const page = await openBook(app);
  await importFiles(page, [csv('customers.csv', ['Customer ID,Company Name', 'A1,Ernst Handel', 'A2,Bon app'])]);
  const toast = page.getByRole('status').filter({ hasText: 'Imported 2 rows of customers.csv' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('This import was reverted.')).toBeVisible();
  expect((await (await app.api()).accounts.totals({ filter: {} })).count).toBe(0);
  await page.getByRole('button', { name: 'Close the summary' }).click();
  await expect(page.getByRole('heading', { name: 'What to bring' })).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: 'Imported accounts from customers.csv' });
  await expect(row).toContainText('2 changes');
  await expect(row).toContainText('Reverted');
  await expect(row.getByRole('button')).toHaveCount(0);
});

test('another book starts with an empty page', async ({ app }) => {
  const page = await openBook(app);
  await chooseFiles(page, [csv('customers.csv', ['Customer ID,Company Name', 'A1,Ernst Handel'])]);
  await expect(page.getByText('customers.csv holds')).toBeVisible();
  await (await app.api()).book.create({ ...book, title: 'Other' });
  await expect(page.getByRole('heading', { name: 'What to bring' })).toBeVisible();
  await expect(page.getByText('customers.csv holds')).toBeHidden();
});
