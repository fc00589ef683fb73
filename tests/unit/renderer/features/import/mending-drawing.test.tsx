import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainChoices, type ImportChoices } from '#shared/domain/import/choices.ts';
import type { DoubtfulName, ImportKind, ImportSummary, Inspection, LeftOutRows, Mapping } from '#shared/domain/import/model.ts';
import { nameKey } from '#shared/domain/import/text.ts';
import { ChoicesBar } from '#renderer/features/import/ChoicesBar.tsx';
import { DoubtfulList } from '#renderer/features/import/DoubtfulList.tsx';
import { importSession, type ImportFile } from '#renderer/features/import/import-session.ts';
import { LeftOutActions, MOST_TO_MEND } from '#renderer/features/import/LeftOutActions.tsx';
import { LeftOutList } from '#renderer/features/import/LeftOutList.tsx';
import { MendDialog } from '#renderer/features/import/MendDialog.tsx';
import { PreviewView } from '#renderer/features/import/PreviewView.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';
import { Inside, partsOf, use } from '#tests/builders/parts.tsx';
import { plainReading } from '#tests/builders/plain-reading.ts';

const inspection: Inspection = {
  ...plainReading, file: 'token', kind: 'orders', mapping: {}, missing: [], fields: [], choices: plainChoices, remembered: false,
  columns: [{ index: 0, header: 'Status', samples: ['paid'], values: ['paid', 'open'] }, { index: 1, header: 'Note', samples: ['x'], values: [] }],
};

const fileOf = (part: Partial<ImportFile>): ImportFile => ({
  id: 1, name: 'orders.csv', stage: 'checked', token: 'token', inspection, kind: 'orders', mapping: { accountName: 0 }, choices: plainChoices, checked: plainChoices, mends: null, preview: null,
  summary: null, error: null, done: false, ...part,
});

const previewOf = (part: Partial<ImportSummary>): ImportSummary => ({
  kind: 'orders', file: 'orders.csv', dryRun: true, stepNo: null, rowsRead: 10, rowsRejected: 0, rowsIncomplete: 0, rowsSkipped: 0, cancelled: false,
  tables: { sales_order: { created: 8, updated: 0, same: 0, removed: 0 } }, problems: [], doubtful: [], leftOut: null, ...part,
});

const names: DoubtfulName[] = [
  { name: '恒岳重工', row: 1204, candidates: [{ id: 'a1', name: '恒岳重工集团', city: 'Wuxi', externalId: 'K-1' }, { id: 'a2', name: '恒岳物流', city: null, externalId: null }] },
  { name: 'Oakline Ltd', row: 3, candidates: [{ id: 'a3', name: 'Oakline Retail', city: 'Oslo', externalId: null }] },
];

const leftOut: LeftOutRows = {
  file: 'orders.csv', kind: 'orders', headers: ['Order', '', 'Date'], total: 2,
  rows: [{ row: 1204, problem: 'This is no date.', cells: ['O-1', '<b>x</b>', '31/31'] }, { row: 1205, problem: '', cells: ['O-1', '', '2026-01-02'] }],
};

afterEach(() => {
  importSession.forBook('none');
  importSession.forBook('b1');
});

describe('what a file asks a person', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
  });
  const asked = (kind: ImportKind, mapping: Mapping, choices: Partial<ImportChoices> = {}): string =>
    drawing.text(<ChoicesBar kind={kind} inspection={inspection} file={fileOf({ kind, mapping, choices: { ...plainChoices, ...choices } })} />);
  const DATES = 'Dates such as 3/4/2025';

  it('is about dates only where a column holds dates', () => {
    expect(asked('orders', { orderedOn: 0 })).toContain(DATES);
    expect(asked('orders', { accountName: 0 })).not.toContain(DATES);
    expect(asked('people', { name: 0 })).not.toContain(DATES);
  });

  it('is about decimals only where a column holds numbers', () => {
    expect(asked('orders', { price: 0 })).toContain('Decimals');
    expect(asked('people', { name: 0 })).not.toContain('Decimals');
  });

  it('is about new accounts where rows name them, not where they are accounts', () => {
    expect(asked('orders', { accountName: 0 })).toContain('Make accounts that are named here');
    expect(asked('orders', { accountExternalId: 0 })).not.toContain('Make accounts');
    expect(asked('accounts', { accountName: 0 })).not.toContain('Make accounts');
  });

  it('is about the values only once a column is chosen to part rows by', () => {
    expect(asked('people', {})).toContain('Only rows where');
    expect(drawing.html(<ChoicesBar kind="people" inspection={inspection} file={fileOf({})} />)).not.toContain('Values that are imported');
    const html = drawing.html(<ChoicesBar kind="people" inspection={inspection} file={fileOf({ choices: { ...plainChoices, only: { column: 0, values: ['paid'] } } })} />);
    expect(html).toContain('Values that are imported');
    expect(html).toContain('paid');
  });

  it('is about what a row is only for interactions', () => {
    expect(asked('interactions', { date: 0 })).toContain('Each row is');
    expect(asked('orders', { date: 0 })).not.toContain('Each row is');
  });
});

describe('doubtful names', () => {
  it('count those to decide, and say who is meant with number and city', async () => {
    const drawing = await createDrawing('en');
    const list = (sameAs: ImportChoices['sameAs']) => <DoubtfulList file={fileOf({ choices: { ...plainChoices, sameAs } })} names={names} />;
    expect(drawing.text(list({}))).toContain('2 names to decide');
    expect(drawing.text(list({}))).toMatch(/1,204 恒岳重工 .*3 Oakline Ltd/);
    expect(drawing.text(list({ [nameKey('Oakline Ltd')]: 'a3' }))).toContain('1 name to decide');
    const html = drawing.html(list({ [nameKey('Oakline Ltd')]: null, [nameKey('恒岳重工')]: 'a1' }));
    expect(html).toContain('value="A new account"');
    expect(html).toContain('value="恒岳重工集团 (K-1, Wuxi)"');
    expect(html).toContain('aria-label="What Oakline Ltd is"');
    expect(drawing.missing).toEqual([]);
  });

  it('are asked in Chinese with Chinese brackets', async () => {
    const drawing = await createDrawing('zh-CN');
    const text = drawing.html(<DoubtfulList file={fileOf({ choices: { ...plainChoices, sameAs: { [nameKey('Oakline Ltd')]: 'a3' } } })} names={names} />);
    expect(text).toContain('value="Oakline Retail（Oslo）"');
    expect(text).toContain('1 个名称待确认');
    expect(drawing.missing).toEqual([]);
  });
});

describe('what was tried', () => {
  const unknown = [2, 3, 3].map((row) => ({ row, column: 'Customer', code: 'account-not-found', value: 'B9' }));
  const draw = (drawing: Drawing, file: Partial<ImportFile>, preview: Partial<ImportSummary>) => drawing.text(<PreviewView file={fileOf(file)} preview={previewOf(preview)} error={null} />);

  it('is tried again before it is imported, once a decision changed', async () => {
    const drawing = await createDrawing('en');
    const decided = { ...plainChoices, sameAs: { x: null } };
    expect(draw(drawing, { choices: decided }, { doubtful: names })).toContain('See again what would happen Back to the columns');
    expect(draw(drawing, { choices: decided }, {})).not.toContain('Import 10 rows');
    expect(draw(drawing, { choices: decided, checked: decided }, {})).toContain('Import 10 rows Back to the columns');
  });

  it('offers to make the accounts that nobody knows, where names are there to make them of', async () => {
    const drawing = await createDrawing('en');
    const offer = '2 rows name accounts that are not in the book. Make these accounts as well';
    expect(draw(drawing, {}, { problems: unknown })).toContain(offer);
    expect(draw(drawing, {}, {})).not.toContain('Make these accounts');
    expect(draw(drawing, { mapping: { accountExternalId: 0 } }, { problems: unknown })).not.toContain('Make these accounts');
    const making = { ...plainChoices, createAccounts: true };
    expect(draw(drawing, { choices: making, checked: making }, { problems: unknown })).not.toContain('Make these accounts');
  });

  it('says how many rows are not wanted only where there are any', async () => {
    const drawing = await createDrawing('zh-CN');
    expect(draw(drawing, {}, { rowsSkipped: 3 })).toMatch(/3 行/);
    expect(draw(drawing, {}, {})).not.toMatch(/ 0 行/);
    expect(draw(drawing, {}, { problems: unknown })).toContain('有 2 行提到客户簿中没有的客户。 同时新建这些客户');
    expect(drawing.missing).toEqual([]);
  });
});

describe('rows left out', () => {
  it.each([[MOST_TO_MEND, true], [MOST_TO_MEND + 1, false]])('of %i rows are mended in place: %s', async (rows, mended) => {
    const drawing = await createDrawing('en');
    const text = drawing.text(<LeftOutActions id="l1" file="orders.csv" rows={rows} />);
    expect(text).toBe(mended ? 'Mend here Save as CSV' : 'Save as CSV');
    expect(drawing.html(<LeftOutActions id="l1" file="orders.csv" rows={rows} />)).toContain('aria-label="Save as CSV: orders.csv"');
  });

  it('are listed with their file and when, and why too many cannot be mended here', async () => {
    const drawing = await createDrawing('en');
    expect(drawing.html(<LeftOutList />)).not.toContain('<section');
    const at = Date.parse('2026-11-23T02:47:00Z');
    drawing.know((api) => ({ key: api.imports.leftOuts.queryKey(), data: [{ id: 'l1', file: 'orders.csv', kind: 'orders', at, rows: 1 }, { id: 'l2', file: 'big.csv', kind: 'orders', at, rows: 4200 }] }));
    const text = drawing.text(<LeftOutList />);
    expect(text).toContain('1 row of orders.csv 23 Nov, 10:47 Mend here Save as CSV Forget them');
    expect(text).toContain('4,200 rows of big.csv 23 Nov, 10:47 Save as CSV Forget them');
    expect(drawing.html(<LeftOutList />).match(/title="Too many to mend here/g)).toHaveLength(1);
    expect(drawing.missing).toEqual([]);
  });

  const opened = (drawing: Drawing, onClose = () => undefined) => {
    drawing.know((api) => ({ key: api.imports.leftOutRows.queryKey({ input: { id: 'l1', limit: 1000 } }), data: leftOut }));
    return () => MendDialog({ id: 'l1', onClose });
  };

  it('are drawn as cells to correct, as text, each named by column and row', async () => {
    const drawing = await createDrawing('en');
    const html = drawing.html(<Inside draw={opened(drawing)} />);
    expect(html).toContain('aria-label="Date of row 1,204"');
    expect(html).toContain('value="&lt;b&gt;x&lt;/b&gt;"');
    expect(html.match(/data-fine="true"/g)).toHaveLength(1);
    expect(drawing.text(<Inside draw={opened(drawing)} />)).toContain('Row What is wrong Order Column 2 Date 1,204 This is no date. 1,205');
    expect(drawing.missing).toEqual([]);
  });

  it('name every cell, also of a column without a name', async () => {
    const drawing = await createDrawing('en');
    expect(drawing.html(<Inside draw={opened(drawing)} />)).not.toContain('aria-label=" of row');
    expect(drawing.html(<Inside draw={opened(drawing)} />)).toContain('aria-label="Column 2 of row 1,205"');
  });

  it('wait for their rows before they go on, and then go on as a file that mends them', async () => {
    const drawing = await createDrawing('en');
    let closed = 0;
    const waiting = partsOf(drawing, () => MendDialog({ id: 'l9', onClose: () => undefined }));
    const isRun = ({ props }: { props: Record<string, unknown> }): boolean => props['children'] === 'Go on with these rows';
    expect(waiting.find(isRun)?.props['disabled']).toBe(true);
    const parts = partsOf(drawing, opened(drawing, () => { closed += 1; return undefined; }));
    expect(parts.find(isRun)?.props['disabled']).toBe(false);
    use(parts, isRun, 'onClick');
    expect(closed).toBe(1);
    expect(importSession.read().files).toMatchObject([{ name: 'orders +.csv', mends: 'l1' }]);
  });
});
