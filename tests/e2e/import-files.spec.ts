import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { madeXlsx } from '#tests/builders/made-xlsx.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';
import { expect, test, type App } from './support/app.ts';
import { axe } from './support/axe.ts';
import { chooseFiles, type ChosenFile } from './support/import-files.ts';
import { wordsIn } from './support/words.ts';

const book = { title: '客户簿', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: '林晓彤' };
const bytes = (name: string, buffer: Buffer): ChosenFile => ({ name, mimeType: 'application/octet-stream', buffer });

async function openBook(app: App): Promise<Page> {
  await (await app.api()).book.create(book);
  await expect(app.page.getByRole('navigation').first()).toBeVisible();
  return app.page;
}

/** A workbook as a Chinese CRM gives it out: a notice, a blank row, then the header; a cover sheet before it. */
const customers = () => madeXlsx({
  formats: ['yyyy"年"m"月"d"日"', '0'],
  sheets: [
    { name: '说明', rows: [['请勿修改表头']] },
    { name: '客户', rows: [
      ['填写须知：带 * 的列必填'], [],
      ['客户编号', '客户名称', '城市', '电话', '合作开始日期'],
      ['C001', '海川重工', '上海', { xml: '<c s="2"><v>1.3800000001E10</v></c>' }, { xml: '<c s="1"><v>44155</v></c>' }],
      ['C002', '远山物流', '成都', 13800000002],
    ] },
  ],
});

const readRows = async (app: App) => (await (await app.api()).accounts.window({ filter: {}, sort: 'name', descending: false, cursor: null, limit: 10 })).rows.map(({ name, city }) => [name, city]);

test('a workbook is read from the sheet and below the header that were chosen', async ({ app }) => {
  const page = await openBook(app);
  await chooseFiles(page, [bytes('导出.xlsx', await customers())]);
  await page.getByRole('combobox', { name: 'Sheet' }).click();
  await page.getByRole('option', { name: '客户', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'What column 客户名称 becomes' })).toHaveValue('Name (needed)');

  const header = page.getByRole('button', { name: 'Row 3' });
  await header.press('Enter');
  await expect(page.getByRole('radio', { name: /^Row 3: 客户编号/ })).toBeChecked();
  await page.getByRole('radio', { name: /^Row 3/ }).press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Row 4' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: '海川重工', exact: true })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('cell', { name: '客户编号' }).click();
  await page.getByRole('button', { name: 'Row 3' }).click();

  await page.getByRole('button', { name: 'See what would happen' }).click();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByRole('heading', { name: '导出.xlsx, imported' })).toBeVisible();
  expect(await readRows(app)).toEqual([['海川重工', '上海'], ['远山物流', '成都']]);
});

test('a text in GB18030 shows its letters, and can be read another way', async ({ app }) => {
  const path = sharedData('synthetic_cn/contacts_gb18030.csv');
  test.skip(path === null, 'synthetic_cn is absent');
  const page = await openBook(app);
  await chooseFiles(page, [path ?? '']);
  const encoding = page.getByRole('combobox', { name: 'Encoding' });
  await expect(encoding).toHaveValue('Simplified Chinese (GB18030)');
  await expect(page.getByRole('rowheader', { name: '客户名称' })).toBeVisible();
  await encoding.click();
  await page.getByRole('option', { name: /Windows-1252/ }).click();
  await expect(page.getByRole('rowheader', { name: '客户名称' })).toBeHidden();
  await encoding.click();
  await page.getByRole('option', { name: /GB18030/ }).click();
  await expect(page.getByRole('rowheader', { name: '客户名称' })).toBeVisible();
});

test('a packed file goes in, whatever its name says', async ({ app }) => {
  const page = await openBook(app);
  await chooseFiles(page, [bytes('客户.dat', gzipSync('客户名称;城市\n海川重工;上海\n远山物流;成都\n'))]);
  await expect(page.getByRole('combobox', { name: 'Separated by' })).toHaveValue('Semicolon');
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByRole('heading', { name: '客户.dat, imported' })).toBeVisible();
  expect(await readRows(app)).toEqual([['海川重工', '上海'], ['远山物流', '成都']]);
});

test.describe('what is no table', () => {
  test.use({ expectedProblems: [/status of 422/] });

  test('is named, with what to do', async ({ app }) => {
    const page = await openBook(app);
    await chooseFiles(page, [bytes('客户.xlsx', Buffer.from('%PDF-1.7\n'))]);
    await expect(page.getByText('The file is no table')).toBeVisible();
    await expect(page.getByText('Choose an .xlsx or CSV file; nothing was imported.')).toBeVisible();
  });
});

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme });
      const t = wordsIn(language);

      test('how a file is read can be seen and used by everyone', async ({ app }, info) => {
        const page = await openBook(app);
        await page.evaluate(() => { location.hash = '#/data'; });
        await page.locator('input[type=file]').setInputFiles([{ name: '客户.xlsx', mimeType: 'application/octet-stream', buffer: await customers() }]);
        await page.getByRole('combobox', { name: t('import:layout.sheet') }).click();
        await page.getByRole('option', { name: '客户', exact: true }).click();
        await page.getByRole('button', { name: t('import:layout.row').replace('{{row}}', '3') }).click();
        await expect(page.getByRole('radio').last()).toBeVisible();
        await page.screenshot({ path: info.outputPath('workbook.png') });
        expect.soft(await axe(page)).toEqual([]);
      });
    });
  }
}
