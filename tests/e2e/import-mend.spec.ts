import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test, type App } from './support/app.ts';
import { axe } from './support/axe.ts';
import { chooseFiles, csv, importFiles } from './support/import-files.ts';
import { wordsIn } from './support/words.ts';

const book = { title: 'Mending', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: '林晓彤' };

async function openBook(app: App): Promise<Page> {
  await (await app.api()).book.create(book);
  await expect(app.page.getByRole('link', { name: 'Data' })).toBeVisible();
  return app.page;
}

const see = (page: Page) => page.getByRole('button', { name: 'See what would happen' }).click();
const names = async (app: App): Promise<string[]> => (await (await app.api()).accounts.window({ filter: {}, sort: 'name', descending: false, cursor: null, limit: 20 })).rows.map(({ name }) => name);

const orders = csv('orders.csv', [
  'Order ID,Customer ID,Order Date,Product,Unit Price,Quantity', '1,A1,2026-10-05,Chang,19.00,2', '1,A1,2026-10-05,Chai,eighteen,3', '2,A1,2026-13-45,Chang,19.00,2', '3,A1,2026-10-07,Chang,19.00,1',
]);

async function leaveRowsOut(page: Page): Promise<void> {
  await importFiles(page, [csv('customers.csv', ['Customer ID,Company Name', 'A1,Ernst Handel'])]);
  await page.getByRole('button', { name: 'Close the summary' }).click();
  await chooseFiles(page, [orders]);
  await see(page);
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByText('2 rows were left out and are kept')).toBeVisible();
}

test('rows left out are mended in place, and their orders come whole', async ({ app }) => {
  const page = await openBook(app);
  await leaveRowsOut(page);
  await page.getByRole('button', { name: 'Mend here: orders.csv' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mend orders.csv' });
  await expect(dialog.getByText(/Unit Price: This is no number/)).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Unit Price of row 3' }).fill('18.00');
  await dialog.getByRole('textbox', { name: 'Order Date of row 4' }).fill('2026-10-06');
  await dialog.getByRole('button', { name: 'Go on with these rows' }).click();
  await expect(page.getByText('Matched as the last time.')).toBeVisible();
  await see(page);
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await expect(page.getByRole('heading', { name: 'orders +.csv, imported' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Rows left out, to mend' })).toBeHidden();
  const client = await app.api();
  const [row] = (await client.accounts.window({ filter: {}, sort: 'name', descending: false, cursor: null, limit: 5 })).rows;
  const { rows } = await client.business.rows({ accountId: row?.id ?? '', from: '2026-10-01', to: '2026-10-31', limit: 20 });
  expect(rows).toHaveLength(4);
});

test('rows left out are saved as a file, forgotten, and come back from the file', async ({ app }) => {
  const page = await openBook(app);
  await leaveRowsOut(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV: orders.csv' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('orders – ballast.csv');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain('ballast:row,ballast:problem');
  expect(text.split('\r\n').slice(1).map((line) => line.split(',').slice(0, 2).join(' '))).toEqual(['1 A1', '1 A1', '2 A1']);
  await page.getByRole('button', { name: 'Close the summary' }).click();
  await page.getByRole('button', { name: 'Forget them: orders.csv' }).click();
  await expect(page.getByRole('heading', { name: 'Rows left out, to mend' })).toBeHidden();
  await chooseFiles(page, [{ name: 'mended.csv', mimeType: 'text/csv', buffer: Buffer.from(text.replace('eighteen', '18.00').replace('2026-13-45', '2026-10-06')) }]);
  await expect(page.getByText('Matched as the last time.')).toBeVisible();
  await see(page);
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await expect(page.getByText('No row is left out.')).toBeVisible();
});

test('the same company under another number is asked about, and what is said is kept', async ({ app }) => {
  const page = await openBook(app);
  await importFiles(page, [csv('erp.csv', ['Customer ID,Company Name,City', 'K1,恒岳重工集团有限公司,长沙', 'K2,青屿半导体股份有限公司,厦门'])]);
  await page.getByRole('button', { name: 'Close the summary' }).click();
  await chooseFiles(page, [csv('crm.csv', ['Account ID,Account Name,Industry', '001,恒岳重工（集团）,机械', '002,青屿半导体,芯片', '003,远舟物流,物流'])]);
  await see(page);
  await expect(page.getByRole('heading', { name: 'Is this the same account?' })).toBeVisible();
  await page.getByRole('combobox', { name: 'What 恒岳重工（集团） is' }).click();
  await page.getByRole('option', { name: '恒岳重工集团有限公司 (K1, 长沙)' }).click();
  await page.getByRole('combobox', { name: 'What 青屿半导体 is' }).click();
  await page.getByRole('option', { name: 'A new account' }).click();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'See again what would happen' }).click();
  await expect(page.getByRole('heading', { name: 'Is this the same account?' })).toBeHidden();
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await expect(page.getByText('No row is left out.')).toBeVisible();
  expect((await names(app)).toSorted()).toEqual(['恒岳重工（集团）', '远舟物流', '青屿半导体', '青屿半导体股份有限公司'].toSorted());
});

test('accounts that only contacts name are made when asked for', async ({ app }) => {
  const page = await openBook(app);
  await chooseFiles(page, [csv('contacts.csv', ['Contact Name,Company Name,Reports To', '李四,远舟物流,张三', '张三,远舟物流,', 'Ana,Bon app,'])]);
  await see(page);
  await page.getByRole('button', { name: 'Make these accounts as well' }).click();
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await expect(page.getByText('No row is left out.')).toBeVisible();
  expect(await names(app)).toEqual(['Bon app', '远舟物流']);
});

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme });
      const t = wordsIn(language);

      test('choices and doubts can be seen and used by everyone', async ({ app }, info) => {
        await (await app.api()).book.create(book);
        const { page } = app;
        await expect(page.getByRole('link', { name: t('app:nav.data') })).toBeVisible();
        await page.getByRole('link', { name: t('app:nav.data') }).click();
        const choose = (name: string, lines: string[]) => page.locator('input[type=file]').setInputFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) }]);
        await choose('erp.csv', ['Customer ID,Company Name', 'K1,恒岳重工集团有限公司']);
        await page.getByRole('button', { name: t('import:map.check') }).click();
        await page.getByRole('button', { name: t('import:preview.run_one').replace('{{number}}', '1') }).click();
        await page.getByRole('button', { name: t('import:done.clear') }).click();
        await choose('crm.csv', ['Contact,Account Name,Account ID,Type', 'Ana,恒岳重工,7,A', 'Bob,远舟,8,B', 'Cid,恒岳重工,7,A']);
        await expect(page.getByRole('heading', { name: t('import:map.choices') })).toBeVisible();
        await page.screenshot({ path: info.outputPath('choices.png'), fullPage: true });
        expect.soft(await axe(page)).toEqual([]);
        await page.getByRole('button', { name: t('import:map.check') }).click();
        await expect(page.getByRole('heading', { name: t('import:doubtful.title') })).toBeVisible();
        await page.screenshot({ path: info.outputPath('doubts.png'), fullPage: true });
        expect.soft(await axe(page)).toEqual([]);
      });
    });
  }
}
