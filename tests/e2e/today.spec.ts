import type { Locator, Page } from '@playwright/test';
import { addDays } from '#shared/kernel/dates.ts';
import { expect, test, type App } from './support/app.ts';
import { axe } from './support/axe.ts';
import { goTo } from './support/go-to.ts';
import { wordsIn } from './support/words.ts';

const DAY_MS = 86_400_000;
const list = (page: Page, name: string): Locator => page.getByRole('grid', { name, exact: true });
const row = (page: Page, name: string | RegExp): Locator => page.getByRole('row').filter({ hasText: name });
const toast = (page: Page): Locator => page.getByRole('status', { name: 'What was just done' });

/** A book with two late tasks, one due, one account left hanging and one quiet one. @returns the core beside the window, and its day */
async function prepare(app: App, language: 'en' | 'zh-CN' = 'en') {
  const api = await app.api();
  const { today } = await api.book.create({ title: 'East', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: '林晓彤' });
  const account = async (name: string) => (await api.accounts.create({ name })).id;
  const task = (accountId: string, title: string, days: number) => api.tasks.create({ accountId, title, dueOn: addDays(today, days), colleagueId: null, personId: null });
  const met = (accountId: string, summary: string, daysAgo: number) => api.interactions.log({
    accountId, kind: 'call', at: Date.now() - daysAgo * DAY_MS, durationMinutes: null, place: null, summary, notes: '', decisions: '', personIds: [], colleagueIds: [], newPeople: [], nextSteps: [],
  });
  const [hengyue, halden, quiet] = [await account('Hengyue'), await account('Halden Robotics'), await account('Yuanzhou Logistics')];
  await task(hengyue, 'Call Su Min', -2);
  await task(hengyue, 'Send the proposal', -1);
  await task(hengyue, 'Site visit', 0);
  await met(halden, 'Talked about prices', 3);
  await met(quiet, 'Kick-off', 41);
  await api.accounts.update({ id: quiet, patch: { isKey: true } });
  const t = wordsIn(language);
  await goTo(app.page, '/today');
  await expect(list(app.page, t('today:section.hearFromUs')).or(list(app.page, t('today:section.atRisk')))).toBeVisible();
  return { api, today, t, hengyue };
}

test('is the first screen, tells the day in both calendars, and counts what is pressing in the rail', async ({ app }) => {
  const { page } = app;
  await prepare(app);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  expect(title).toMatch(/^[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+$/);
  await expect(page.getByText(/^[闰正一二三四五六七八九十冬腊]+月[初十廿二三一四五六七八九]+ · week \d{1,2}$/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Today, 3 late or due' })).toHaveAttribute('aria-current', 'page');
  await expect(list(page, 'Late')).toContainText('2 days late');
  await expect(list(page, 'At risk')).toContainText('No interaction for 41 days');
  await expect(list(page, 'Without a next step')).toContainText('Talked about prices');
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts', exact: true })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('a day is worked off by the keyboard alone, and each step can be taken back', async ({ app }) => {
  const { page } = app;
  await prepare(app);
  await page.getByRole('button', { name: '2 late' }).click();
  await expect(row(page, 'Call Su Min')).toBeFocused();
  await page.keyboard.press('j');
  await expect(row(page, 'Send the proposal')).toBeFocused();
  await page.keyboard.press('k');

  await page.keyboard.press('e');
  await expect(toast(page)).toContainText('Done: Call Su Min');
  await expect(row(page, 'Call Su Min')).toHaveCount(0);
  await expect(row(page, 'Send the proposal')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row(page, 'Call Su Min')).toBeVisible();
  await expect(row(page, 'Send the proposal')).toBeFocused();

  // The last of a section hands on to the first of the next.
  await page.keyboard.press('s');
  await expect(page.getByRole('menuitem', { name: 'Tomorrow' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Tomorrow' }).press('Enter');
  await expect(toast(page)).toContainText(/Snoozed to Tomorrow, .*: Send the proposal/);
  await expect(row(page, 'Send the proposal')).toHaveCount(0);
  await expect(row(page, 'Site visit')).toBeFocused();
  await expect(page.getByRole('link', { name: 'Today, 2 late or due' })).toBeVisible();

  await page.keyboard.press('s');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row(page, 'Site visit')).toBeFocused();

  await page.keyboard.press('j');
  await expect(row(page, 'No interaction for 41 days')).toBeFocused();
  await page.keyboard.press('e');
  await expect(toast(page)).toContainText(/Skipped until .*: Yuanzhou Logistics/);
  await expect(list(page, 'At risk')).toHaveCount(0);

  await expect(row(page, 'Talked about prices')).toBeFocused();
  await page.keyboard.press('n');
  await page.getByLabel('Next step', { exact: true }).fill('Offer a frame contract');
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('Added: Offer a frame contract');
  await expect(list(page, 'Without a next step')).toHaveCount(0);
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(list(page, 'Without a next step')).toBeVisible();
});

test('a row is put off to a day of the calendar, and is back when that is undone', async ({ app }) => {
  const { page } = app;
  const { today, api } = await prepare(app);
  await row(page, 'Call Su Min').focus();
  await page.keyboard.press('s');
  await page.getByRole('menuitem', { name: 'Pick a day…' }).click();
  await expect(page.getByRole('dialog', { name: 'Pick a day…' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(row(page, 'Call Su Min')).toHaveCount(0);
  const { sections } = await api.today.read({});
  expect(sections.find(({ section }) => section === 'late')?.count).toBe(1);
  expect((await api.today.read({})).day).toBe(today);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row(page, 'Call Su Min')).toBeVisible();
});

test('a row opens its file, and its log form knows the account', async ({ app }) => {
  const { page } = app;
  const { hengyue } = await prepare(app);
  await row(page, 'Call Su Min').focus();
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: 'Log interaction' });
  await expect(dialog.getByRole('combobox', { name: 'Account' })).toHaveValue('Hengyue');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await row(page, 'Call Su Min').focus();
  await page.keyboard.press('o');
  await expect(page).toHaveURL(new RegExp(`/accounts/${hengyue}/overview`));
});

test('what changes elsewhere is seen at once, and a calm day says what comes next', async ({ app }) => {
  const { page } = app;
  const { api, today, hengyue } = await prepare(app);
  const { sections } = await api.today.read({});
  for (const { rows } of sections) {
    for (const one of rows) {
      if (one.kind === 'task') await api.tasks.setDone({ id: one.taskId, done: true });
      else await api.today.answer({ key: one.key, until: null });
    }
  }
  await api.tasks.create({ accountId: hengyue, title: 'Prepare the review', dueOn: addDays(today, 1), colleagueId: null, personId: null });
  for (const { rows } of (await api.today.read({})).sections) for (const one of rows) await api.today.answer({ key: one.key, until: null });
  await expect(page.getByText('Nothing is waiting for you today. Next: Prepare the review, Hengyue, Tomorrow.')).toBeVisible();
});

test('a long list is opened whole', async ({ app }) => {
  const { page } = app;
  const { api, today, hengyue } = await prepare(app);
  for (let n = 0; n < 10; n += 1) await api.tasks.create({ accountId: hengyue, title: `Task ${n}`, dueOn: addDays(today, -5), colleagueId: null, personId: null });
  await expect(list(page, 'Late').getByRole('row')).toHaveCount(8);
  await page.getByRole('button', { name: 'And 4 more' }).click();
  await expect(list(page, 'Late').getByRole('row')).toHaveCount(12);
});

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme, viewport: { width: 1280, height: 720 } });

      test('holds to the rules, at rest and with a row in hand', async ({ app }) => {
        const { page } = app;
        const { t } = await prepare(app, language);
        expect(await axe(page)).toEqual([]);
        await row(page, 'Call Su Min').focus();
        await page.keyboard.press('s');
        await expect(page.getByRole('menuitem', { name: t('today:snooze.tomorrow') })).toBeVisible();
        expect(await axe(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(row(page, 'Call Su Min')).toBeFocused();
        await page.keyboard.press('n');
        await expect(page.getByRole('textbox', { name: t('today:step.title'), exact: true })).toBeFocused();
        expect(await axe(page)).toEqual([]);
      });
    });
  }
}
