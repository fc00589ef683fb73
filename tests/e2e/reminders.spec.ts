import { expect, test } from './support/app.ts';
import { axe } from './support/axe.ts';
import { wordsIn } from './support/words.ts';

test.use({ reminders: true });

const book = { title: 'East', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: 'Lin Xiaotong' };

/** What the page asked the browser for; headless browsers draw no notifications. */
interface Asked {
  asked: { title: string; tag: string | undefined }[];
}

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme, viewport: { width: 1280, height: 720 } });

      test('what is told is set, taken back, and tried', async ({ app }) => {
        const t = wordsIn(language);
        const { page } = app;
        await page.context().grantPermissions(['notifications']);
        await page.evaluate(() => {
          const asked: Asked['asked'] = [];
          const real = window.Notification;
          Object.assign(window, { asked, Notification: new Proxy(real, { construct(target, [title, options]: [string, NotificationOptions?]) {
            asked.push({ title, tag: options?.tag });
            return new target(title, options);
          } }) });
        });
        const client = await app.api();
        await client.book.create(book);
        await page.getByRole('link', { name: t('app:nav.settings') }).click();
        const tellAt = page.getByLabel(t('settings:reminders.tellAt'), { exact: true }).and(page.locator('input'));
        await expect(tellAt).toHaveValue('08:30');
        await tellAt.fill('09:15');
        await tellAt.blur();
        await expect.poll(async () => (await client.reminders.settings()).tellAt).toBe('09:15');
        await page.getByRole('checkbox', { name: t('settings:reminders.kind.task') }).click();
        await expect.poll(async () => (await client.reminders.settings()).off).toEqual(['task']);
        await page.getByRole('button', { name: t('common:undo') }).click();
        await expect(page.getByRole('checkbox', { name: t('settings:reminders.kind.task') })).toBeChecked();
        await page.getByRole('button', { name: t('settings:reminders.test') }).click();
        const card = page.getByRole('group', { name: t('reminders:test.title') });
        await expect(card).toBeVisible();
        await expect.poll(() => page.evaluate(() => Reflect.get(window, 'asked') as Asked['asked'])).toEqual([{ title: t('reminders:test.title'), tag: 'test' }]);
        expect(await axe(page)).toEqual([]);
        await card.getByRole('button', { name: t('reminders:close') }).click();
        await expect(card).toBeHidden();
      });
    });
  }
}

test.describe('a reminder entered after its hour', () => {
  test.use({ expectedProblems: [/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RE(FUSED|SET)/] });

  test('is put off by the keyboard alone, and taken back', async ({ app }) => {
    const t = wordsIn('en');
    const before = await app.api();
    const { today } = await before.book.create(book);
    await before.reminders.saveSettings({ quietHours: null, tellAt: '00:00' });
    const { id: accountId } = await before.accounts.create({ name: 'Hengyue' });
    // What stands in a book when it is first looked at counts as told, so the task is entered a look later.
    await app.page.waitForTimeout(2_500);
    await before.tasks.create({ accountId, title: 'Send the offer', dueOn: today, colleagueId: null, personId: null });
    const page = await app.crash();
    const client = await app.api();
    const card = page.getByRole('group', { name: 'Due today: Send the offer' });
    await expect(card).toBeVisible({ timeout: 15_000 });
    await card.getByRole('button', { name: t('reminders:until.of').replace('{{what}}', 'Due today: Send the offer') }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('menuitem', { name: t('reminders:until.tomorrow') }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: t('reminders:until.pick') }).or(page.getByRole('menuitem', { name: t('reminders:until.nextWorkingDay') }))).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(card).toBeHidden();
    await expect.poll(async () => (await client.reminders.upcoming({ days: 3 })).map(({ snoozed }) => snoozed)).toContain(true);
    await page.getByRole('button', { name: t('common:undo') }).click();
    await expect.poll(async () => (await client.reminders.upcoming({ days: 3 })).map(({ snoozed }) => snoozed)).not.toContain(true);
  });
});
