import type { Page } from '@playwright/test';
import { expect, test, type App } from './support/app.ts';
import { axe } from './support/axe.ts';
import { wordsIn } from './support/words.ts';

const book = { title: 'East', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: 'Lin Xiaotong' };
const toast = (page: Page) => page.getByRole('status', { name: 'What was just done' });

async function openSettings(app: App): Promise<Page> {
  await (await app.api()).book.create(book);
  await app.page.getByRole('link', { name: 'Settings' }).click();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  return app.page;
}

const title = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const currency = (page: Page) => page.getByRole('combobox', { name: 'Currency' });
const zone = (page: Page) => page.getByRole('combobox', { name: 'Time zone' });

test('the title is changed in place, shown everywhere at once, and taken back from the toast', async ({ app }) => {
  const page = await openSettings(app);
  await title(page).fill('East and North');
  await title(page).press('Enter');
  await expect(toast(page)).toContainText('The book is now called East and North');
  await expect(page.getByRole('button', { name: 'Book East and North' })).toBeVisible();
  const client = await app.api();
  expect((await client.app.state()).recent[0]?.title).toBe('East and North');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(title(page)).toHaveValue('East');
  await expect(toast(page)).toContainText('Undone: Changed the book East and North');
  expect((await client.app.state()).recent[0]?.title).toBe('East');
});

test('a title is kept on leaving the field, given up by Esc, and never empty', async ({ app }) => {
  const page = await openSettings(app);
  await title(page).fill('West');
  await title(page).press('Tab');
  await expect(toast(page)).toContainText('The book is now called West');
  await title(page).fill('   ');
  await title(page).press('Enter');
  await expect(page.getByText('This field is needed.')).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await title(page).press('Escape');
  await expect(title(page)).toHaveValue('West');
  await expect(page.getByText('This field is needed.')).toBeHidden();
  expect((await (await app.api()).book.status()).title).toBe('West');
});

test('another currency is found by typing; sums follow, nothing is converted, and undo brings all back', async ({ app }) => {
  const page = await openSettings(app);
  const group = page.getByRole('group', { name: 'Currency' });
  await expect(group).toHaveAccessibleDescription('Sums are in it. A change converts no amounts: orders in other currencies are shown apart.');
  await currency(page).click();
  await currency(page).fill('EUR');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(currency(page)).toHaveValue('EUR Euro');
  await expect(toast(page)).toContainText('Changed the currency to EUR');
  const client = await app.api();
  expect((await client.book.status()).currency).toBe('EUR');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(currency(page)).toHaveValue('CNY Chinese Yuan');

  await zone(page).click();
  await zone(page).fill('Auckland');
  await page.getByRole('option', { name: 'Pacific/Auckland' }).click();
  await expect(toast(page)).toContainText('Changed the time zone to Pacific/Auckland');
  await expect(zone(page)).toHaveValue('Pacific/Auckland');
  expect((await client.book.status()).timeZone).toBe('Pacific/Auckland');
});

test('what is typed and not chosen is no currency', async ({ app }) => {
  const page = await openSettings(app);
  await currency(page).click();
  await currency(page).fill('pieces of eight');
  await expect(page.getByText('No match')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(currency(page)).toHaveValue('CNY Chinese Yuan');
  expect((await (await app.api()).book.status()).currency).toBe('CNY');
});

test('the outline goes to a section, also by the keyboard, and marks where the page stands', async ({ app }) => {
  const page = await openSettings(app);
  const outline = page.getByRole('navigation', { name: 'Sections of the settings' });
  const entry = (name: string) => outline.getByRole('button', { name, exact: true });
  await expect(entry('Language and look')).toHaveAttribute('aria-current', 'location');
  for (const name of ['Documents', 'Backups', 'Language and look']) {
    await entry(name).focus();
    await page.keyboard.press('Enter');
    await expect(entry(name)).toHaveAttribute('aria-current', 'location');
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeInViewport();
    await expect(entry(name)).toBeInViewport();
  }
  await entry('Documents').click();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Company', exact: true })).toBeFocused();
});

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme, viewport: { width: 1280, height: 720 } });

      test('every state of the fields passes axe', async ({ app }) => {
        const t = wordsIn(language);
        const { page } = app;
        await (await app.api()).book.create(book);
        await page.getByRole('link', { name: t('app:nav.settings') }).click();
        await expect(page.getByRole('textbox', { name: t('settings:bookTitle'), exact: true })).toHaveValue('East');
        expect(await axe(page)).toEqual([]);
        await page.getByRole('combobox', { name: t('settings:currency') }).click();
        await expect(page.getByRole('option').first()).toBeVisible();
        expect(await axe(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('textbox', { name: t('settings:bookTitle'), exact: true }).fill('');
        expect(await axe(page)).toEqual([]);
      });
    });
  }
}
