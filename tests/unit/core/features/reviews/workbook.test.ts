import readExcel from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeDocument } from '#core/documents/write-document.ts';
import { PLAIN_LOOK } from '#shared/domain/document/look.ts';
import { themeOf } from '#shared/domain/document/theme.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';
import { noPrinter } from '#tests/builders/no-printer.ts';
import { reviewHandlers } from '#tests/builders/review-handlers.ts';

const signal = { signal: { aborted: false, throwIfAborted() {}, addEventListener() {} } };
const at = (day: string, time = '10:00'): number => instantInZone(day, time, 'Asia/Shanghai');
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

let t: FeatureBook;
let account: string;
let reviews: ReturnType<typeof reviewHandlers>;
let id: string;

beforeEach(async () => {
  t = featureBook();
  t.fill((fill) => {
    account = fill.account('恒岳重工集团');
    const { personId } = fill.person(account, '陈立新');
    fill.product('=Sensor', 'Parts');
    fill.order(account, { on: '2026-10-01', orderNo: '+1', lines: [{ product: '=Sensor', quantity: 20_000, price: 15_000_000, amount: 30_000_000, cost: 10_000_000 }, { amount: 5_000_000 }] });
    fill.order(account, { on: '2026-11-23', orderNo: 'B', lines: [{ product: '=Sensor', amount: -2_500_000, cost: -500_000, isReturn: true }] });
    fill.order(account, { on: '2026-11-24', orderNo: 'tomorrow', lines: [{ amount: 10_000 }] });
    fill.order(account, { on: '2026-11-02', orderNo: 'dollars', currency: 'USD', lines: [{ amount: 10_000 }] });
    fill.order(account, { on: '2026-08-23', orderNo: 'Q3', lines: [{ amount: 7_000_000 }] });
    fill.order(account, { on: '2026-08-24', orderNo: 'after the cut', lines: [{ amount: 10_000 }] });
    fill.order(account, { on: '2025-11-01', orderNo: 'Y-1', lines: [{ amount: 9_000_000 }] });
    fill.order(fill.account('Other'), { on: '2026-11-01', orderNo: 'of another', lines: [{ amount: 10_000 }] });
    for (let no = 0; no < 30; no += 1) fill.interaction(account, { at: at('2026-11-05', `${String(no % 24).padStart(2, '0')}:00`), kind: 'call', summary: `Call ${no}`, ...(no === 0 && { decisions: '@all: go on', personIds: [personId] }) });
    fill.interaction(account, { at: at('2026-10-01', '00:00'), summary: 'First minute' });
    fill.interaction(account, { at: at('2026-10-01', '00:00') - 1, summary: 'Before the quarter' });
    for (let no = 0; no < 25; no += 1) fill.task(account, `Step ${no}`, { dueOn: '2026-11-20' });
    fill.task(account, 'Done', { doneAt: 1 });
  });
  reviews = reviewHandlers({ ...t.deps, writeDeck: (deck, name, format) => writeDocument(deck, themeOf(PLAIN_LOOK), format, { name, pdf: noPrinter }) });
  ({ id } = await reviews.create({ accountId: account, period: { year: 2026, quarter: 4 }, language: 'en', template: 'standard' }, signal));
});
afterEach(() => t.dispose());

async function workbook(language: 'en' | 'zh-CN' = 'en'): Promise<Map<string, unknown[][]>> {
  const file = await reviews.export({ id, language, format: 'xlsx' }, signal);
  expect(file.name).toBe('恒岳重工集团 2026-Q4.xlsx');
  return new Map((await readExcel(Buffer.from(await file.arrayBuffer()))).map(({ sheet, data }) => [sheet, data]));
}
const sum = (rows: unknown[][] | undefined, period: string, column: number): number => (rows ?? []).filter(([name]) => name === period).reduce((all, row) => all + Number(row[column] ?? 0), 0);
const change = () => t.fill((fill) => {
  fill.order(account, { on: '2026-11-03', lines: [{ product: '=Sensor', amount: 990_000_000 }] });
  fill.interaction(account, { at: at('2026-11-21'), summary: 'New' });
  t.book.db.exec("DELETE FROM order_line WHERE line_no = 2; UPDATE task SET done_at = 1; UPDATE product SET name = 'Renamed'");
});

describe('the workbook of a review', () => {
  it('carries every order line behind its numbers: of three periods, of the account, in the currency of the book', async () => {
    const sheets = await workbook();
    expect(sheets.get('Order lines')).toEqual([
      ['Period', 'Date', 'Order', 'Product', 'Category', 'Quantity', 'Price, CNY', 'Discount', 'Amount, CNY', 'Note'],
      ['This quarter', day('2026-11-23'), 'B', "'=Sensor", 'Parts', 1, -250, 0, -250, 'Return'],
      ['This quarter', day('2026-10-01'), "'+1", "'=Sensor", 'Parts', 2, 1500, 0, 3000, null],
      ['This quarter', day('2026-10-01'), "'+1", 'No product named', null, 1, 500, 0, 500, null],
      ['Last quarter', day('2026-08-23'), 'Q3', 'No product named', null, 1, 700, 0, 700, null],
      ['Last year', day('2025-11-01'), 'Y-1', 'No product named', null, 1, 900, 0, 900, null],
    ]);
  });

  it('adds up to the numbers on its pages', async () => {
    const { numbers } = await reviews.get({ id }, signal);
    const rows = (await workbook()).get('Order lines');
    for (const [period, name] of [['current', 'This quarter'], ['lastQuarter', 'Last quarter'], ['lastYear', 'Last year']] as const) {
      expect(sum(rows, name, 8) * 10_000).toBe(numbers.find((number) => number.id === `orders.amount:${period}`)?.value);
    }
  });

  it('carries all interactions and steps, not only those that a page has room for', async () => {
    const sheets = await workbook();
    const interactions = sheets.get('All interactions') ?? [];
    expect(interactions).toHaveLength(32);
    expect(interactions.at(-1)?.[2]).toBe('First minute');
    expect(interactions.find((row) => row[2] === 'Call 0')).toEqual([day('2026-11-05'), 'Call', 'Call 0', "'@all: go on", '陈立新']);
    const steps = sheets.get('All next steps') ?? [];
    expect(steps).toHaveLength(26);
    expect(steps[1]).toEqual(['Step 0', null, day('2026-11-20'), '3 days late']);
  });

  it('is the same in Chinese but for the words', async () => {
    const [english, chinese] = [await workbook(), await workbook('zh-CN')];
    expect([...chinese.keys()].slice(-3)).toEqual(['订单行', '全部互动', '全部下一步']);
    const numbersIn = (rows: unknown[][] = []): unknown[] => rows.slice(1).map((row) => row.filter((cell) => typeof cell === 'number'));
    expect(numbersIn(chinese.get('订单行'))).toEqual(numbersIn(english.get('Order lines')));
    expect(chinese.get('订单行')?.[1]).toContain('退货');
    expect(chinese.size).toBe(english.size);
  });

  it('says what is said to a page, and names sheets for sections', async () => {
    await reviews.comment({ id, kind: 'results', text: 'Line 3 came in.\n=HYPERLINK("x")' }, signal);
    const sheets = await workbook();
    const said = [...sheets.values()][0]?.map((row) => row[1]);
    expect(said).toEqual(expect.arrayContaining(['Line 3 came in.', `'=HYPERLINK("x")`]));
    expect([...sheets.keys()].slice(1)).toEqual(expect.arrayContaining(['Results', 'Products', 'Interactions', 'Misses and risks', 'Next steps']));
    expect(sheets.has('Relationships')).toBe(false);
  });

  it('leaves the rows of a hidden section out, also of one that was presented so', async () => {
    for (const kind of ['results', 'products', 'service'] as const) await reviews.showSection({ id, kind, shown: false }, signal);
    const rowSheets = async () => [...(await workbook()).keys()].filter((name) => ['Order lines', 'All interactions', 'All next steps'].includes(name));
    expect(await rowSheets()).toEqual(['All next steps']);
    await reviews.freeze({ id }, signal);
    expect(await rowSheets()).toEqual(['All next steps']);
  });
});

describe('the workbook of a review that was presented', () => {
  it('is cell by cell what it was live, whatever the data does, in both languages', async () => {
    const live = [await workbook(), await workbook('zh-CN')];
    await reviews.freeze({ id }, signal);
    expect([await workbook(), await workbook('zh-CN')]).toEqual(live);
    change();
    t.clock.ms += 40 * 86_400_000;
    expect([await workbook(), await workbook('zh-CN')]).toEqual(live);
  });

  it('would follow the data had it not been', async () => {
    change();
    const sheets = await workbook();
    expect(sheets.get('Order lines')?.flat()).toContain('Renamed');
    expect(sheets.has('All next steps')).toBe(false);
    expect(sheets.get('All interactions')).toHaveLength(33);
  });

  it('keeps no rows where only slides are written', async () => {
    const plain = reviewHandlers({ ...t.deps });
    for (const format of ['pptx', 'pdf'] as const) expect(JSON.parse(await (await plain.export({ id, format }, signal)).text())).not.toHaveProperty('sheets');
    expect(JSON.parse(await (await plain.export({ id, format: 'xlsx' }, signal)).text())).toHaveProperty('sheets');
  });
});

it('an account without anything has the cover alone, and of what something is said to the heads of its rows', async () => {
  t.fill((fill) => {
    account = fill.account('恒岳重工集团');
  });
  ({ id } = await reviews.create({ accountId: account, period: { year: 2026, quarter: 4 }, language: 'en', template: 'standard' }, signal));
  expect((await workbook()).size).toBe(1);
  for (const kind of ['results', 'service', 'nextSteps'] as const) await reviews.comment({ id, kind, text: 'Soon' }, signal);
  const sheets = await workbook();
  expect(['Order lines', 'All interactions', 'All next steps'].map((name) => sheets.get(name)?.length)).toEqual([1, 1, 1]);
});

it('two products of one name are one, and its number opens to the lines of both', async () => {
  t.fill((fill) => {
    const twin = fill.product('Twin');
    t.book.db.prepare("UPDATE product SET name = '=Sensor' WHERE id = ?").run(twin);
    fill.order(account, { on: '2026-11-10', orderNo: 'T', lines: [{ product: 'Twin', amount: 40_000_000 }] });
  });
  const { numbers } = await reviews.get({ id }, signal);
  const ofSensor = numbers.filter(({ rows }) => rows.kind === 'orders' && rows.product === '=Sensor');
  expect(ofSensor).toMatchObject([{ value: 67_500_000, rowCount: 3 }]);
  for (const { id: number, rowCount } of ofSensor) expect((await reviews.rows({ id, number }, signal)).rows.rows).toHaveLength(rowCount);
});
