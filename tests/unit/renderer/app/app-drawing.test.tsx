import { afterEach, describe, expect, it } from 'vitest';
import { HostGoneError } from '#renderer/client/host-gone.ts';
import { jobsStore } from '#renderer/client/jobs-store.ts';
import { undoStore } from '#renderer/client/undo-store.ts';
import type { AppState } from '#renderer/client/use-app-state.ts';
import { connectionStore } from '#renderer/app/connection-store.ts';
import { PinyinLetters } from '#renderer/app/palette/PinyinLetters.tsx';
import { NoSuchPage } from '#renderer/app/NoSuchPage.tsx';
import { RouteProblem } from '#renderer/app/RouteProblem.tsx';
import { StartProblem } from '#renderer/app/StartProblem.tsx';
import { BookNotices } from '#renderer/app/shell/BookNotices.tsx';
import { JobCards } from '#renderer/app/shell/JobCards.tsx';
import { RailFoot } from '#renderer/app/shell/RailFoot.tsx';
import { ToastHost } from '#renderer/app/shell/ToastHost.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const morning = Date.parse('2026-11-22T23:30:00Z');

const book: NonNullable<AppState['book']> = {
  bookId: 'b1', path: '/b', title: 'East', timeZone: 'Asia/Shanghai', currency: 'CNY', me: null, readOnly: null, clock: 'ok', healthy: true, lastBackupAt: null, backupFailed: false, today: '2026-11-23',
};

const know = (drawing: Drawing, more: Partial<typeof book>) => drawing.know((api) => ({
  key: api.app.state.queryKey(),
  data: { version: '0', host: 'test', settings: { language: 'en', theme: 'light', startAtLogin: false, stayInTray: false }, offers: [], recent: [], problem: null, book: { ...book, ...more } },
}));

afterEach(() => {
  connectionStore.set(true);
  undoStore.hide();
});

describe('the foot of the rail', () => {
  it('says quietly that all is kept, and when it was backed up', async () => {
    const drawing = await createDrawing('en');
    know(drawing, {});
    expect(drawing.text(<RailFoot folded={false} />)).toBe('Saved on this computer Not backed up yet');
    know(drawing, { lastBackupAt: morning });
    expect(drawing.text(<RailFoot folded={false} />)).toBe('Saved on this computer Backed up 07:30');
    know(drawing, { lastBackupAt: morning - 3 * 86_400_000 });
    expect(drawing.text(<RailFoot folded={false} />)).toBe('Saved on this computer Backed up 20 Nov');
  });

  it('says when nothing can be written, and when the core is away', async () => {
    const drawing = await createDrawing('zh-CN');
    know(drawing, { readOnly: 'newer-version' });
    expect(drawing.text(<RailFoot folded={false} />)).toContain('只能读取');
    connectionStore.set(false);
    expect(drawing.text(<RailFoot folded={false} />)).toContain('正在连接核心…');
  });

  it('folded keeps its words for those who do not see', async () => {
    const drawing = await createDrawing('en');
    know(drawing, {});
    expect(drawing.text(<RailFoot folded />)).toBe('');
    expect(drawing.html(<RailFoot folded />)).toContain('aria-label="Saved on this computer. Not backed up yet"');
  });
});

describe('what a person has to know about the book', () => {
  const notices = async (more: Partial<typeof book>) => {
    const drawing = await createDrawing('en');
    drawing.know((api) => ({ key: api.book.backups.queryKey({ input: { path: '/b' } }), data: [{ file: 'x', takenAt: morning, bytes: 1, kind: 'daily' }] }));
    know(drawing, more);
    return drawing.text(<BookNotices />);
  };

  it('is nothing as a rule', async () => {
    expect(await notices({})).toBe('');
    expect(await notices({ healthy: null })).toBe('');
  });

  it('is that it can only be read', async () => {
    expect(await notices({ readOnly: 'newer-version' })).toContain('This book is from a newer version');
  });

  it('is a question about the clock', async () => {
    expect(await notices({ clock: 'ahead' })).toMatch(/^Is it really 23 Nov 2026\?.*Yes, go on I have corrected the clock$/);
  });

  it('is damage, with the newest backup', async () => {
    expect(await notices({ healthy: false })).toMatch(/The book is damaged.*Restore the backup of 23 Nov, 07:30/);
  });
});

describe('the toast', () => {
  it('shows what was said, with an undo for a step only', async () => {
    const drawing = await createDrawing('en');
    expect(drawing.text(<ToastHost />)).toBe('');
    undoStore.show('Done: Call Su Min', 7);
    expect(drawing.text(<ToastHost />)).toBe('Done: Call Su Min Undo Ctrl Z');
    undoStore.show('Backed up and checked', null);
    expect(drawing.text(<ToastHost />)).toBe('Backed up and checked');
  });
});

describe('cards of long work', () => {
  it('count in the language of the screen, and end with the work', async () => {
    const drawing = await createDrawing('zh-CN');
    expect(drawing.text(<JobCards />)).toBe('');
    let now = 0;
    await jobsStore.start('正在导入 orders.csv', async (report) => {
      report({ done: 500, total: null, fraction: 0.1 });
      expect(drawing.text(<JobCards />)).toBe('正在导入 orders.csv 已处理 500 取消');
      now = 1_000;
      report({ done: 12_400, total: 73_595, fraction: 0.17 });
      expect(drawing.text(<JobCards />)).toBe('正在导入 orders.csv 12,400 / 73,595 每秒 12,400 取消');
      jobsStore.cancel(jobsStore.read()[0]?.id ?? -1);
      expect(drawing.text(<JobCards />)).toContain('正在结束…');
    }, () => now);
    expect(drawing.text(<JobCards />)).toBe('');
    expect(drawing.missing).toEqual([]);
  });
});

describe('a screen that cannot be drawn', () => {
  it.each([['en', 'This address leads to no page. Go to Today'], ['zh-CN', '此地址没有对应的页面。 前往今天']] as const)('is said in %s when there is none, with a way back', async (language, words) => {
    const drawing = await createDrawing(language);
    expect(drawing.text(<NoSuchPage />)).toBe(words);
    expect(drawing.html(<NoSuchPage />)).toContain('href="#/today"');
    expect(drawing.missing).toEqual([]);
  });

  it('says so in place and can be tried again', async () => {
    const drawing = await createDrawing('en');
    const text = drawing.text(<RouteProblem error={new Error('x')} reset={() => undefined} />);
    expect(text).toContain('Something unexpected went wrong');
    expect(text).toContain('Try again');
    expect(text).not.toContain('Error: x');
  });

  it('at the start says that the core is away', async () => {
    const drawing = await createDrawing('zh-CN');
    expect(drawing.text(<StartProblem error={new HostGoneError()} />)).toContain('无法连接压舱石核心');
  });
});

it('marks the letters of the pinyin that were typed', async () => {
  const drawing = await createDrawing('en');
  expect(drawing.html(<PinyinLetters runs={[['Liu', 1], ['Zi', 2], ['Jin', 0]]} />)).toMatch(/<b>L<\/b>iu.*<b>Zi<\/b>.*<b><\/b>Jin/);
});
