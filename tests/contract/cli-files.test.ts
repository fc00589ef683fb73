import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#core/adapters/browsers.ts';
import { runCommand } from '#electron/cli/run-command.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-cli-files-'));
const inDir = (...parts: string[]): string => join(dir, ...parts);
/** Each computer has its own data folder, so that books on different ones are different devices. */
const env = (computer: string, LANG = 'en_US.UTF-8') => ({ BALLAST_DATA_DIR: inDir(`data-${computer}`), LANG });

async function run(argv: string[], { computer = 'a', language, signal = new AbortController().signal }: { computer?: string; language?: string; signal?: AbortSignal } = {}) {
  const told: string[] = [];
  const { document, exitCode } = await runCommand(argv, { env: env(computer, language), cwd: dir, signal, tell: (text) => told.push(text) });
  return { document: JSON.parse(JSON.stringify(document)) as Record<string, unknown>, exitCode, told: told.join('') };
}

async function good(argv: string[], options: Parameters<typeof run>[1] = {}) {
  const { document, exitCode } = await run(argv, options);
  expect({ document, exitCode }).toMatchObject({ exitCode: 0 });
  return document;
}

const rows = async (book: string, query: string, computer = 'a') => (await good(['sql', book, query], { computer })) as unknown as Record<string, unknown>[];
const newBook = (book: string, computer = 'a') => good(['new', book, '--title', book, '--currency', 'USD', '--time-zone', 'UTC', '--owner', `Owner of ${book}`], { computer });

function put(name: string, lines: string[]): string {
  writeFileSync(inDir(name), `${lines.join('\n')}\n`);
  return name;
}

beforeAll(async () => {
  await newBook('main.ballast');
  await good(['import', 'main.ballast', put('customers.csv', ['CustomerID,CompanyName,City', 'C1,"Acme, Sons; Co",Berlin', 'C2,远舟物流,上海']), '--as', 'accounts']);
  const orders = ['OrderID,CustomerID,OrderDate,Product,UnitPrice,Quantity', 'O1,C1,2026-08-03,=SUM(A1),2.50,4', 'O2,C1,2025-08-03,Nut,1,10'];
  await good(['import', 'main.ballast', put('orders.csv', orders), '--as', 'orders']);
});
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

describe('review', () => {
  const call = (procedure: string, input: object) => good(['call', 'main.ballast', procedure, JSON.stringify(input)]);
  const review = (file: string, ...more: string[]) => good(['review', 'main.ballast', 'C1', '--out', file, ...more]);
  const slides = async (file: string): Promise<number> => Object.keys((await JSZip.loadAsync(readFileSync(inDir(file)))).files).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length;
  let id: string;
  beforeAll(async () => {
    const accountId = String((await rows('main.ballast', "SELECT id FROM account WHERE external_id = 'C1'"))[0]?.['id']);
    id = String((await call('reviews.create', { accountId, period: { year: 2025, quarter: 3 }, language: 'zh-CN', heldOn: '2025-10-20', template: 'short' }))['id']);
  });
  afterAll(() => call('reviews.remove', { id }));

  it('is the prepared one, in its language and quarter, unless the quick one or another quarter is asked for', async () => {
    expect(await review('deck.pptx')).toMatchObject({ review: id, period: '2025-Q3', language: 'zh-CN', format: 'pptx' });
    // The cover and the results: nothing stands on the other pages.
    expect(await slides('deck.pptx')).toBe(2);
    expect(await review('deck.pptx', '--period', '2025-Q3', '--language', 'en')).toMatchObject({ review: id, language: 'en' });
    expect(await review('deck.pptx', '--quick', '--period', '2025-Q3')).toMatchObject({ review: null, period: '2025-Q3', language: 'en' });
    expect(await slides('deck.pptx')).toBe(5);
    expect(await review('deck.pptx', '--period', '2026-Q3')).toMatchObject({ review: null, period: '2026-Q3' });
  });

  it('as a workbook carries the rows behind it', async () => {
    await review('numbers.xlsx', '--language', 'en');
    const names = [...(await (await JSZip.loadAsync(readFileSync(inDir('numbers.xlsx')))).file('xl/workbook.xml')?.async('string') ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toContain('Order lines');
  });

  it.skipIf(findBrowser() === null)('is printed by the installed browser (skipped without one)', async () => {
    expect(await review('deck.pdf')).toMatchObject({ review: id, format: 'pdf' });
    const bytes = readFileSync(inDir('deck.pdf'));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  }, 60_000);
});

describe('ics', () => {
  const events = () => {
    const text = readFileSync(inDir('days.ics'), 'utf8');
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  };
  const acme = async () => String((await rows('main.ballast', "SELECT id FROM account WHERE external_id = 'C1'"))[0]?.['id']);
  const call = (procedure: string, input: object) => good(['call', 'main.ballast', procedure, JSON.stringify(input)]);

  it('writes a calendar without a day, that calendars still read', async () => {
    const { file, bytes } = await good(['ics', 'main.ballast', 'days.ics']);
    expect(file).toBe(inDir('days.ics'));
    expect(readFileSync(inDir('days.ics'))).toHaveLength(Number(bytes));
    expect(events()).toEqual([]);
    expect(readFileSync(inDir('days.ics'), 'utf8')).toContain('X-WR-CALNAME:main.ballast\r\n');
  });

  it('writes the days of the book over the file that was there, names as they are', async () => {
    await call('days.addMilestone', { accountId: await acme(), title: 'Plant, phase 2; begin\nof building', onDay: '2031-03-04', yearly: false });
    const before = readFileSync(inDir('days.ics'), 'utf8');
    await good(['ics', 'main.ballast', 'days.ics']);
    expect(readFileSync(inDir('days.ics'), 'utf8')).not.toBe(before);
    expect(events().map(({ summary, startDate, endDate }) => [summary, startDate.toString(), endDate.toString()])).toEqual([
      ['Acme, Sons; Co: Plant, phase 2; begin\nof building', '2031-03-04', '2031-03-05'],
    ]);
  });

  it('keeps the ids of days from one writing to the next', async () => {
    const ids = () => events().map(({ uid }) => uid);
    await call('accounts.update', { id: await acme(), patch: { foundedOn: '--05-20', customerSince: '2020-02-29' } });
    await good(['ics', 'main.ballast', 'days.ics']);
    const first = ids();
    expect(new Set(first).size).toBe(first.length);
    expect(first.length).toBeGreaterThan(5);
    await good(['ics', 'main.ballast', 'days.ics']);
    expect(ids()).toEqual(first);
  });

  it('says which file could not be written, and leaves nothing behind', async () => {
    mkdirSync(inDir('taken.ics'));
    for (const out of ['taken.ics', 'no/such/folder.ics']) {
      expect(await run(['ics', 'main.ballast', out])).toMatchObject({ exitCode: 2, document: { code: 'file-not-written', where: { file: inDir(out) } } });
    }
    expect(existsSync(inDir('no'))).toBe(false);
  });

  it('writes nothing for a book that is not there', async () => {
    expect(await run(['ics', 'none.ballast', 'none.ics'])).toMatchObject({ exitCode: 2, document: { code: 'book-not-found', where: { path: inDir('none.ballast') } } });
    expect(existsSync(inDir('none.ics'))).toBe(false);
  });
});

describe('review --format', () => {
  const textOf = async (file: string, wanted: RegExp): Promise<string> => {
    const { files } = await JSZip.loadAsync(readFileSync(inDir(file)));
    const parts = await Promise.all(Object.values(files).filter(({ name }) => wanted.test(name)).map((part) => part.async('string')));
    return parts.join('\n');
  };
  const review = (...more: string[]) => ['review', 'main.ballast', 'C1', '--period', '2026-Q3', ...more];

  it.each([['en', 'No next step is agreed yet', '尚未商定下一步'], ['zh-CN', '尚未商定下一步', 'No next step']])('pptx in %s says the account in the words of that language', async (language, own, other) => {
    expect(await good(review('--out', 'r.pptx', '--language', language))).toMatchObject({ format: 'pptx', language });
    const slides = await textOf('r.pptx', /^ppt\/slides\/slide\d+\.xml$/);
    expect(slides).toContain('Acme, Sons; Co');
    expect([slides.includes(own), slides.includes(other)]).toEqual([true, false]);
    expect(/\{\{|undefined|NaN|Infinity/.exec(slides)).toBeNull();
  });

  it('xlsx holds what a customer called like a formula as text', async () => {
    const { bytes } = await good(review('--out', 'r.xlsx'));
    expect(readFileSync(inDir('r.xlsx'))).toHaveLength(Number(bytes));
    const sheets = await textOf('r.xlsx', /^xl\/(worksheets\/sheet\d+|sharedStrings)\.xml$/);
    expect(sheets).toContain('=SUM(A1)');
    expect(sheets).not.toMatch(/<f>[^<]*SUM\(A1\)/);
  });

  it('asked for goes before what the name of the file says', async () => {
    expect(await good(review('--out', 'odd.pptx', '--format', 'xlsx'))).toMatchObject({ format: 'xlsx' });
    expect(await textOf('odd.pptx', /^xl\/workbook\.xml$/)).not.toBe('');
  });

  it('that is none is said before anything is opened or written', async () => {
    expect(await run(['review', 'none.ballast', 'C1', '--out', 'x.docx', '--format', 'docx'])).toMatchObject({ exitCode: 2, document: { code: 'usage', where: { field: '--format' } } });
    expect(existsSync(inDir('x.docx'))).toBe(false);
  });

  it('of a quarter without an order is a review all the same', async () => {
    expect(await good(['review', 'main.ballast', '远舟物流', '--period', '2024q1', '--out', 'empty.xlsx'])).toMatchObject({ period: '2024-Q1', format: 'xlsx' });
    expect(await textOf('empty.xlsx', /^xl\/worksheets\/sheet\d+\.xml$/)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('sync', () => {
  const folder = 'shared';
  const sync = (book: string, computer: string, more: Parameters<typeof run>[1] = {}) => run(['sync', book, folder], { computer, ...more });
  const names = (book: string, computer: string) => rows(book, 'SELECT name, city FROM account ORDER BY name', computer);

  beforeAll(async () => {
    mkdirSync(inDir(folder));
    for (const [book, computer] of [['one.ballast', 'one'], ['two.ballast', 'two']] as const) await newBook(book, computer);
    await good(['import', 'one.ballast', 'customers.csv', '--as', 'accounts'], { computer: 'one' });
  });

  it('carries a book into another through a folder, telling both ways how far it is', async () => {
    const sent = await sync('one.ballast', 'one');
    expect(sent).toMatchObject({ exitCode: 0, document: { aside: [], cancelled: false, received: { bundles: 0 } }, told: expect.stringMatching(/^Wrote \d+ bundles, \d+ changes$/m) });
    const received = await sync('two.ballast', 'two', { language: 'zh_CN.UTF-8' });
    expect(received).toMatchObject({ exitCode: 0, document: { received: (sent.document as { sent: object }).sent }, told: expect.stringMatching(/^已读取 \d+ 个数据包，\d+ 处改动$/m) });
    expect(await names('two.ballast', 'two')).toEqual(await names('one.ballast', 'one'));
  });

  it('brings changes back, and then has nothing more to say', async () => {
    await good(['import', 'two.ballast', put('moved.csv', ['CustomerID,CompanyName,City', 'C2,远舟物流,Suzhou']), '--as', 'accounts'], { computer: 'two' });
    for (const [book, computer] of [['two.ballast', 'two'], ['one.ballast', 'one'], ['two.ballast', 'two']] as const) expect((await sync(book, computer)).exitCode).toBe(0);
    expect(await names('one.ballast', 'one')).toContainEqual({ name: '远舟物流', city: 'Suzhou' });
    const files = readdirSync(inDir(folder));
    expect(await sync('one.ballast', 'one')).toMatchObject({ document: { sent: { bundles: 0 }, received: { bundles: 0 } }, told: '' });
    expect(readdirSync(inDir(folder))).toEqual(files);
    for (const [book, computer] of [['one.ballast', 'one'], ['two.ballast', 'two']] as const) expect(await good(['verify', book], { computer })).toMatchObject({ healthy: true });
  });

  it('passes over other files of the folder, and names a bundle that was cut short', async () => {
    writeFileSync(inDir(folder, 'notes.txt'), 'not ours');
    const [first = ''] = readdirSync(inDir(folder)).filter((name) => name.endsWith('.ballast-sync'));
    const whole = readFileSync(inDir(folder, first));
    await newBook('three.ballast', 'three');
    writeFileSync(inDir(folder, first), whole.subarray(0, whole.length - 5));
    const { exitCode, document } = await sync('three.ballast', 'three');
    expect(exitCode).toBe(0);
    expect((document as { aside: object[] }).aside).toContainEqual({ file: first, reason: 'damaged' });
    writeFileSync(inDir(folder, first), whole);
    expect((await sync('three.ballast', 'three')).document).toMatchObject({ aside: [] });
    expect(await names('three.ballast', 'three')).toEqual(await names('one.ballast', 'one'));
  });

  it('names the folder that is not there, and one whose books are others’', async () => {
    expect(await run(['sync', 'one.ballast', 'gone'], { computer: 'one' })).toMatchObject({ exitCode: 2, document: { code: 'sync-folder-not-found', where: { path: inDir('gone') } } });
    const before = await names('main.ballast', 'a');
    expect(await sync('main.ballast', 'a')).toMatchObject({ exitCode: 2, document: { code: 'sync-other-group', where: { path: inDir(folder) } } });
    expect(await names('main.ballast', 'a')).toEqual(before);
  });

  it('sends nothing once it is interrupted, and all of it the next time', async () => {
    await good(['import', 'one.ballast', put('late.csv', ['CustomerID,CompanyName', 'C9,Latecomer']), '--as', 'accounts'], { computer: 'one' });
    const files = readdirSync(inDir(folder));
    const stopped = await sync('one.ballast', 'one', { signal: AbortSignal.abort() });
    expect(readdirSync(inDir(folder))).toEqual(files);
    expect(stopped.told).not.toContain('Wrote');
    expect(await sync('one.ballast', 'one')).toMatchObject({ exitCode: 0, document: { cancelled: false, sent: { bundles: 1 } } });
  });
});
