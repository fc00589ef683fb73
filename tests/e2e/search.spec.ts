import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { storyBook } from '#tests/builders/story-book.ts';
import { expect, test as base, type App } from './support/app.ts';
import { axe } from './support/axe.ts';

const test = base.extend<{ accountId: string }>({
  accountId: async ({ dataDir }, use) => use((await storyBook(dataDir)).accountId),
});

test.use({ opensAt: '/accounts' });

const NOTES = '双方确认二期传感器的安装位置。客户担心停机时间，希望安排在春节检修窗口；Jürgen Maß sends the revised layout by Friday.';

/** A visit of years ago, far down in the timeline. */
async function logVisit(app: App, accountId: string): Promise<void> {
  const client = await app.api();
  await client.interactions.log({
    accountId, kind: 'visit', at: Date.UTC(2021, 2, 5, 2), durationMinutes: null, place: '无锡工厂', summary: '现场勘查', notes: NOTES, decisions: '', personIds: [], colleagueIds: [], newPeople: [], nextSteps: [],
  });
}

const box = (page: Page) => page.getByPlaceholder(/Find anything|查找任何内容/);
const hit = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('button', { name });

async function ask(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await box(page).fill(text);
}

async function keep(page: Page, name: string): Promise<void> {
  if (process.env['LOOK'] === '1') await page.screenshot({ path: join(tmpdir(), `search-${name}.png`) });
}

test('a person by initials, whose file opens at the people', async ({ accountId, app: { page } }) => {
  expect(accountId).not.toBe('');
  await ask(page, 'liuzj');
  await expect(hit(page, /刘子衿/)).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /People/, selected: true })).toBeVisible();
});

test('one Chinese character, in groups, names before what else there is', async ({ accountId, app: { page } }) => {
  expect(accountId).not.toBe('');
  await ask(page, '点');
  await expect(hit(page, /二号炉线试点/).first()).toBeVisible();
  await expect(hit(page, /发送试点报价/).first()).toBeVisible();
  await expect(page.getByText(/^More than 5/).first()).toBeVisible();
  await box(page).fill('林');
  await expect(hit(page, /林泽军/)).toHaveAttribute('data-selected', 'true');
  await keep(page, 'en-light');
  expect(await axe(page)).toEqual([]);
});

test('traditional characters for simplified ones, and accents or none', async ({ accountId, app }) => {
  const { page } = app;
  await logVisit(app, accountId);
  await ask(page, '恆嶽重工');
  await expect(hit(page, /Hengyue Heavy Industries/).first()).toBeVisible();
  await box(page).fill('傳感器');
  await expect(hit(page, /现场勘查/)).toContainText('二期传感器');
  await box(page).fill('jurgen mass');
  await expect(hit(page, /现场勘查/).locator('mark')).toHaveText(['Jürgen', 'Maß']);
});

test('the words of an old note, which opens in its place', async ({ accountId, app }) => {
  const { page } = app;
  await logVisit(app, accountId);
  await ask(page, '春节检修');
  await expect(hit(page, /现场勘查/).locator('mark')).toHaveText('春节检修');
  await keep(page, 'note-en-light');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/timeline\?row=/);
  const entry = page.getByRole('listitem').filter({ hasText: '现场勘查' });
  await expect(entry.getByText(NOTES)).toBeVisible();
  await expect(entry.getByRole('button').first()).toBeFocused();
});

test('an order by its number, and what was taken back is not found any more', async ({ accountId, app }) => {
  const { page } = app;
  await logVisit(app, accountId);
  await ask(page, 'HY-1-9');
  await expect(hit(page, /HY-1-9/).first()).toBeVisible();
  await box(page).fill('春节检修');
  await expect(hit(page, /现场勘查/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('status', { name: 'What was just done' })).toContainText('Undone');
  await page.keyboard.press('ControlOrMeta+k');
  await box(page).fill('春节检修');
  await expect(page.getByText('Nothing found for “春节检修”.')).toBeVisible();
  await keep(page, 'nothing-en');
});

test('a record by the name it had before a merge', async ({ accountId, app }) => {
  const { page } = app;
  const client = await app.api();
  const { id } = await client.accounts.create({ name: '北辰锻造' });
  await client.duplicates.mergeAccounts({ survivorId: accountId, mergedId: id, values: {} });
  await ask(page, '北辰');
  await expect(hit(page, /Hengyue Heavy Industries/)).toContainText('formerly 北辰锻造');
  await box(page).fill('bcdz');
  await expect(hit(page, /Hengyue Heavy Industries/)).toContainText('Bei Chen Duan Zao');
  expect(await axe(page)).toEqual([]);
});

test.describe('in Chinese and dark', () => {
  test.use({ language: 'zh-CN', theme: 'dark' });

  test('the groups are named', async ({ accountId, app }) => {
    const { page } = app;
    await logVisit(app, accountId);
    await ask(page, 'hy');
    await expect(page.getByRole('dialog').getByText('Hengyue Heavy Industries').first()).toBeVisible();
    await keep(page, 'zh-dark-hy');
    await box(page).fill('春节');
    await expect(hit(page, /现场勘查/)).toBeVisible();
    await keep(page, 'zh-dark');
    expect(await axe(page)).toEqual([]);
  });
});
