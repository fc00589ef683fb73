import { beforeAll, describe, expect, it } from 'vitest';
import { ORPCError } from '@orpc/client';
import type { FieldChange, KeptChange, Step, UndoPreview } from '#shared/domain/history/model.ts';
import { plainChoices } from '#shared/domain/import/choices.ts';
import type { ImportSummary, Inspection } from '#shared/domain/import/model.ts';
import { FileList } from '#renderer/features/import/FileList.tsx';
import { FileView } from '#renderer/features/import/FileView.tsx';
import type { ImportFile } from '#renderer/features/import/import-session.ts';
import { ImportGuide } from '#renderer/features/import/ImportGuide.tsx';
import { OutcomeTable } from '#renderer/features/import/OutcomeTable.tsx';
import { ProblemList } from '#renderer/features/import/ProblemList.tsx';
import { RecentImports } from '#renderer/features/import/RecentImports.tsx';
import { RevertParts } from '#renderer/features/import/RevertParts.tsx';
import { plainReading } from '#tests/builders/plain-reading.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const summaryOf = (part: Partial<ImportSummary> = {}): ImportSummary => ({
  kind: 'orders', file: 'orders.csv', dryRun: false, stepNo: 7, rowsRead: 2155, rowsRejected: 0, cancelled: false,
  tables: { sales_order: { created: 830, updated: 0, same: 0, removed: 0 }, order_line: { created: 2155, updated: 3, same: 12, removed: 0 } }, problems: [],
  rowsIncomplete: 0, rowsSkipped: 0, doubtful: [], leftOut: null, ...part,
});

const inspection: Inspection = {
  ...plainReading, file: 'token', kind: 'accounts', mapping: { name: 1 }, missing: [], fields: [{ id: 'externalId', required: false }, { id: 'name', required: true }],
  columns: [
    { index: 0, header: 'CustomerID', samples: ['ALFKI', '', 'ANATR'], values: [] },
    { index: 1, header: 'CompanyName', samples: ['Alfreds Futterkiste'], values: [] },
    { index: 2, header: '', samples: [], values: [] },
  ],
  choices: plainChoices, remembered: false,
};

const fileOf = (part: Partial<ImportFile>): ImportFile => ({
  id: 1, name: 'customers.csv', stage: 'mapping', token: 'token', inspection, kind: 'accounts', mapping: inspection.mapping, choices: plainChoices, checked: plainChoices, mends: null, preview: null, summary: null,
  error: null, done: false, ...part,
});

const stepOf = (part: Partial<Step>): Step => ({
  no: 7, kind: 'import', verb: 'import.orders', params: { file: 'orders.csv', count: 2155 }, actor: '林晓彤', at: Date.parse('2026-11-23T02:47:00Z'), undoes: null, undoneBy: null,
  changes: 3071, ...part,
});

const problems = [
  { row: 3, column: 'Customer ID', code: 'account-not-found', value: 'B9' },
  { row: 1204, column: null, code: 'too-few-fields', value: null },
  { row: 1300, column: 'Date', code: 'made-up', value: 'x' },
];

const view = (file: ImportFile, left = 0) => <FileView file={file} left={left} onDone={() => undefined} />;

describe('the import in English', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
    drawing.know((api) => ({
      key: api.history.steps.queryOptions({ input: { before: null, limit: 200 } }).queryKey,
      data: [stepOf({ no: 9, kind: 'user', verb: 'task.done' }), stepOf({}), stepOf({ no: 5, verb: 'import.accounts', params: { file: 'customers.csv' }, undoneBy: 6, changes: 1 })],
    }));
  });

  it('teaches what to bring and in which order', () => {
    const html = drawing.html(<ImportGuide />);
    expect(html.indexOf('Accounts')).toBeLessThan(html.indexOf('People'));
    expect(html.indexOf('People')).toBeLessThan(html.indexOf('Orders'));
    expect(drawing.text(<ImportGuide />)).toContain('Drop files here, one or several: Excel (.xlsx, .xls), CSV, text. Choose files');
  });

  it('lists files in the order of their import, each with its stage', () => {
    const files = [fileOf({ id: 1, name: 'orders.csv', kind: 'orders' }), fileOf({ id: 2, stage: 'imported', done: true }), fileOf({ id: 3, name: 'bad.csv', kind: null, stage: 'sending', error: new Error('x') })];
    expect(drawing.text(<FileList files={files} active={1} />)).toBe('customers.csv imported orders.csv columns bad.csv stopped');
    expect(drawing.html(<FileList files={[fileOf({ stage: 'importing' })]} active={null} />)).not.toContain('off the list');
  });

  it('shows each column with its first values and what it becomes', () => {
    const text = drawing.text(view(fileOf({})));
    expect(text).toContain('customers.csv holds');
    expect(text).toContain('1 of 3 are imported');
    expect(text).toContain('CustomerID ALFKI · ANATR');
    expect(text).toContain('Column 3 Empty');
    const html = drawing.html(view(fileOf({})));
    expect(html).toContain('value="Name (needed)"');
    expect(html.match(/placeholder="Left out"/g)).toHaveLength(3);
  });

  it('names what is still needed and waits for it', () => {
    const file = fileOf({ mapping: {} });
    expect(drawing.text(view(file))).toContain('Still needed: Name. Choose the column for it.');
    expect(drawing.html(view(file))).toMatch(/<button[^>]*disabled=""[^>]*>(?:<[^>]+>)*See what would happen/);
    expect(drawing.html(view(fileOf({})))).not.toMatch(/<button[^>]*disabled=""[^>]*>(?:<[^>]+>)*See what would happen/);
  });

  it('says in place why a file cannot be read', () => {
    const error = new ORPCError('encoding-not-supported', { defined: true, status: 422, data: { where: { file: 'customers.csv' } } });
    const text = drawing.text(view(fileOf({ stage: 'sending', error })));
    expect(text).toContain('encoding is not supported');
    expect(text).toContain('customers.csv');
    expect(text).toContain('CSV UTF-8');
  });

  it('tells what would happen before anything is written', () => {
    const preview = summaryOf({ dryRun: true, stepNo: null, rowsRejected: 3, problems });
    const text = drawing.text(view(fileOf({ stage: 'checked', preview })));
    expect(text).toContain('customers.csv, tried 2,155 rows read');
    expect(text).toContain('What would happen');
    expect(text).toContain('Import 2,152 rows Back to the columns');
  });

  it.each([
    [{ tables: { account: { created: 0, updated: 0, same: 93, removed: 0 } } }, 'Everything in this file is in the book already.'],
    [{ tables: {}, rowsRead: 3, rowsRejected: 3, problems }, 'No row of this file can be imported.'],
  ])('offers nothing where nothing would change', (part, said) => {
    const file = fileOf({ stage: 'checked', preview: summaryOf({ dryRun: true, ...part }) });
    expect(drawing.text(view(file))).toContain(said);
    expect(drawing.html(view(file))).toMatch(/<button[^>]*disabled=""[^>]*>(?:<[^>]+>)*Import /);
  });

  it('counts records by what happened to them; removed ones only where there are any', () => {
    expect(drawing.text(<OutcomeTable summary={summaryOf()} />)).toBe('What was done Records New Changed As they were Orders 830 0 0 Order lines 2,155 3 12');
    const removed = summaryOf({ tables: { order_line: { created: 0, updated: 1, same: 0, removed: 2 } } });
    expect(drawing.text(<OutcomeTable summary={removed} />)).toBe('What was done Records New Changed As they were Removed Order lines 0 1 0 2');
  });

  it('lists problems by row and column in words, grouped first', () => {
    const text = drawing.text(<ProblemList summary={summaryOf({ rowsRejected: 3, problems })} />);
    expect(text).toContain('Rows left out 3 rows');
    expect(text).toContain('1 × No account has this number or name.');
    expect(text).toContain('3 Customer ID B9 No account has this number or name. Import the accounts first.');
    expect(text).toContain('1,204 Whole row – The row has fewer columns than the header.');
    expect(text).toContain('1,300 Date x Not taken (made-up).');
    expect(drawing.text(<ProblemList summary={summaryOf()} />)).toBe('No row is left out.');
  });

  it('shows long lists of problems page by page, and says where they are cut', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ row: index + 2, column: 'Date', code: 'date-invalid', value: 'x' }));
    expect(drawing.text(<ProblemList summary={summaryOf({ rowsRejected: 60, problems: many })} />)).toContain('Show more');
    expect(drawing.text(<ProblemList summary={summaryOf({ rowsRejected: 5000, problems: many.slice(0, 40) })} />)).toContain('The first 40 problems are listed.');
  });

  it('leads on after an import: to the next file, or to the accounts', () => {
    const file = fileOf({ stage: 'imported', done: true, summary: summaryOf() });
    expect(drawing.text(view(file, 2))).toContain('Go on with the next of 2 files');
    const last = drawing.text(view(file));
    expect(last).toContain('See the accounts Revert Close the summary');
    expect(last).toContain('Choose files');
  });

  it('knows that an import was reverted meanwhile', () => {
    const file = fileOf({ stage: 'imported', done: true, summary: summaryOf({ stepNo: 5 }) });
    expect(drawing.text(view(file))).toContain('This import was reverted.');
    expect(drawing.text(view(file))).not.toContain('Revert Close');
  });

  it('says what a cancelled import leaves behind', () => {
    const stopped = (part: Partial<ImportSummary>) => drawing.text(view(fileOf({ stage: 'stopped', done: true, summary: summaryOf({ cancelled: true, rowsRead: 12_400, rowsRejected: 400, ...part }) })));
    const text = stopped({});
    expect(text).toContain('customers.csv, stopped 12,400 rows read');
    expect(text).toContain('12,000 rows were taken before it was cancelled. They are kept, and Revert takes them back as one step.');
    expect(text).toContain('To go on, import the same file again: what is in the book already is not brought twice.');
    expect(text).toContain('Import it again See the accounts Revert Close the summary');
    const nothing = stopped({ stepNo: null, tables: {} });
    expect(nothing).toContain('It was cancelled before anything was written.');
    expect(nothing).not.toContain('Revert');
    expect(stopped({ rowsRejected: 0 })).not.toContain('No row is left out.');
  });

  it('no longer says that rows are kept once a stopped import was reverted', () => {
    const reverted = drawing.text(view(fileOf({ stage: 'stopped', done: true, summary: summaryOf({ cancelled: true, stepNo: 5 }) })));
    expect(reverted).toContain('This import was reverted.');
    expect(reverted).not.toContain('They are kept');
  });

  it.each([['checking', 'Trying customers.csv, without writing anything.'], ['importing', 'Importing customers.csv. You can go on working']] as const)('says what it is at while %s', (stage, said) => {
    expect(drawing.text(view(fileOf({ stage })))).toContain(said);
  });

  it('lists imports, and those that can be reverted', () => {
    const text = drawing.text(<RecentImports />);
    expect(text).toContain('Imported orders from orders.csv 3,071 changes 23 Nov, 10:47 Revert');
    expect(text).toContain('Imported accounts from customers.csv 1 change 23 Nov, 10:47 Reverted');
    expect(text).not.toContain('Done');
  });

  it('has words for all of it but the codes nobody knows', () => {
    expect([...new Set(drawing.missing)]).toEqual(['import:problem.made-up']);
  });
});

describe('what a revert does', () => {
  const change = (op: FieldChange['op'], key: string, table = 'account', label: string | null = null): FieldChange => ({ table, key, label, op, field: null, from: null, to: null });
  const kept = (key: string, reason: KeptChange['reason'], label: string): KeptChange => ({ ...change('update', key, 'account', label), reason, byStep: null, byActor: null });
  const preview: UndoPreview = {
    step: stepOf({}), reverts: [change('delete', 'a'), change('delete', 'b'), change('update', 'c'), change('insert', 'd', 'order_line')], revertCount: 4,
    kept: [kept('e', 'changed-later', 'Ernst Handel'), kept('f', 'depended-on', 'Bon app')], keptCount: 2,
  };

  it('is said by table, with what stays and why', async () => {
    const drawing = await createDrawing('en');
    const text = drawing.text(<RevertParts preview={preview} />);
    expect(text).toContain('Imported orders from orders.csv, 23 Nov, 10:47.');
    expect(text).toContain('4 changes are taken back: Accounts: 2 new ones go Accounts: 1 gets its earlier values Order lines: 1 comes back');
    expect(text).toContain('2 changes stay as they are: changed since (1): Ernst Handel in use by newer records (1): Bon app');
    expect(drawing.text(<RevertParts preview={{ ...preview, revertCount: 900 }} />)).not.toContain('new ones go');
    expect(drawing.text(<RevertParts preview={{ ...preview, reverts: [], revertCount: 0 }} />)).toContain('Nothing can be taken back');
    expect(drawing.missing).toEqual([]);
  });
});

describe('the import in Chinese', () => {
  it('says the same', async () => {
    const drawing = await createDrawing('zh-CN');
    drawing.know((api) => ({ key: api.history.steps.queryOptions({ input: { before: null, limit: 200 } }).queryKey, data: [stepOf({})] }));
    expect(drawing.text(<ImportGuide />)).toContain('请按此顺序');
    expect(drawing.text(view(fileOf({})))).toContain('导入 3 列中的 1 列');
    expect(drawing.text(view(fileOf({ mapping: {} })))).toContain('还缺少：名称。');
    const preview = summaryOf({ dryRun: true, rowsRejected: 3, problems: problems.slice(0, 2) });
    expect(drawing.text(view(fileOf({ stage: 'checked', preview })))).toContain('导入 2,152 行');
    expect(drawing.text(<ProblemList summary={preview} />)).toContain('1,204 整行 – 此行的列数少于表头。');
    expect(drawing.text(view(fileOf({ stage: 'imported', done: true, summary: summaryOf() })))).toContain('查看客户');
    expect(drawing.text(<RecentImports />)).toContain('3,071 处变更');
    expect(drawing.missing).toEqual([]);
  });
});
