import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { storyBook } from '#tests/builders/story-book.ts';
import { expect, test as base, type App } from './support/app.ts';
import { axe } from './support/axe.ts';
import { goTo } from './support/go-to.ts';
import { wordsIn } from './support/words.ts';

const test = base.extend({
  dataDir: async ({ dataDir }, use) => {
    await storyBook(dataDir);
    await use(dataDir);
  },
});

/** A second Hengyue with a city, a website, a person and a task of its own, and a namesake of another company. */
async function twice({ api }: App): Promise<string> {
  const client = await api();
  const { id } = await client.accounts.create({ name: 'Hengyue Heavy Industries Co., Ltd.', city: 'Jiangyin' });
  await client.accounts.update({ id, patch: { website: 'www.hengyue.example' } });
  await client.people.create({ accountId: id, name: '陈立新', title: 'CIO' });
  await client.tasks.create({ accountId: id, title: 'Ask for the drawings', dueOn: null, colleagueId: null, personId: null });
  await client.accounts.create({ name: 'Halden Robotics AS', city: 'Bergen' });
  return id;
}

async function openDuplicates(page: Page, t = wordsIn('en')): Promise<void> {
  await page.getByRole('link', { name: t('app:nav.data') }).click();
  await page.getByRole('tab', { name: t('app:data.duplicates') }).click();
  await expect(page.getByRole('heading', { name: t('duplicates:title'), level: 1, exact: true })).toBeVisible();
}

const pairs = (page: Page): Locator => page.getByRole('list', { name: 'Accounts' }).getByRole('listitem');
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Merge two accounts' });

test('two are found, made one, and taken apart again later with what was written since', async ({ app }) => {
  const { page } = app;
  const goneId = await twice(app);
  await openDuplicates(page);
  await expect(pairs(page)).toHaveCount(2);
  const pair = pairs(page).filter({ hasText: 'Hengyue' });
  await expect(pair).toContainText('Same name');
  await pair.getByRole('button', { name: /^Compare/ }).click();

  await expect(dialog(page).getByRole('radio', { name: /Hengyue Heavy Industries .*Wuxi stays/ })).toBeChecked();
  await expect(dialog(page).getByRole('radio', { name: 'Website: www.hengyue.example' })).toBeChecked();
  await expect(dialog(page)).toContainText(/Moves from Hengyue Heavy Industries Co\., Ltd\. to Hengyue Heavy Industries: 1 person, 1 task\./);
  await dialog(page).getByRole('radio', { name: 'City: Wuxi' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(dialog(page).getByRole('radio', { name: 'City: Jiangyin' })).toBeChecked();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Merged Hengyue Heavy Industries Co., Ltd. into Hengyue Heavy Industries' })).toBeVisible();
  await expect(pairs(page)).toHaveCount(1);

  await goTo(page, `/accounts/${goneId}/people`);
  await expect(page.getByRole('heading', { name: 'Hengyue Heavy Industries', level: 1, exact: true })).toBeVisible();
  await expect(page.getByText('Hengyue Heavy Industries Co., Ltd. was merged into Hengyue Heavy Industries, which is shown here.')).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(goneId));
  await expect(page.getByText('Ask for the drawings').first()).toBeVisible();

  const client = await app.api();
  const survivorId = /accounts\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await client.accounts.update({ id: survivorId, patch: { industry: 'Cranes' } });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Merge with…' }).click();
  await page.getByRole('button', { name: 'Take the merge of Hengyue Heavy Industries Co., Ltd. back in History' }).click();
  await page.getByRole('button', { name: 'Undo: Merged Hengyue Heavy Industries Co., Ltd. into Hengyue Heavy Industries' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone: Merged' })).toBeVisible();
  expect((await client.accounts.file({ id: goneId })).tasks.map(({ title }) => title)).toEqual(['Ask for the drawings']);
  expect((await client.accounts.file({ id: survivorId })).account).toMatchObject({ industry: 'Cranes', city: 'Wuxi', website: null });
});

test('what is not the same is remembered, until that is undone', async ({ app }) => {
  const { page } = app;
  await twice(app);
  await openDuplicates(page);
  await page.getByRole('button', { name: /Halden.* are not the same/ }).click();
  await expect(pairs(page)).toHaveCount(1);
  await page.reload();
  await expect(pairs(page)).toHaveCount(1);
  const client = await app.api();
  await client.history.undo({});
  await expect(pairs(page)).toHaveCount(2);
});

test('a long list is scrolled to its end', async ({ app }) => {
  const { page } = app;
  const client = await app.api();
  for (let n = 0; n < 20; n += 1) for (const form of ['Ltd', 'GmbH']) await client.accounts.create({ name: `Yard ${n} ${form}` });
  await openDuplicates(page);
  await expect(pairs(page)).toHaveCount(20);
  await expect(pairs(page).last()).not.toBeInViewport();
  await pairs(page).first().hover();
  await page.mouse.wheel(0, 5_000);
  await expect(pairs(page).last()).toBeInViewport();
});

test('an account is merged with one that is looked for, and the toast takes it back', async ({ app }) => {
  const { page } = app;
  const id = await twice(app);
  await goTo(page, `/accounts/${id}/overview`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Merge with…' }).click();
  await page.getByLabel('The other account').fill('northgate');
  await page.getByRole('button', { name: /^Northgate Mobility/ }).click();
  await dialog(page).getByRole('button', { name: /^Merge/ }).click();
  await expect(page.getByRole('heading', { name: 'Northgate Mobility', level: 1, exact: true })).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
  await expect(page.getByText('Undone: Merged').first()).toBeVisible();
  const client = await app.api();
  expect((await client.accounts.file({ id })).account.name).toBe('Hengyue Heavy Industries Co., Ltd.');
});

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme, viewport: { width: 1280, height: 720 } });
      const t = wordsIn(language);

      test('the screens hold to the rules', async ({ app }) => {
        const { page } = app;
        await twice(app);
        const look = async (name: string): Promise<void> => {
          await page.waitForTimeout(400);
          expect.soft(await axe(page), name).toEqual([]);
          if (process.env['SCREENSHOTS'] === '1') await page.screenshot({ path: join(tmpdir(), 'ballast-duplicates', `${name}-${language}-${theme}.png`) });
        };
        await openDuplicates(page, t);
        const first = page.getByRole('listitem').filter({ hasText: 'Hengyue' });
        await expect(first).toBeVisible();
        await look('pairs');
        await first.getByRole('button', { name: /Hengyue/ }).last().click();
        await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
        await look('merge');
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await page.getByRole('tab', { name: t('duplicates:kind.person') }).click();
        await expect(page.getByText(t('duplicates:none.person')).or(page.getByRole('list', { name: t('duplicates:kind.person') }).getByRole('listitem').first())).toBeVisible();
        await look('people');
        await page.getByRole('link', { name: t('app:nav.accounts') }).click();
        await page.getByRole('row', { name: /Hengyue/ }).first().click();
        await page.getByRole('button', { name: t('account:more'), exact: true }).click();
        await page.getByRole('menuitem').click();
        await page.getByRole('dialog').getByRole('textbox').fill('hal');
        await expect(page.getByRole('dialog').getByRole('button', { name: /Halden/ }).first()).toBeVisible();
        await look('with');
      });
    });
  }
}

const crowded = base.extend({
  dataDir: async ({ dataDir }, use) => {
    await storyBook(dataDir);
    const [file = ''] = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ballast'));
    const db = new Database(join(dataDir, file));
    db.exec(`
      CREATE TEMP TABLE many AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) SELECT i, printf('many-%06d', i) AS id FROM n;
      INSERT INTO person (id, name, mobile, created_at) SELECT id, 'Given' || i || ' Family' || (i / 3), '+86 139 ' || (10000000 + i / 2), 0 FROM many;
      INSERT INTO position (id, person_id, account_id) SELECT 'place-' || id, id, (SELECT min(id) FROM account) FROM many`);
    db.close();
    await use(dataDir);
  },
});

crowded('a long search says how far it is, can be ended, and begun again', async ({ app: { page } }) => {
  await openDuplicates(page);
  const card = page.getByRole('region', { name: 'Looking for duplicates' });
  await expect(card).toContainText(/[\d,]+ of 60,0\d\d/, { timeout: 60_000 });
  await card.getByRole('button', { name: 'Cancel' }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByText('Looking was cancelled, so nothing is listed yet.')).toBeVisible();
  await expect(pairs(page)).toHaveCount(0);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(card).toBeVisible();
  await expect(page.getByRole('tab', { name: /^People\s*500/ })).toBeVisible({ timeout: 60_000 });
  await expect(card).toHaveCount(0);
});
