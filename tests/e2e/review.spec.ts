import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import Papa from 'papaparse';
import type { Page } from '@playwright/test';
import { sharedData } from '#tests/fixtures/shared-data.ts';
import { expect, test, type App } from './support/app.ts';
import { axe } from './support/axe.ts';
import { csv, importFiles } from './support/import-files.ts';

const customers = sharedData('northwind_csv/customers.csv');
const orders = sharedData('northwind_csv/orders.csv');
const book = { title: 'Northwind', timeZone: 'Asia/Shanghai', currency: 'USD', owner: 'Lin Xiaotong' };

interface Line { OrderID: string; CustomerID: string; OrderDate: string; UnitPrice: string; Quantity: string; Discount: string }

/** Sum, orders and lines of a customer in a span of days, straight from the file. */
function sumOf(path: string, customer: string, from: string, to: string): { amount: number; orders: number; lines: number } {
  const { data } = Papa.parse<Line>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true });
  const lines = data.filter((line) => line.CustomerID === customer && line.OrderDate.slice(0, 10) >= from && line.OrderDate.slice(0, 10) <= to);
  const amount = lines.reduce((sum, line) => sum + Math.round(Number(line.UnitPrice) * Number(line.Quantity) * (1 - Number(line.Discount)) * 10_000), 0);
  return { amount: amount / 10_000, orders: new Set(lines.map((line) => line.OrderID)).size, lines: lines.length };
}

const dollars = (amount: number): string => (amount >= 10_000 ? `$${(amount / 1000).toFixed(1)}K` : `$${Math.round(amount).toLocaleString('en')}`);

async function openReview(app: App, name: string): Promise<Page> {
  const { page } = app;
  await page.getByRole('link', { name: /^(Accounts|客户)/ }).click();
  await page.getByRole('row', { name: new RegExp(name) }).dblclick();
  await page.getByRole('button', { name: /^(Prepare review|准备复盘)$/ }).click();
  await expect(page.getByRole('dialog', { name: new RegExp(name) })).toBeVisible();
  return page;
}

test('the figures are those of the file, each opens its rows, and the deck is saved', async ({ app }) => {
  test.skip(customers === null || orders === null, 'northwind_csv is absent');
  if (customers === null || orders === null) return;
  const client = await app.api();
  await client.book.create(book);
  await importFiles(app.page, [customers, orders]);
  const [hit] = await client.people.find({ text: 'Ernst Handel', kinds: ['account'], limit: 1 });
  await client.interactions.log({
    accountId: hit?.id ?? '', kind: 'meeting', at: Date.parse('1998-04-20T02:00:00Z'), durationMinutes: 45, place: null, summary: 'Spring order', notes: '',
    decisions: 'Rush 40 cases', personIds: [], colleagueIds: [], newPeople: [{ key: 'new:1', name: 'Roland Mendel', title: 'Sales Manager' }],
    nextSteps: [{ title: 'Send the price list', dueOn: '1998-05-20', colleagueId: null, personId: null }],
  });
  const page = await openReview(app, 'Ernst Handel');
  await expect(page.getByRole('button', { name: 'Q2 1998', exact: true })).toBeVisible();

  const spans = [['1998-04-01', '1998-06-30'], ['1998-01-01', '1998-03-31'], ['1997-04-01', '1997-06-30']] as const;
  const sums = spans.map(([from, to]) => sumOf(orders, 'ERNSH', from, to));
  const cells = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) }).getByRole('button');
  await expect(cells('Revenue')).toHaveText(sums.map(({ amount }) => dollars(amount)));
  await expect(cells('Orders')).toHaveText(sums.map((sum) => String(sum.orders)));
  await expect(cells('Order lines')).toHaveText(sums.map((sum) => String(sum.lines)));

  await cells('Revenue').nth(1).click();
  const rows = page.getByRole('region', { name: 'Rows behind the number' });
  await expect(rows.getByRole('row')).toHaveCount((sums[1]?.lines ?? 0) + 1);
  await expect(rows).toContainText('Order lines, 1 Jan – 31 Mar 1998');
  await page.getByRole('button', { name: /1 interaction/ }).click();
  await expect(rows).toContainText('Spring order');
  await expect(rows).toContainText('Rush 40 cases');
  await page.getByRole('button', { name: /1 open next step/ }).click();
  await expect(rows).toContainText('Send the price list');
  expect(await axe(page)).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export PowerPoint' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/Ernst Handel.*1998.*\.pptx$/);
  await expect(page.getByRole('status').filter({ hasText: `Saved ${saved.suggestedFilename()}` })).toBeVisible();
  const zip = await JSZip.loadAsync(readFileSync(await saved.path()));
  expect(Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(5);
  expect(await zip.file('ppt/slides/slide1.xml')?.async('string')).toContain('Ernst Handel');
});

test('the quarter is chosen by steps or by year, none before it has begun, and an empty one says so', async ({ app }) => {
  await (await app.api()).book.create(book);
  await importFiles(app.page, [csv('customers.csv', ['Customer ID,Company Name', 'A1,Ernst Handel'])]);
  const page = await openReview(app, 'Ernst Handel');
  const { today } = await (await app.api()).book.status();
  const running = `Q${Math.ceil(Number(today.slice(5, 7)) / 3)} ${today.slice(0, 4)}`;
  await expect(page.getByRole('button', { name: running, exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next quarter' })).toBeDisabled();
  await expect(page.getByText('There are no orders in this quarter, the quarter before or the year before.')).toBeVisible();
  await expect(page.getByRole('button', { name: '0 open next steps' })).toBeDisabled();
  expect(await axe(page)).toEqual([]);

  await page.getByRole('button', { name: running, exact: true }).click();
  await page.getByRole('button', { name: 'Year before' }).click();
  await page.getByRole('button', { name: `Q1 ${Number(today.slice(0, 4)) - 1}`, exact: true }).click();
  // The list of quarters fades out and has buttons of the same names.
  const shown = page.getByRole('group', { name: 'Quarter' });
  await expect(shown.getByRole('button', { name: `Q1 ${Number(today.slice(0, 4)) - 1}`, exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Quarter before' }).click();
  await shown.getByRole('button', { name: `Q4 ${Number(today.slice(0, 4)) - 2}`, exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: /Ernst Handel/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: /Ernst Handel/ })).toBeHidden();
});

test.describe('while the core is away', () => {
  test.use({ expectedProblems: [/Failed to load resource/] });

  test('a failed export is said in place, and works when tried again', async ({ app }) => {
    const client = await app.api();
    await client.book.create(book);
    await client.accounts.create({ name: 'Ernst Handel' });
    const page = await openReview(app, 'Ernst Handel');
    await page.route('**/rpc/reviews/deck', (route) => route.abort());
    await page.getByRole('button', { name: 'Export PowerPoint' }).click();
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
    await page.unroute('**/rpc/reviews/deck');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export PowerPoint' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pptx$/);
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

test.describe('in Chinese and dark', () => {
  test.use({ language: 'zh-CN', theme: 'dark' });

  test('the dialog passes axe and exports a Chinese deck', async ({ app }) => {
    const client = await app.api();
    await client.book.create({ ...book, title: '华东大客户', currency: 'CNY' });
    const { id: accountId } = await client.accounts.create({ name: '恒岳重工集团' });
    await client.interactions.log({
      accountId, kind: 'visit', at: Date.now() - 60_000, durationMinutes: null, place: null, summary: '二号炉线试点', notes: '', decisions: '先接入 12 个测点', personIds: [], colleagueIds: [], newPeople: [], nextSteps: [],
    });
    const page = await openReview(app, '恒岳重工集团');
    await page.getByRole('button', { name: /1 次互动/ }).click();
    await expect(page.getByRole('region', { name: '数字背后的记录' })).toContainText('决定：先接入 12 个测点');
    expect(await axe(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 PowerPoint' }).click();
    const zip = await JSZip.loadAsync(readFileSync(await (await download).path()));
    const words = await Promise.all(Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).map((name) => zip.file(name)?.async('string')));
    expect(words.join('')).toContain('二号炉线试点');
  });
});

test('a running quarter is counted to today against the same days before, with margin where every cost is known', async ({ app }) => {
  const client = await app.api();
  const { today } = await client.book.create(book);
  const year = Number(today.slice(0, 4));
  const start = `${String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  await importFiles(app.page, [csv('customers.csv', ['Customer ID,Company Name', 'A1,Ernst Handel'])]);
  await app.page.getByRole('button', { name: 'Close the summary' }).click();
  await importFiles(app.page, [csv('orders.csv', [
    'Order ID,Customer ID,Order Date,Product,Unit Price,Quantity,Cost,Return',
    `1,A1,${year}-${start},Chang,100,3,120,no`,
    `2,A1,${year}-${start},Chang,100,1,40,yes`,
    `3,A1,${year - 1}-${start},Chang,100,1,50,no`,
  ])]);
  const page = await openReview(app, 'Ernst Handel');
  await expect(page.getByText(/^Runs still: counted to /)).toBeVisible();
  const cells = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) }).getByRole('cell');
  await expect(cells('Revenue').first()).toHaveText('$200');
  await expect(cells('Revenue').nth(2)).toHaveText(/^\$100\s*\+100\.0%$/);
  await expect(cells('Margin').first()).toHaveText(/^\$120\s*60\.0%$/);
  await cells('Revenue').first().getByRole('button').focus();
  await page.keyboard.press('Enter');
  const rows = page.getByRole('region', { name: 'Rows behind the number' });
  await expect(rows.getByRole('row', { name: /return/ })).toContainText('−$100');
  await page.keyboard.press('Enter');
  await expect(rows).toBeHidden();
});

test('a deck in the other language is one choice away', async ({ app }) => {
  const client = await app.api();
  await client.book.create(book);
  const { id: accountId } = await client.accounts.create({ name: 'Ernst Handel' });
  await client.interactions.log({
    accountId, kind: 'call', at: Date.now() - 60_000, durationMinutes: null, place: null, summary: 'Spring order', notes: '', decisions: '', personIds: [], colleagueIds: [], newPeople: [], nextSteps: [],
  });
  const page = await openReview(app, 'Ernst Handel');
  await page.getByText('中文', { exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export PowerPoint' }).click();
  const zip = await JSZip.loadAsync(readFileSync(await (await download).path()));
  const slide = await zip.file('ppt/slides/slide4.xml')?.async('string');
  expect(slide).toContain('Spring order');
  expect(slide).toMatch(/[\u4e00-\u9fff]/);
});
