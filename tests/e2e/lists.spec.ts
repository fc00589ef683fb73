import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { storyBook } from '#tests/builders/story-book.ts';
import { expect, test as base } from './support/app.ts';
import { axe } from './support/axe.ts';

const test = base.extend({
  dataDir: async ({ dataDir }, use) => {
    await storyBook(dataDir);
    await use(dataDir);
  },
});

test.use({ opensAt: '/accounts' });

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Accounts' });
const row = (page: Page, name: RegExp): Locator => grid(page).getByRole('row', { name });
const tab = (page: Page, name: string | RegExp): Locator => page.getByRole('tab', { name });
const headers = (page: Page): Promise<string[]> => grid(page).getByRole('columnheader').allInnerTexts();

test('a filter is a sentence, is kept as a view, and comes back by undo', async ({ app: { page } }) => {
  await tab(page, /^All/).click();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const editor = page.getByRole('dialog', { name: 'Condition' });
  await expect(editor.getByLabel('Field')).toBeFocused();
  await editor.getByLabel('Values').first().fill('Oslo');
  await page.keyboard.press('Enter');
  await editor.getByLabel('Values').first().fill('Leeds');
  await page.keyboard.press('Enter');
  expect(await axe(page)).toEqual([]);
  await editor.getByRole('button', { name: 'Apply' }).click({ timeout: 5_000 });
  await expect(page.getByRole('button', { name: 'City is Oslo or Leeds', exact: true })).toBeVisible();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '3');
  await expect(page.getByText('Changed, not saved')).toBeVisible();

  await page.getByRole('button', { name: 'More for the view All' }).click();
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click();
  await page.getByLabel('Name of the view').fill('North Sea');
  await page.keyboard.press('Enter');
  await expect(tab(page, 'North Sea')).toHaveAttribute('aria-selected', 'true');
  await expect(tab(page, 'North Sea')).toContainText('2');
  await expect(page.getByText('Changed, not saved')).toHaveCount(0);

  await page.getByRole('button', { name: 'More for the view North Sea' }).click();
  await page.getByRole('menuitem', { name: 'Delete the view' }).click();
  await expect(tab(page, 'North Sea')).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
  await expect(tab(page, 'North Sea')).toBeVisible();
});

test('columns are chosen, moved, widened and pinned, also without a mouse', async ({ app: { page } }) => {
  await row(page, /Hengyue/).waitFor();
  await page.getByRole('button', { name: '6 of 23 columns' }).click();
  const menu = page.getByRole('dialog', { name: 'Columns' });
  await menu.getByRole('checkbox', { name: 'Industry' }).check();
  await menu.getByRole('checkbox', { name: 'Margin' }).uncheck();
  await menu.getByRole('checkbox', { name: 'Open tasks' }).check();
  await menu.getByRole('button', { name: 'Keep Industry at the left' }).click();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => headers(page)).toEqual(['Account', 'Industry', 'City', 'Revenue, 12 months', 'Last touch', 'Next step', 'Open tasks']);

  await grid(page).getByRole('button', { name: 'City' }).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(async () => (await headers(page)).slice(2, 4)).toEqual(['Revenue, 12 months', 'City']);
  const city = grid(page).getByRole('columnheader', { name: 'City' });
  const before = (await city.boundingBox())?.width ?? 0;
  await grid(page).getByRole('button', { name: 'City' }).focus();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(async () => (await city.boundingBox())?.width ?? 0).toBe(before + 16);
});

test('cells are edited in place, with the keyboard alone', async ({ app: { page } }) => {
  const first = row(page, /Hengyue/);
  await first.waitFor();
  await grid(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const field = page.getByLabel('City of Hengyue Heavy Industries');
  await expect(field).toBeFocused();
  await page.keyboard.type('Nanjing');
  await page.keyboard.press('Escape');
  await expect(first).toContainText('Wuxi');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.type('Nanjing');
  await page.keyboard.press('Enter');
  await expect(first).toContainText('Nanjing');
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
  await expect(first).toContainText('Wuxi');

  // An account keeps a name; what is wrong is said where it is.
  await grid(page).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');
  await page.getByLabel('Account of Hengyue Heavy Industries').fill(' ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'An account needs a name.' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(first).toContainText('Hengyue Heavy Industries');
});

test('many accounts are changed at once, as one step', async ({ app: { page } }) => {
  await tab(page, /^All/).click();
  await row(page, /Hengyue/).waitFor();
  await grid(page).focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ ');
  const bar = page.getByRole('region', { name: 'Selected accounts' });
  await expect(bar).toContainText('3 selected');
  await page.keyboard.press('ControlOrMeta+a');
  await expect(bar).toContainText('18 selected');
  expect(await axe(page)).toEqual([]);
  await bar.getByRole('button', { name: 'Mark as key' }).click();
  await expect(tab(page, /^Key accounts/)).toContainText('18');
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
  await expect(tab(page, /^Key accounts/)).toContainText('12');
  await grid(page).focus();
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});

test('the view is exported as it is shown', async ({ app: { page } }) => {
  await row(page, /Hengyue/).waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Text table (CSV)' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^Key accounts .*\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFFAccount,')).toBe(true);
  expect(text.trim().split('\r\n')).toHaveLength(13);
  expect(text.split('\r\n')[1]).toContain('恒岳重工集团');
});

test('conditions stand in groups, said and changed like the others', async ({ app: { page } }) => {
  await tab(page, /^All/).click();
  const add = async (city: string, how: string): Promise<void> => {
    const editor = page.getByRole('dialog', { name: 'Condition' });
    await editor.getByLabel('Values').first().fill(city);
    await page.keyboard.press('Enter');
    await editor.getByRole('button', { name: how }).click();
    await expect(editor).toBeHidden();
  };
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await add('Oslo', 'Begin a group');
  await page.getByRole('button', { name: 'Add a condition to the group' }).click();
  await add('Leeds', 'Apply');
  const group = page.getByRole('group', { name: 'City is Oslo or City is Leeds' });
  await expect(group).toBeVisible();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '3');
  expect(await axe(page)).toEqual([]);

  // The keyboard alone: how they go together, then one of them gone.
  await group.getByRole('button', { name: /^Any of/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'None of' })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'None of' })).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', /^(1[4-9])$/);
  await page.getByRole('button', { name: 'Remove: City is Leeds' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: /Leeds/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add a condition to the group' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove: City is Oslo', exact: true }).click();
  await expect(page.getByRole('group', { name: /City/ })).toHaveCount(0);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '19');
});

test('a day in a cell is picked with the keyboard, or typed', async ({ app: { page } }) => {
  await tab(page, /^Contract ends/).click();
  await page.getByRole('button', { name: 'Show all accounts' }).or(grid(page).getByRole('columnheader', { name: 'Contract ends' })).first().waitFor();
  await tab(page, /^All/).click();
  await page.getByRole('button', { name: /of 23 columns/ }).click();
  await page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: 'Contract ends' }).check();
  await page.keyboard.press('Escape');
  const cell = row(page, /Hengyue/).getByRole('gridcell').last();
  await cell.dblclick();
  const field = page.getByLabel('Contract ends of Hengyue Heavy Industries');
  await expect(field).toBeFocused();
  await field.fill('2027-02-27');
  await page.keyboard.press('ArrowDown');
  const calendar = page.getByRole('dialog', { name: /Pick a day/ });
  await expect(calendar.locator('[data-selected]')).toBeFocused();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(calendar.locator('[data-selected]')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(cell).toContainText('28 Feb 2027');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await field.fill('2027-02-30');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'YYYY-MM-DD' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cell).toContainText('28 Feb 2027');
});

test('Esc closes the calendar first, then what it stands in', async ({ app: { page } }) => {
  await tab(page, /^All/).click();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const editor = page.getByRole('dialog', { name: 'Condition' });
  await editor.getByLabel('Field').selectOption({ label: 'Contract ends' });
  await editor.getByRole('combobox', { name: 'Condition' }).selectOption({ label: 'before' });
  const value = editor.getByRole('textbox', { name: 'Value' });
  await value.fill('2027-02-27');
  await value.press('ArrowDown');
  await expect(editor.locator('[data-selected]')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(editor.getByRole('table')).toHaveCount(0);
  await expect(value).toBeFocused();
  // Also from the field itself, while the calendar stands open below it.
  await value.press('ArrowDown');
  await expect(editor.locator('[data-selected]')).toBeFocused();
  await value.focus();
  await page.keyboard.press('Escape');
  await expect(editor.getByRole('table')).toHaveCount(0);
  await expect(value).toHaveValue('2027-02-27');
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);

  await page.getByRole('button', { name: /of 23 columns/ }).click();
  await page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: 'Contract ends' }).check();
  await page.keyboard.press('Escape');
  await row(page, /Hengyue/).getByRole('gridcell').last().dblclick();
  const field = page.getByLabel('Contract ends of Hengyue Heavy Industries');
  await field.fill('2027-03-31');
  const calendar = page.getByRole('dialog', { name: /Pick a day/ });
  await page.getByRole('button', { name: /Pick a day/ }).click();
  await expect(calendar.locator('[data-selected]')).toBeFocused();
  await field.click();
  await page.keyboard.press('Escape');
  await expect(calendar).toHaveCount(0);
  await expect(field).toHaveValue('2027-03-31');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(grid(page)).toBeFocused();
});
