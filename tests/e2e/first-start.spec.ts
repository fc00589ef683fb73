import { closeSync, copyFileSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { lockBook } from '#core/db/book-lock.ts';
import { expect, test } from './support/app.ts';
import { axe } from './support/axe.ts';

const WORDS = {
  en: { name: 'Your name', make: 'Make the book', today: 'Today', import: 'Import a file', needed: 'This field is needed.' },
  'zh-CN': { name: '您的姓名', make: '建立客户簿', today: '今天', import: '导入文件', needed: '此项必填。' },
} as const;

async function makeBook(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('Lin Xiaotong');
  await page.getByRole('button', { name: 'Make the book' }).click();
  await expect(page.getByRole('link', { name: 'Today' })).toBeVisible();
}

async function closeBook(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Book Key accounts' }).click();
  await page.getByRole('menuitem', { name: 'Close this book' }).click();
  await expect(page.getByRole('heading', { name: 'Open a book' })).toBeVisible();
}

async function open(page: Page, path: string): Promise<void> {
  await page.getByLabel('Path of a book file').fill(path);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

/** The book that the first start put into local application data. */
function bookPath(dataDir: string): string {
  const [name] = readdirSync(join(dataDir, 'books')).filter((file) => file.endsWith('.ballast'));
  if (!name) throw new Error('no book was made');
  return join(dataDir, 'books', name);
}

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme });

      test('leads to a book of one’s own, and from there to the import', async ({ app }) => {
        const { page } = app;
        const words = WORDS[language];
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
        expect(await axe(page)).toEqual([]);

        await page.getByRole('button', { name: words.make }).click();
        await expect(page.getByText(words.needed)).toBeVisible();
        expect(await axe(page)).toEqual([]);

        await page.getByLabel(words.name).fill('林晓彤');
        await page.getByRole('button', { name: words.make }).click();
        await expect(page.getByRole('link', { name: words.today })).toBeVisible();
        await expect(page.getByRole('button', { name: words.import })).toBeVisible();
        expect(await axe(page)).toEqual([]);
      });
    });
  }
}

test('guesses currency and time zone from the computer', async ({ app }) => {
  await expect(app.page.getByRole('combobox', { name: 'Currency' })).toHaveValue('CNY Chinese Yuan');
  await expect(app.page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Asia/Shanghai');
});

test('switches language on the spot, the proposed title too, unless somebody wrote one', async ({ app }) => {
  const { page } = app;
  await page.getByText('简体中文').click();
  await expect(page.getByLabel('客户簿名称')).toHaveValue('大客户');
  await page.getByLabel('客户簿名称').fill('华东');
  await page.getByText('English').click();
  await expect(page.getByLabel('Title of the book')).toHaveValue('华东');
});

test('a book that is made is open again after a reload', async ({ app }) => {
  const { page } = app;
  await makeBook(page);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Today' })).toBeVisible();
  await closeBook(page);
  await page.getByRole('listitem').getByRole('button', { name: 'Key accounts' }).click();
  await expect(page.getByRole('link', { name: 'Today' })).toBeVisible();
});

test.describe('a book that cannot be opened says why', () => {
  // Chromium reports every answer of 400 or more on its console.
  test.use({ expectedProblems: [/Failed to load resource: the server responded with a status of 4\d\d/] });
  test.skip(({ host }) => host !== 'loopback', 'the files are prepared beside the loopback host');

  test('not there, not a book, in a synced folder, held by another', async ({ app }) => {
    const { page, dataDir } = app;
    await open(page, join(dataDir, 'gone.ballast'));
    await expect(page.getByRole('alert')).toContainText('The book is not there');
    await expect(page.getByRole('alert')).toContainText('There is no backup of this book.');

    writeFileSync(join(dataDir, 'notes.ballast'), 'some text that is long enough to be read as a database header, and is none');
    await open(page, join(dataDir, 'notes.ballast'));
    await expect(page.getByRole('alert')).toContainText(/not a Ballast book|damaged/);

    await makeBook(page);
    const path = bookPath(dataDir);
    await closeBook(page);
    mkdirSync(join(dataDir, 'OneDrive'));
    copyFileSync(path, join(dataDir, 'OneDrive', 'copy.ballast'));
    await open(page, join(dataDir, 'OneDrive', 'copy.ballast'));
    await expect(page.getByRole('alert')).toContainText('The book lies in a folder of OneDrive');
    await expect(page.getByRole('alert')).toContainText('Nothing was changed.');

    const lock = lockBook(path, 'electron');
    await open(page, path);
    await expect(page.getByRole('alert')).toContainText('This book is already open');
    await expect(page.getByRole('alert')).toContainText('It is held by the Ballast program.');
    expect(await axe(page)).toEqual([]);
    lock.release();
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('link', { name: 'Today' })).toBeVisible();
  });

  test('damaged: the newest good backup is one click away', async ({ app }) => {
    const { page, dataDir } = app;
    await makeBook(page);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText('Backed up and checked')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Restore', exact: true })).toBeVisible();
    await closeBook(page);

    const path = bookPath(dataDir);
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(4096, 7), 0, 4096, 0);
    closeSync(file);
    await open(page, path);
    await expect(page.getByRole('alert')).toContainText('The book is damaged');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: /^Restore the backup of/ }).click();
    await expect(page.getByRole('button', { name: 'Book Key accounts' })).toBeVisible();
  });
});

test.describe('a book that opens with a question or a limit', () => {
  test.use({ expectedProblems: [/Failed to load resource: the server responded with a status of 4\d\d/] });
  test.skip(({ host }) => host !== 'loopback', 'the files are prepared beside the loopback host');

  test('from a newer version: it is read, and says that nothing was saved', async ({ app }) => {
    const { page, dataDir } = app;
    await makeBook(page);
    const path = bookPath(dataDir);
    await closeBook(page);
    const db = new Database(path);
    db.pragma('user_version = 9999');
    db.close();
    await open(page, path);
    await expect(page.getByText('This book is from a newer version')).toBeVisible();
    await expect(page.getByRole('img', { name: /^Can only be read/ })).toBeVisible();
    expect(await axe(page)).toEqual([]);
  });

  test('written under a clock that was ahead: it asks which is right, and goes on', async ({ app }) => {
    const { page, dataDir } = app;
    await makeBook(page);
    const path = bookPath(dataDir);
    await closeBook(page);
    const db = new Database(path);
    // Stamps are milliseconds × 1024.
    db.prepare('UPDATE stamp SET clock = clock + ?').run(3 * 86_400_000 * 1024);
    db.close();
    await open(page, path);
    await expect(page.getByText(/^Is it really/)).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Yes, go on' }).click();
    await expect(page.getByText(/^Is it really/)).toBeHidden();
  });
});
