import type { CDPSession, Page } from '@playwright/test';
import { expect, test, type App } from './support/app.ts';
import { axe } from './support/axe.ts';
import { goTo } from './support/go-to.ts';

const book = { title: '华东大客户', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: '林晓彤' };

interface Prepared { page: Page; accountId: string; client: Awaited<ReturnType<App['api']>> }

async function prepare(app: App): Promise<Prepared> {
  const client = await app.api();
  await client.book.create(book);
  const { id: accountId } = await client.accounts.create({ name: '恒岳重工集团', city: '无锡' });
  await client.accounts.create({ name: 'Northgate Mobility', city: 'Leeds' });
  await client.people.create({ accountId, name: '陈立新', title: '首席信息官' });
  await client.people.create({ accountId, name: '刘子衿', title: 'IT 架构师' });
  await goTo(app.page, '/accounts');
  await expect(app.page.getByRole('row', { name: /Northgate/ })).toBeVisible();
  return { page: app.page, accountId, client };
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /Log interaction|记录互动/ });
const field = (page: Page, name: string) => dialogOf(page).getByRole('textbox', { name, exact: true });

async function openLog(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('combobox', { name: 'Account' })).toBeFocused();
}

/** What an input method shows while the person is still choosing characters. */
const compose = (keys: CDPSession, text: string) => keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

test('a meeting is logged by keyboard alone, its next steps become tasks, and the toast takes all back', async ({ app }) => {
  const { page, accountId, client } = await prepare(app);
  await openLog(page);
  await page.keyboard.type('hyzg');
  await expect(page.getByRole('option', { name: /恒岳重工集团/ })).toHaveAttribute('data-combobox-selected', 'true');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('yesterday 10:00, 45 min');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Wuxi, plant 2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('lzj');
  await expect(page.getByRole('option', { name: /刘子衿/ }).locator('mark')).toHaveText(['L', 'Z', 'j']);
  await page.keyboard.press('Enter');
  await page.keyboard.type('高原，设备管理部');
  await expect(page.getByRole('option', { name: 'New person “高原”, 设备管理部' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(field(page, 'Title of 高原')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Furnace 2 pilot starts in December');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Prove it on line 2 first.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Start with 12 sensors');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Send the pilot quote 2026-12-03');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Confirm the downtime window');
  await page.keyboard.press('Tab');
  await page.keyboard.type('高原');
  await expect(page.getByRole('option', { name: '高原' })).toHaveAttribute('data-combobox-selected', 'true');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(dialogOf(page)).toBeHidden();

  const toast = page.getByRole('status').filter({ hasText: 'Logged: Furnace 2 pilot starts in December, with 2 next steps' });
  await expect(toast).toBeVisible();
  const { rows } = await client.timeline.window({ accountId, kinds: ['interaction'], cursor: null, limit: 5 });
  const logged = await client.interactions.get({ id: rows[0]?.id ?? '' });
  const { today } = await client.book.status();
  expect(new Date(logged.at).toLocaleString('sv', { timeZone: book.timeZone })).toMatch(/ 10:00:00$/);
  expect(new Date(logged.at + 86_400_000).toLocaleDateString('sv', { timeZone: book.timeZone })).toBe(today);
  expect(logged).toMatchObject({ kind: 'meeting', durationMinutes: 45, place: 'Wuxi, plant 2', notes: 'Prove it on line 2 first.', decisions: 'Start with 12 sensors' });
  expect(logged.people.map(({ name, title }) => `${name} ${title}`).toSorted()).toEqual(['刘子衿 IT 架构师', '高原 设备管理部']);
  expect(logged.colleagues.map(({ name }) => name)).toEqual(['林晓彤']);
  const tasks = await client.tasks.open({ accountId });
  expect(tasks.map(({ title, dueOn, ownerName }) => [title, dueOn, ownerName]).toSorted()).toEqual([
    ['Confirm the downtime window', null, '高原'], ['Send the pilot quote', '2026-12-03', '林晓彤'],
  ]);

  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await client.timeline.window({ accountId, kinds: ['interaction'], cursor: null, limit: 5 })).rows.length).toBe(0);
  expect(await client.tasks.open({ accountId })).toEqual([]);
  expect((await client.people.list({ accountId })).map(({ name }) => name)).not.toContain('高原');
});

test('from an account\'s file the account is known and the people come first', async ({ app }) => {
  const { page } = await prepare(app);
  await page.getByRole('row', { name: /恒岳重工集团/ }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: '恒岳重工集团' })).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('combobox', { name: 'People' })).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'Account' })).toHaveValue('恒岳重工集团');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: /陈立新/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: /陈立新/ })).toBeHidden();
  await expect(dialogOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toBeHidden();
});

test.describe('crashes', () => {
  test.use({ expectedProblems: [/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_REFUSED/] });

  test('a draft is there again after closing, after a reload of the window and after a crash of the core', async ({ app }) => {
    const { page, client } = await prepare(app);
    await openLog(page);
    await page.keyboard.type('hengyue');
    await page.keyboard.press('Enter');
    await field(page, 'Summary').fill('Half a thought');
    await page.keyboard.press('Escape');
    await expect(dialogOf(page)).toBeHidden();
    await openLog(page);
    await expect(field(page, 'Summary')).toHaveValue('Half a thought');
    await expect(page.getByRole('combobox', { name: 'Account' })).toHaveValue('恒岳重工集团');

    await field(page, 'Notes').fill('and some more');
    await expect(page.getByText(/Draft saved on this computer \d\d:\d\d/)).toBeVisible();
    await expect.poll(async () => (await client.interactions.draft({ key: 'log' }))?.value).toContain('and some more');
    await page.reload();
    await page.getByRole('row', { name: /Northgate/ }).waitFor();
    await openLog(page);
    await expect(field(page, 'Notes')).toHaveValue('and some more');

    const next = await app.crash();
    await next.getByRole('link', { name: 'Accounts' }).waitFor();
    await openLog(next);
    await expect(field(next, 'Notes')).toHaveValue('and some more');
    await next.getByRole('button', { name: 'Discard draft' }).click();
    await expect(field(next, 'Notes')).toHaveValue('');
    await next.getByRole('button', { name: 'Bring the draft back' }).click();
    await expect(field(next, 'Notes')).toHaveValue('and some more');
  });
});

test.describe('while the core is away', () => {
  test.use({ expectedProblems: [/Failed to load resource/] });

  test('a copy is kept in the window and saved as soon as the core answers', async ({ app }) => {
    const { page, client } = await prepare(app);
    await openLog(page);
    await page.route('**/rpc/interactions/*', (route) => route.abort());
    await field(page, 'Summary').fill('Typed into the void');
    await expect(page.getByText('Draft kept in this window')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(dialogOf(page).getByText('Choose the account.')).toBeVisible();
    await page.unroute('**/rpc/interactions/*');
    await expect(page.getByText(/Draft saved on this computer/)).toBeVisible();
    expect((await client.interactions.draft({ key: 'log' }))?.value).toContain('Typed into the void');
  });

  test('a copy outlives the window, and saving says that nothing is lost', async ({ app }) => {
    const { page } = await prepare(app);
    await openLog(page);
    await page.keyboard.type('hengyue');
    await page.keyboard.press('Enter');
    await page.route('**/rpc/interactions/*', (route) => route.abort());
    await field(page, 'Summary').fill('Typed into the void');
    await expect(page.getByText('Draft kept in this window')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(dialogOf(page).getByRole('alert')).toContainText('Nothing you typed is lost');
    await page.reload();
    await page.getByRole('row', { name: /Northgate/ }).waitFor();
    await openLog(page);
    await expect(field(page, 'Summary')).toHaveValue('Typed into the void');
  });
});

test('an input method at work picks no option, saves nothing and closes nothing', async ({ app }) => {
  const { page, client, accountId } = await prepare(app);
  const keys = await page.context().newCDPSession(page);
  await openLog(page);
  await page.keyboard.type('hengyue');
  await page.keyboard.press('Enter');
  await field(page, 'Summary').fill('IME');
  await page.getByRole('combobox', { name: 'People' }).focus();
  await compose(keys, 'liu');
  await expect(page.getByRole('option', { name: /刘子衿/ })).toBeVisible();
  for (const key of ['Enter', 'Control+Enter', 'Escape', 'ArrowDown']) await page.keyboard.press(key);
  await expect(dialogOf(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take 刘子衿 out' })).toHaveCount(0);
  expect((await client.timeline.window({ accountId, kinds: ['interaction'], cursor: null, limit: 5 })).rows).toEqual([]);

  await keys.send('Input.insertText', { text: '刘子' });
  await expect(page.getByRole('option', { name: /刘子衿/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Take 刘子衿 out' })).toBeVisible();

  await page.getByRole('textbox', { name: 'What' }).first().focus();
  await compose(keys, 'hui fang');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What' }).first()).toBeFocused();
});

test('what is missing is said in its place, and nothing is saved', async ({ app }) => {
  const { page, client, accountId } = await prepare(app);
  await openLog(page);
  await field(page, 'When and how long').fill('one of these days');
  await page.getByRole('combobox', { name: 'People' }).fill('somebody');
  await page.keyboard.press('Control+Enter');
  const dialog = dialogOf(page);
  for (const text of ['Choose the account.', 'Try “today 10:00, 45 min”', 'Press Enter to take the person found', 'Say in one line']) await expect(dialog.getByText(text)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Account' })).toBeFocused();
  expect(await axe(page)).toEqual([]);
  expect((await client.timeline.window({ accountId, kinds: ['interaction'], cursor: null, limit: 5 })).rows).toEqual([]);
});

test('Enter right after typing waits for the names that fit', async ({ app }) => {
  const { page } = await prepare(app);
  await openLog(page);
  await page.route('**/rpc/people/find', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await page.keyboard.type('northgate');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Account' })).toHaveValue('Northgate Mobility');
});

test('time and due date can be pointed at too, and Escape closes the calendar alone', async ({ app }) => {
  const { page } = await prepare(app);
  await openLog(page);
  const when = field(page, 'When and how long');
  await page.getByRole('button', { name: 'Pick date, time and length' }).click();
  const picker = page.getByRole('dialog', { name: 'Pick date, time and length' });
  await picker.getByRole('button', { name: '45 min' }).click();
  await expect(when).toHaveValue(/^Today \d\d:\d\d, 45 min$/);
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(picker).toBeHidden();
  await expect(dialogOf(page)).toBeVisible();

  await page.getByRole('textbox', { name: 'What' }).fill('Call back next Tue');
  const due = page.getByRole('textbox', { name: 'By when' });
  await expect(due).toHaveValue(/^Tue \d+ \w{3}/);
  await due.fill('2027-01-05');
  await page.getByRole('textbox', { name: 'Place' }).focus();
  await expect(due).toHaveValue('Tue 5 Jan 2027');
  await page.getByRole('button', { name: 'Remove this next step' }).click();
  await expect(page.getByRole('textbox', { name: 'What' })).toHaveValue('');
});

for (const [language, theme] of [['en', 'dark'], ['zh-CN', 'light'], ['zh-CN', 'dark']] as const) {
  test.describe(`in ${language} and ${theme}`, () => {
    test.use({ language, theme });

    test('the form passes axe, empty, with a list open and filled in', async ({ app }) => {
      const { page } = await prepare(app);
      await page.keyboard.press('Control+l');
      await expect(page.locator('[data-field=account]')).toBeFocused();
      expect(await axe(page)).toEqual([]);
      await page.keyboard.type('hengyue');
      await expect(page.getByRole('option', { name: /恒岳重工集团/ })).toBeVisible();
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.locator('[data-field=people]').fill('lzj');
      await expect(page.getByRole('option', { name: /刘子衿/ })).toBeVisible();
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.locator('[data-step]').first().fill('回访苏敏 下周二');
      await page.locator('[data-field=summary]').fill('二号炉线试点');
      await expect(page.locator('[data-step]').first()).toHaveValue('回访苏敏');
      expect(await axe(page)).toEqual([]);
    });
  });
}

test('people of other accounts and colleagues are found too, and Backspace takes the last one out', async ({ app }) => {
  const { page, client } = await prepare(app);
  const northgate = (await client.people.find({ text: 'Northgate', kinds: ['account'], limit: 1 }))[0]?.id ?? '';
  await client.people.create({ accountId: northgate, name: 'Karin Vogt', title: 'Buyer' });
  await openLog(page);
  await page.keyboard.type('hengyue');
  await page.keyboard.press('Enter');
  const people = page.getByRole('combobox', { name: 'People' });
  await people.fill('vogt');
  await expect(page.getByRole('option', { name: /Karin Vogt/ })).toContainText('Buyer · Northgate Mobility');
  await people.press('Enter');
  await expect(page.getByRole('button', { name: 'Take Karin Vogt out' })).toBeVisible();
  await people.fill('lin');
  await expect(page.getByRole('option', { name: /林晓彤/ })).toHaveCount(0);
  await people.fill('');
  await people.press('Backspace');
  await expect(page.getByRole('button', { name: 'Take 林晓彤 out' })).toHaveCount(0);
  await people.fill('lin');
  await expect(page.getByRole('option', { name: /林晓彤/ })).toContainText('our side');
  await people.press('Enter');
  await page.getByRole('button', { name: 'Take Karin Vogt out' }).click();
  await expect(page.getByRole('button', { name: /^Take .* out$/ })).toHaveText(['']);
});

test('the kind is chosen by arrow keys, and the form asks for no more than account and summary', async ({ app }) => {
  const { page, client, accountId } = await prepare(app);
  await openLog(page);
  await page.getByRole('radio', { name: 'Meeting' }).focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'E-mail' })).toBeChecked();
  await page.getByRole('combobox', { name: 'Account' }).fill('恒岳');
  await expect(page.getByRole('option', { name: /恒岳重工集团/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await field(page, 'Summary').fill('Sent the price list');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Logged: Sent the price list' })).toBeVisible();
  const { rows } = await client.timeline.window({ accountId, kinds: ['interaction'], cursor: null, limit: 5 });
  expect(rows.map(({ title, state }) => [title, state])).toEqual([['Sent the price list', 'email']]);
  await expect.poll(() => client.interactions.draft({ key: 'log' })).toBeNull();
  // Longer than a pause: nothing may save it again.
  await page.waitForTimeout(1_000);
  expect(await client.interactions.draft({ key: 'log' })).toBeNull();
  await openLog(page);
  await expect(field(page, 'Summary')).toHaveValue('');
});

test('next steps: Enter goes on, Backspace in an empty row goes back, an owner comes from either side', async ({ app }) => {
  const { page, client, accountId } = await prepare(app);
  await openLog(page);
  await page.keyboard.type('hengyue');
  await page.keyboard.press('Enter');
  await field(page, 'Summary').fill('Steps');
  const what = page.getByRole('textbox', { name: 'What' });
  await what.first().fill('First by tomorrow');
  await what.first().press('Enter');
  await expect(what.nth(1)).toBeFocused();
  await page.keyboard.type('Second');
  await page.keyboard.press('Enter');
  await expect(what.nth(2)).toBeFocused();
  await page.keyboard.type('x');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(what.nth(1)).toBeFocused();
  await page.getByRole('group', { name: 'Next step 2' }).getByRole('combobox', { name: 'Who' }).click();
  await page.getByRole('option', { name: '陈立新' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(dialogOf(page)).toBeHidden();
  const { today } = await client.book.status();
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const tasks = await client.tasks.open({ accountId });
  expect(tasks.map(({ title, dueOn, ownerName }) => [title, dueOn, ownerName]).toSorted()).toEqual([['First', tomorrow, '林晓彤'], ['Second', null, '陈立新']]);
});

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test('head and foot stay in sight however much is written', async ({ app }) => {
    const { page } = await prepare(app);
    await openLog(page);
    await field(page, 'Notes').fill(Array.from({ length: 60 }, (_, index) => `Line ${index}`).join('\n'));
    for (let row = 0; row < 6; row++) {
      await page.getByRole('textbox', { name: 'What' }).nth(row).fill(`Step ${row}`);
      await page.getByRole('textbox', { name: 'What' }).nth(row).press('Enter');
    }
    await expect(page.getByRole('textbox', { name: 'What' }).last()).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Save' })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('heading', { name: 'Log interaction' })).toBeInViewport({ ratio: 1 });
    expect(await axe(page)).toEqual([]);
  });
});

test.describe('in Chinese', () => {
  test.use({ language: 'zh-CN' });

  test('a visit is logged in Chinese words', async ({ app }) => {
    const { page, client, accountId } = await prepare(app);
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('combobox', { name: '客户' })).toBeFocused();
    await page.getByRole('combobox', { name: '客户' }).fill('hyzg');
    await expect(page.getByRole('option', { name: /恒岳重工集团/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.getByText('拜访', { exact: true }).click();
    await field(page, '时间与时长').fill('昨天下午3点到4点半');
    await field(page, '摘要').fill('二号炉线试点');
    await expect(field(page, '时间与时长')).toHaveValue('昨天 15:00，90 分钟');
    await page.getByRole('textbox', { name: '事项' }).first().fill('回访苏敏，下周二');
    await page.getByRole('textbox', { name: '事项' }).first().press('Enter');
    await expect(page.getByRole('textbox', { name: '截止日期' })).toHaveValue(/^\d+月\d+日 周二$/);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('status').filter({ hasText: '已记录：二号炉线试点，含 1 项下一步' })).toBeVisible();
    const { rows } = await client.timeline.window({ accountId, kinds: ['interaction'], cursor: null, limit: 5 });
    expect(await client.interactions.get({ id: rows[0]?.id ?? '' })).toMatchObject({ kind: 'visit', durationMinutes: 90 });
    expect((await client.tasks.open({ accountId }))[0]?.title).toBe('回访苏敏');
  });
});
