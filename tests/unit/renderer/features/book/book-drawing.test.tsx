import { Button } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultReminderSettings } from '#shared/domain/reminder/model.ts';
import { BackupList } from '#renderer/features/book/BackupList.tsx';
import { BookProblem } from '#renderer/features/book/BookProblem.tsx';
import { ClockQuestion } from '#renderer/features/book/ClockQuestion.tsx';
import { DamageNotice } from '#renderer/features/book/DamageNotice.tsx';
import { NewBookForm } from '#renderer/features/book/NewBookForm.tsx';
import { OpenBookForm } from '#renderer/features/book/OpenBookForm.tsx';
import { ReadOnlyNotice } from '#renderer/features/book/ReadOnlyNotice.tsx';
import { FirstStartPage } from '#renderer/features/first-start/FirstStartPage.tsx';
import { SampleOffer } from '#renderer/features/first-start/SampleOffer.tsx';
import { SettingsPage } from '#renderer/features/settings/SettingsPage.tsx';
import type { AppState } from '#renderer/client/use-app-state.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';
import { partsAfter } from '#tests/builders/parts-after.tsx';
import { use } from '#tests/builders/parts.tsx';
import { recordingClient } from '#tests/builders/recording-client.ts';

const PATH = '/data/books/East.ballast';
const takenAt = Date.parse('2026-11-23T02:30:00Z');
const backup = (file: string, daysAgo: number, kind = 'daily') => ({ file, takenAt: takenAt - daysAgo * 86_400_000, bytes: 290_816, kind });
const coded = (code: string, data: unknown = { where: { path: PATH } }) => new ORPCError(code, { defined: true, data });

const closed: AppState = { version: '0', host: 'loopback', settings: { language: 'en', theme: 'light', startAtLogin: false, stayInTray: false }, offers: [], recent: [], problem: null, book: null };

const know = (drawing: Drawing, state: Partial<AppState>) => drawing.know((api) => ({ key: api.app.state.queryKey(), data: { ...closed, ...state } }));
const knowBackups = (drawing: Drawing, list: unknown[], path?: string) => (
  drawing.know((api) => ({ key: api.book.backups.queryKey({ input: path === undefined ? {} : { path } }), data: list }))
);
function knowReminders(drawing: Drawing): void {
  // Where there is no browser, nothing tells of notifications.
  vi.stubGlobal('window', {});
  drawing.know((api) => ({ key: api.reminders.settings.queryKey(), data: { ...defaultReminderSettings, tells: 'page' } }));
}
afterEach(() => vi.unstubAllGlobals());

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  it('everything about books has words', async () => {
    const drawing = await createDrawing(language);
    know(drawing, { book: { bookId: 'b1', path: PATH, title: 'East', timeZone: 'Asia/Shanghai', currency: 'CNY', me: null, readOnly: null, clock: 'ok', healthy: true, lastBackupAt: null, backupFailed: false, today: '2026-11-23' } });
    knowBackups(drawing, [backup('a', 1), backup('b', 8, 'weekly'), backup('c', 40, 'monthly'), backup('d', 2, 'before-migration'), backup('e', 3, 'before-restore')]);
    knowBackups(drawing, [backup('a', 1)], PATH);
    knowReminders(drawing);
    const screens = (
      <>
        <BackupList />
        <ClockQuestion />
        <ReadOnlyNotice />
        <DamageNotice path={PATH} />
        <SettingsPage calendar={null} templates={null} backups={null} />
        <FirstStartPage create={<NewBookForm />} open={<OpenBookForm />} sample={<SampleOffer />} />
      </>
    );
    expect(drawing.text(screens).length).toBeGreaterThan(500);
    for (const code of ['book-in-use', 'book-damaged', 'book-newer', 'not-a-book', 'network-share', 'synced-folder', 'book-not-found', 'book-exists']) {
      expect(drawing.text(<BookProblem error={coded(code)} path={null} />).length).toBeGreaterThan(20);
    }
    expect(drawing.missing).toEqual([]);
  });
});

describe('a book that cannot be opened', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
    knowBackups(drawing, [backup('old', 9), backup('new', 0), backup('older', 30)], PATH);
  });
  const problem = (code: string, data?: unknown) => drawing.text(<BookProblem error={coded(code, data)} path={null} onRetry={() => undefined} />);

  it('that is damaged offers its newest backup', () => {
    expect(problem('book-damaged')).toContain('Restore the backup of 23 Nov, 10:30');
    expect(problem('book-damaged')).not.toContain('Try again');
  });

  it('that another holds says who, and can be tried again', () => {
    const text = problem('book-in-use', { where: { path: PATH }, params: { host: 'electron' } });
    expect(text).toContain('It is held by the Ballast program.');
    expect(text).toContain('Try again Show it');
    expect(text).not.toContain('Restore');
    expect(problem('book-in-use', { where: { path: PATH }, params: { host: '' } })).not.toContain('held by');
  });

  it('that another holds can be gone to, by a button and in both languages', async () => {
    const inUse = <BookProblem error={coded('book-in-use', { where: { path: PATH }, params: { host: 'loopback' } })} path={null} />;
    expect(drawing.html(inUse)).toMatch(/<button(?=[^>]*type="button")(?![^>]*disabled)[^>]*>.*Show it/s);
    const chinese = await createDrawing('zh-CN');
    expect(chinese.text(inUse)).toContain('占用者：浏览器中的压舱石。 切换过去');
    expect(chinese.missing).toEqual([]);
  });

  it('that lies in a synced folder can only be moved', () => {
    const text = problem('synced-folder', { where: { path: PATH }, params: { program: 'Dropbox' } });
    expect(text).toContain('The book lies in a folder of Dropbox');
    expect(text).toContain(PATH);
    expect(text).not.toMatch(/Restore|Try again|Show it/);
  });

  it('without a backup says that there is none', () => {
    drawing.know((api) => ({ key: api.book.backups.queryKey({ input: { path: '/other' } }), data: [] }));
    expect(problem('book-not-found', { where: { path: '/other' } })).toContain('There is no backup of this book.');
  });
});

describe('the list of backups', () => {
  it('has the newest first, with its kind and size', async () => {
    const drawing = await createDrawing('en');
    knowBackups(drawing, [backup('old', 9, 'weekly'), backup('new', 0)]);
    expect(drawing.text(<BackupList />)).toContain('23 Nov, 10:30 Daily 290.8 KB Restore 14 Nov, 10:30 Weekly 290.8 KB Restore');
  });

  it('shows eight, and the rest on request', async () => {
    const drawing = await createDrawing('en');
    knowBackups(drawing, Array.from({ length: 12 }, (_, index) => backup(`b${index}`, index)));
    expect(drawing.html(<BackupList />).match(/<li/g)).toHaveLength(8);
    expect(drawing.text(<BackupList />)).toContain('Show all 12');
  });

  it('that is empty says when the first will be', async () => {
    const drawing = await createDrawing('en');
    knowBackups(drawing, []);
    expect(drawing.text(<BackupList />)).toContain('The first backup is taken when the book rests for a while.');
  });
});

describe('opening a book', () => {
  it('lists the recent ones but the one that is open', async () => {
    const drawing = await createDrawing('en');
    know(drawing, { recent: [{ path: PATH, title: 'East', openedAt: takenAt }, { path: '/data/books/West.ballast', title: 'West', openedAt: takenAt }] });
    expect(drawing.text(<OpenBookForm />)).toMatch(/East.*West/);
    expect(drawing.text(<OpenBookForm />)).toContain(PATH);
  });

  it('says why the last one could not be opened at the start', async () => {
    const drawing = await createDrawing('en');
    know(drawing, { recent: [{ path: PATH, title: 'East', openedAt: takenAt }], problem: { code: 'network-share', where: { path: PATH } } });
    expect(drawing.text(<OpenBookForm />)).toContain('The book lies on a network drive');
  });

  it('is opened as soon as it is chosen in the dialog of the system', async () => {
    const { client, calls } = recordingClient();
    const chosen: string[] = [PATH];
    client.choosePlace = () => Promise.resolve(chosen.pop() ?? null);
    const drawing = await createDrawing('en', client);
    know(drawing, {});
    const choose = () => use(partsAfter(drawing, () => OpenBookForm({})), ({ type, props }) => type === Button && props['children'] === 'Choose…', 'onClick');
    choose();
    await vi.waitFor(() => expect(calls).toEqual([['book.open', { path: PATH }]]));
    choose();
    await Promise.resolve();
    expect(calls).toHaveLength(1);
  });

  it('without any before says what will be listed', async () => {
    const drawing = await createDrawing('en');
    know(drawing, {});
    expect(drawing.text(<OpenBookForm />)).toContain('Books that you open are listed here.');
  });
});

describe('the first start', () => {
  const page = <FirstStartPage create={<p>NEW</p>} open={<p>OPEN</p>} sample={<p>SAMPLE</p>} />;

  it('puts a new book first while there is none', async () => {
    const drawing = await createDrawing('en');
    know(drawing, {});
    expect(drawing.text(page)).toMatch(/NEW.*OPEN/);
  });

  it('puts the books of before first where there are any', async () => {
    const drawing = await createDrawing('en');
    know(drawing, { recent: [{ path: PATH, title: 'East', openedAt: takenAt }] });
    expect(drawing.text(page)).toMatch(/OPEN.*NEW/);
  });

  it('names each language in itself', async () => {
    const drawing = await createDrawing('en');
    know(drawing, {});
    expect(drawing.html(page)).toContain('<span lang="zh-CN">简体中文</span>');
  });
});

describe('settings', () => {
  it('tell what the book says of itself', async () => {
    const drawing = await createDrawing('zh-CN');
    knowReminders(drawing);
    const [html, text] = [drawing.html(<SettingsPage calendar={null} templates={null} backups={null} />), drawing.text(<SettingsPage calendar={null} templates={null} backups={null} />)];
    expect(html).toContain('value="Northwind"');
    expect(html).toContain('value="USD 美元"');
    expect(text).toContain('林晓彤');
    expect(text).toContain('未发现损坏');
  });
});
