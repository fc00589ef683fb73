import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
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

interface Twice {
  accountId: string;
  elsewhereId: string;
}

/** 陈立新 of Hengyue once more: at another account, with an address, a task and a meeting of his own. */
async function twice({ api }: App): Promise<Twice> {
  const client = await api();
  const { rows } = await client.accounts.window({ filter: {}, sort: 'name', descending: false, cursor: null, limit: 100 });
  const idOf = (name: string): string => rows.find((row) => row.name === name)?.id ?? '';
  const [accountId, elsewhereId] = [idOf('Hengyue Heavy Industries'), idOf('Castellan Bank')];
  const { personId } = await client.people.create({ accountId: elsewhereId, name: 'Chen Lixin', title: 'Adviser', email: 'chen.lixin.information.centre@hengyue-heavy-industries.example' });
  await client.tasks.create({ accountId: elsewhereId, title: 'Ask about the pilot', dueOn: '2026-12-18', colleagueId: null, personId });
  await client.interactions.log({
    accountId: elsewhereId, at: Date.now() - 86_400_000, kind: 'meeting', durationMinutes: null, place: null, summary: 'Pilot review', notes: '', decisions: '', personIds: [personId], colleagueIds: [], newPeople: [], nextSteps: [],
  });
  return { accountId, elsewhereId };
}

async function openMerge(page: Page, { accountId }: Twice, language: 'en' | 'zh-CN' = 'en'): Promise<Locator> {
  const t = wordsIn(language);
  await goTo(page, `/accounts/${accountId}/people`);
  await page.getByRole('button', { name: '陈立新' }).click();
  await page.getByRole('button', { name: t('people:mergeWith') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('chen li');
  await expect(dialog.getByRole('button', { name: /Chen Lixin/ })).toBeVisible();
  return dialog;
}

test('a person is merged from the own form with one of another account, and taken apart in the history', async ({ app }) => {
  const { page } = app;
  const made = await twice(app);
  const dialog = await openMerge(page, made);
  await dialog.getByRole('button', { name: /Chen Lixin/ }).click();
  await expect(page.getByRole('dialog', { name: 'Merge two people' }).getByRole('radio', { name: /陈立新.*stays/ })).toBeVisible();
  await page.getByRole('radio', { name: /陈立新.*stays/ }).check();
  await expect(dialog).toContainText(/Moves from Chen Lixin to 陈立新: .*1 place at an account.*/);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Merged Chen Lixin into 陈立新' })).toBeVisible();

  const client = await app.api();
  const names = async (accountId: string): Promise<string[]> => (await client.people.list({ accountId })).map(({ name }) => name);
  expect(await names(made.elsewhereId)).toContain('陈立新');
  await expect(page.getByRole('row', { name: /陈立新/ })).toContainText('chen.lixin.information.centre@hengyue-heavy-industries.example');
  await goTo(page, `/accounts/${made.elsewhereId}/people`);
  await expect(page.getByRole('button', { name: '陈立新' })).toBeVisible();

  await goTo(page, `/accounts/${made.elsewhereId}/history`);
  await page.getByRole('button', { name: 'Undo: Merged Chen Lixin into 陈立新' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone: Merged' })).toBeVisible();
  expect(await names(made.elsewhereId)).toContain('Chen Lixin');
  expect(await names(made.elsewhereId)).not.toContain('陈立新');
  const file = await client.accounts.file({ id: made.elsewhereId });
  expect(file.tasks.map(({ title }) => title)).toContain('Ask about the pilot');
});

test('two people found twice are merged and taken apart from the toast', async ({ app }) => {
  const { page } = app;
  const made = await twice(app);
  const client = await app.api();
  await client.people.create({ accountId: made.accountId, name: 'Chen Lixin' });
  await page.getByRole('link', { name: 'Data' }).click();
  await page.getByRole('tab', { name: 'Duplicates' }).click();
  await page.getByRole('tab', { name: 'People' }).click();
  const pair = page.getByRole('list', { name: 'People' }).getByRole('listitem').filter({ hasText: '陈立新' });
  await expect(pair).toContainText('Sounds the same');
  await pair.getByRole('button', { name: /^Compare/ }).click();
  await page.getByRole('dialog', { name: 'Merge two people' }).getByRole('button', { name: /^Merge/ }).click();
  await expect(pair).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
  await expect(pair).toHaveCount(1);
});

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme, viewport: { width: 1280, height: 720 } });

      test('the screens hold to the rules', async ({ app }) => {
        const { page } = app;
        const made = await twice(app);
        const look = async (name: string): Promise<void> => {
          await page.waitForTimeout(400);
          expect.soft(await axe(page), name).toEqual([]);
          if (process.env['SCREENSHOTS'] === '1') await page.screenshot({ path: join(tmpdir(), 'ballast-merge-people', `${name}-${language}-${theme}.png`) });
        };
        await goTo(page, `/accounts/${made.accountId}/people`);
        await page.getByRole('button', { name: '陈立新' }).click();
        await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible();
        await look('form');
        await page.keyboard.press('Escape');
        const dialog = await openMerge(page, made, language);
        await look('with');
        await dialog.getByRole('button', { name: /Chen Lixin/ }).click();
        await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
        await look('merge');
        await page.keyboard.press('Escape');
        await goTo(page, `/accounts/${made.elsewhereId}/people`);
        await expect(page.getByText('@hengyue-heavy-industries.example')).toBeVisible();
        await look('people');
        await goTo(page, `/accounts/${made.elsewhereId}/timeline`);
        await expect(page.getByText('Ask about the pilot').last()).toBeVisible();
        await look('timeline');
      });
    });
  }
}
