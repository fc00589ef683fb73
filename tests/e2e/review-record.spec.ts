import type { Page } from '@playwright/test';
import { expect, test, type App } from './support/app.ts';
import { axe } from './support/axe.ts';
import { goTo } from './support/go-to.ts';

const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** A book with one account: a champion quiet for long, a late step, a meeting with a decision. */
async function prepare(app: App): Promise<{ accountId: string; reviewId: string; today: string }> {
  const client = await app.api();
  const { today } = await client.book.create({ title: 'Northwind', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: 'Lin Xiaotong' });
  const { id: accountId } = await client.accounts.create({ name: 'Hengyue Heavy Industries' });
  const { personId } = await client.people.create({ accountId, name: 'Su Min', buyingRoles: ['champion'], attitude: 1 });
  await client.interactions.log({
    accountId, kind: 'meeting', at: Date.now() - 60_000, durationMinutes: null, place: null, summary: 'Steering', notes: '', decisions: 'Go on', personIds: [], colleagueIds: [], newPeople: [], nextSteps: [],
  });
  await client.tasks.create({ accountId, title: 'Send the offer', dueOn: iso(Date.now() - 5 * DAY), colleagueId: null, personId });
  const period = { year: Number(today.slice(0, 4)), quarter: Math.ceil(Number(today.slice(5, 7)) / 3) };
  const { id: reviewId } = await client.reviews.create({ accountId, period, language: 'en' });
  return { accountId, reviewId, today };
}

const open = async (page: Page, { accountId, reviewId }: { accountId: string; reviewId: string }): Promise<void> => {
  await goTo(page, `/accounts/${accountId}/reviews/${reviewId}`);
  await expect(page.getByRole('heading', { level: 1, name: /Hengyue/ })).toBeVisible();
};

test('a review is prepared and frozen, and what was presented stays', async ({ app }) => {
  test.slow();
  const made = await prepare(app);
  const { page } = app;
  const client = await app.api();
  await open(page, made);
  const outline = page.getByRole('navigation', { name: 'Sections' });
  const names = outline.locator('ol button[aria-keyshortcuts] span:nth-child(2)');
  await expect(names.first()).toHaveText('Agenda');
  expect(await axe(page)).toEqual([]);

  await test.step('sections are moved by keyboard, hidden and added again', async () => {
    const results = outline.getByRole('button', { name: /^3 Results/ });
    await results.focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(names.nth(1)).toHaveText('Results');
    await expect(outline.getByRole('button', { name: /^2 Results/ })).toBeFocused();
    // The pages follow, small ones too.
    await expect(page.getByRole('button', { name: 'Page 3: Results', exact: true })).toBeVisible();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(results).toBeFocused();
    await outline.getByRole('listitem').filter({ hasText: 'Results' }).dragTo(outline.getByRole('listitem').filter({ hasText: 'Decisions sought' }));
    await expect(names.nth(1)).toHaveText('Results');
    await outline.getByRole('button', { name: 'Hide Agenda', exact: true }).click();
    await expect(names.first()).toHaveText('Results');
    await outline.getByRole('button', { name: 'Add a section' }).click();
    await page.getByRole('menuitem', { name: 'Agenda', exact: true }).click();
    await expect(names.first()).toHaveText('Agenda');
  });

  await test.step('commentary is kept at a pause', async () => {
    await outline.getByRole('button', { name: /Interactions/ }).first().click();
    await page.getByRole('textbox', { name: 'Commentary' }).fill('Steering went well.');
    await expect.poll(async () => (await client.reviews.get({ id: made.reviewId })).sections.find(({ kind }) => kind === 'service')?.commentary).toBe('Steering went well.');
  });

  await test.step('a number opens its rows', async () => {
    await page.getByRole('button', { name: /^Interactions with a decision: show 1 interaction/ }).click();
    const drawer = page.getByRole('dialog', { name: 'Interactions with a decision' });
    await expect(drawer.getByRole('row', { name: /Steering/ })).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  });

  await test.step('the check list leads to what is missing', async () => {
    const list = page.getByRole('region', { name: 'Ready to present' });
    await list.getByRole('button', { name: 'Draft: No decision is sought' }).click();
    await expect(page.getByRole('textbox', { name: 'Add a decision to ask for' })).toBeFocused();
    await page.keyboard.type('Release 74 seats');
    await page.keyboard.press('Enter');
    await expect(list.getByText('Decisions sought, 1')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'We ask for one decision' }).first()).toBeVisible();
  });

  await test.step('lines are moved by keyboard and by mouse, and undone', async () => {
    const sought = page.getByRole('region', { name: 'Decisions sought', exact: true });
    const lines = sought.getByRole('listitem');
    await sought.getByRole('textbox', { name: 'Add a decision to ask for' }).fill('Extend the contract');
    await page.keyboard.press('Enter');
    await expect(lines).toHaveText(['Release 74 seats', 'Extend the contract']);
    await sought.getByRole('button', { name: 'Move “Release 74 seats”', exact: true }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(lines).toHaveText(['Extend the contract', 'Release 74 seats']);
    await expect(sought.getByRole('button', { name: 'Move “Release 74 seats”', exact: true })).toBeFocused();
    await lines.nth(1).dragTo(lines.first());
    await expect(lines).toHaveText(['Release 74 seats', 'Extend the contract']);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(lines).toHaveText(['Extend the contract', 'Release 74 seats']);
  });

  await test.step('it is frozen and shown over the whole window', async () => {
    await page.getByRole('button', { name: 'Freeze and present' }).click();
    const pages = page.getByRole('dialog', { name: /^Page 1 of / });
    await expect(pages).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('dialog', { name: /^Page 2 of / })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText(/^Frozen /)).toBeVisible();
  });

  await test.step('what is logged afterwards changes nothing of it', async () => {
    const before = JSON.stringify((await client.reviews.get({ id: made.reviewId })).deck);
    await client.interactions.log({
      accountId: made.accountId, kind: 'call', at: Date.now() - 30_000, durationMinutes: null, place: null, summary: 'Later call', notes: '', decisions: '', personIds: [], colleagueIds: [], newPeople: [], nextSteps: [],
    });
    expect(JSON.stringify((await client.reviews.get({ id: made.reviewId })).deck)).toBe(before);
    await outline.getByRole('button', { name: /Interactions/ }).first().click();
    await expect(page.getByRole('heading', { name: /interaction/ }).first()).toBeVisible();
    await expect(page.getByText('Later call')).toHaveCount(0);
  });

});

test('a presented review is followed up: actions become tasks, it is rated, and undo takes all back', async ({ app }) => {
  const made = await prepare(app);
  const { page } = app;
  const client = await app.api();
  await client.reviews.freeze({ id: made.reviewId });
  await open(page, made);
  const outline = page.getByRole('navigation', { name: 'Sections' });

  await test.step('an action becomes a task, and the meeting is rated', async () => {
    await outline.getByRole('button', { name: /Actions/ }).first().click();
    const actions = page.getByRole('region', { name: 'Actions', exact: true });
    await actions.getByRole('textbox', { name: 'Add an action' }).fill('Name an owner');
    await actions.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(actions.getByText('Name an owner')).toBeVisible();
    await expect.poll(async () => (await client.tasks.open({ accountId: made.accountId })).map(({ title }) => title)).toContain('Name an owner');
    await page.getByRole('region', { name: 'Rating' }).getByRole('radio', { name: '4 of 5' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(async () => (await client.reviews.get({ id: made.reviewId })).head.rating).toBe(4);
    expect(await axe(page)).toEqual([]);
  });

  await test.step('undo takes back rating, action and freezing', async () => {
    for (let n = 0; n < 3; n++) await client.history.undo({});
    await expect(page.getByText('Numbers are live until you freeze them')).toBeVisible();
  });
});

test('the account file lists its reviews, and a new one leads to its preparation', async ({ app }) => {
  const made = await prepare(app);
  const { page } = app;
  await goTo(page, `/accounts/${made.accountId}/reviews`);
  await expect(page.getByRole('heading', { name: 'To come', exact: true })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  const newReview = page.getByRole('dialog', { name: /^New review/ });
  const outline = page.getByRole('navigation', { name: 'Sections' });
  await page.getByRole('button', { name: 'New review' }).click();

  await test.step('it is made of a template, without the sections that are switched off, and kept as one', async () => {
    await newReview.getByRole('combobox', { name: 'Template' }).click();
    await page.getByRole('option', { name: 'Short review' }).click();
    await newReview.getByRole('button', { name: '5 of 11 sections' }).click();
    await newReview.getByRole('checkbox', { name: 'Misses and risks' }).click();
    expect(await axe(page)).toEqual([]);
    await newReview.getByRole('button', { name: 'Prepare review' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Hengyue Heavy Industries, Q\d review/ })).toBeVisible();
    await expect(outline.getByText('Template: Short review')).toBeVisible();
    await expect(outline.locator('ol button[aria-keyshortcuts] span:nth-child(2)')).toHaveText(['Decisions sought', 'Results', 'Next steps', 'Actions']);
    await outline.getByRole('button', { name: 'Save as template' }).click();
    await page.getByRole('textbox', { name: 'Name of the template' }).fill('Board');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Saved the template “Board”')).toBeVisible();
  });
  await page.getByRole('button', { name: /^Change date, place and quarter/ }).click();
  await page.getByRole('textbox', { name: 'Place' }).fill('Wuxi');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/, Wuxi · in \d+ days/)).toBeVisible();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Lin Xiaotong' }).click();
  await expect(page.getByText('One side takes no part')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'PowerPoint, 中文' }).click();
  expect((await download).suggestedFilename()).toMatch(/^Hengyue Heavy Industries \d{4}-Q\d\.pptx$/);
  await page.getByRole('button', { name: 'Back to Hengyue Heavy Industries' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: /Wuxi/ })).toBeVisible();
});

test('templates are renamed and deleted in the settings, and come back by undo', async ({ app }) => {
  const { page } = app;
  await prepare(app);
  const client = await app.api();
  await client.reviews.saveTemplate({ name: 'Board', sections: ['results', 'actions'] });
  await goTo(page, '/settings');
  const name = page.getByRole('textbox', { name: 'Name of the template “Board”' });
  await expect(name).toHaveValue('Board');
  expect(await axe(page)).toEqual([]);
  await name.fill('Strategic');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of the template “Strategic”' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete “Strategic”' }).click();
  await expect(page.getByText('Templates that you save from a review will be here')).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the template “Strategic”' })).toBeVisible();
});

test.describe('in Chinese and dark', () => {
  test.use({ language: 'zh-CN', theme: 'dark' });

  test('the preparation passes axe', async ({ app }) => {
    await open(app.page, await prepare(app));
    await expect(app.page.getByRole('heading', { name: '汇报准备' })).toBeVisible();
    expect(await axe(app.page)).toEqual([]);
  });
});
