import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readHead } from '#core/features/imports/file-head.ts';
import type { ParseBatch, ParseEvent, ParseJob } from '#core/features/imports/parse-job.ts';
import { parseOrders } from '#core/features/imports/parse-orders.ts';
import { parseRows } from '#core/features/imports/parse-rows.ts';
import { textStream } from '#core/features/imports/text-stream.ts';
import { plainChoices } from '#shared/domain/import/choices.ts';
import { matchColumns } from '#shared/domain/import/match-columns.ts';
import type { ImportKind } from '#shared/domain/import/model.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-read-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let n = 0;
function put(content: string | Uint8Array): string {
  n += 1;
  const path = join(dir, `${n}.csv`);
  writeFileSync(path, content);
  return path;
}

async function textOf(path: string): Promise<string> {
  let all = '';
  for await (const { text } of textStream(path, 'f.csv')) all += text;
  return all;
}

async function jobFor(path: string, kind: ImportKind): Promise<ParseJob> {
  const { headers, headerRow, delimiter } = await readHead(path, 'f.csv');
  return { path, file: 'f.csv', kind, mapping: matchColumns(kind, headers), headers, headerRow, delimiter, timeZone: 'UTC', choices: plainChoices };
}

async function batchesOf(events: AsyncGenerator<ParseEvent>): Promise<ParseBatch[]> {
  const batches: ParseBatch[] = [];
  for await (const event of events) if (event.type === 'batch') batches.push(event);
  return batches;
}

const encodings: [string, Uint8Array, number][] = [
  ['GBK', Uint8Array.from([...Buffer.from('name\nok\n'), 0xbf, 0xcd, 0xbb, 0xa7, 0x0a]), 3],
  ['UTF-16', Buffer.from('\ufeffname\nx\n', 'utf16le'), 1],
  ['Latin-1', Buffer.from('name\na\nb\nM\xe9xico\n', 'latin1'), 4],
  ['a cut character', Uint8Array.from([...Buffer.from('name\n'), 0xe5, 0xae]), 2],
];

describe('textStream', () => {
  it('drops the mark and makes all line ends alike', async () => {
    expect(await textOf(put('\ufeffa,b\r\n1,2\r3,4\n'))).toBe('a,b\n1,2\n3,4\n');
    expect(await textOf(put(''))).toBe('');
  });

  it('joins characters and line ends that a piece boundary cuts', async () => {
    const text = `${'x'.repeat(262_142)}客户\r\n`;
    expect(await textOf(put(text))).toBe(`${'x'.repeat(262_142)}客户\n`);
    const cr = `${'x'.repeat(262_143)}\r\ny\r`;
    expect(await textOf(put(cr))).toBe(`${'x'.repeat(262_143)}\ny\n`);
  });

  it.each(encodings)('refuses %s as UTF-8, naming the line', async (_, bytes, row) => {
    await expect(textOf(put(bytes))).rejects.toMatchObject({ code: 'encoding-not-supported', where: { file: 'f.csv', row } });
    await expect(readHead(put(bytes), 'f.csv', { encoding: 'utf-8' })).rejects.toMatchObject({ code: 'encoding-not-supported', where: { file: 'f.csv', row } });
  });
});

describe('readHead', () => {
  it('finds delimiter and header, past blank lines', async () => {
    expect(await readHead(put('\n\n 客户名称 ;城市\n甲;上海\n'), 'f.csv')).toMatchObject({ headers: ['客户名称', '城市'], headerRow: 3, encoding: 'utf-8', quote: '"', rows: [['甲', '上海']], delimiter: ';', size: 35 });
    expect((await readHead(put('a\tb\n1\t2\n'), 'f.csv')).delimiter).toBe('\t');
    expect((await readHead(put('name\nAcme\n'), 'f.csv')).headers).toEqual(['name']);
  });

  it('finds letters far below a beginning that is all ASCII', async () => {
    const lines = Buffer.concat([Buffer.from(`name,city\n${'plain,text\n'.repeat(30_000)}`), Buffer.from([0xba, 0xa3, 0xb4, 0xa8, 0x2c, 0xc9, 0xcf, 0xba, 0xa3, 0x0a])]);
    expect((await readHead(put(lines), 'f.csv')).encoding).toBe('gb18030');
  });

  it('takes the delimiter that the first line names, and single quotes where only they make the rows whole', async () => {
    expect(await readHead(put('sep=|\na,b;c|d\n1|2\n'), 'f.csv')).toMatchObject({ delimiter: '|', headerRow: 2, headers: ['a,b;c', 'd'] });
    expect(await readHead(put("a,b\n'x,y',1\n'z,w',2\n"), 'f.csv')).toMatchObject({ quote: "'", rows: [['x,y', '1'], ['z,w', '2']] });
    expect(await readHead(put("a,b\n'x',1\n'it''s',2\n"), 'f.csv')).toMatchObject({ quote: "'", rows: [['x', '1'], ["it's", '2']] });
    expect(await readHead(put("a,b\n'x',1\n's-Gravenhage,2\n"), 'f.csv')).toMatchObject({ quote: '"', rows: [["'x'", '1'], ["'s-Gravenhage", '2']] });
  });

  it('reads what was chosen in place of what it would propose', async () => {
    expect(await readHead(put('a,b\nc;d\ne;f\n'), 'f.csv', { delimiter: ';', headerRow: 2 })).toMatchObject({ headers: ['c', 'd'], rows: [['e', 'f']] });
    expect(await readHead(put(Buffer.from('caf\xe9\n', 'latin1')), 'f.csv', { encoding: 'windows-1251' })).toMatchObject({ headers: ['cafй'] });
    await expect(readHead(put('a,b\n'), 'f.csv', { headerRow: 9 })).rejects.toMatchObject({ code: 'file-empty', where: { row: 9 } });
  });

  it('reads only the beginning of a large file, and no row that it cuts', async () => {
    const { rows, size } = await readHead(put(`a,b\n${`${'x'.repeat(97)},y\n`.repeat(10_000)}`), 'f.csv');
    expect(size).toBeGreaterThan(1_000_000);
    expect(rows.length).toBeLessThan(2_700);
    expect(rows.every((cells) => cells.length === 2)).toBe(true);
  });

  it.each([
    ['file-empty', ''], ['file-empty', '\n \n'], ['import-failed', '"a"b,c\n1,2\n'],
  ])('says %s for %j', async (code, content) => {
    await expect(readHead(put(content), 'f.csv')).rejects.toMatchObject({ code, where: { file: 'f.csv' } });
  });

  it('takes no row of thousands of columns for a header', async () => {
    expect((await readHead(put(`${'a,'.repeat(1_999)}b\n`), 'f.csv')).headers).toHaveLength(2_000);
    await expect(readHead(put(`${'a,'.repeat(2_000)}b\n`), 'f.csv')).rejects.toMatchObject({ code: 'file-not-table', where: { file: 'f.csv', row: 1 } });
  });

  it('says when there is no such file, or none that can be read', async () => {
    await expect(readHead(join(dir, 'none.csv'), 'none.csv')).rejects.toMatchObject({ code: 'file-not-found', where: { file: 'none.csv' } });
    await expect(readHead(dir, 'a folder')).rejects.toMatchObject({ code: 'file-not-readable' });
  });
});

describe('parseRows', () => {
  it('gives batches of a thousand rows and never shifts a row of the wrong length', async () => {
    const lines = Array.from({ length: 2_500 }, (_, i) => (i === 1 ? 'C1,Acme,too many' : i === 3 ? 'C3' : `C${i},Name ${i}`));
    const batches = await batchesOf(parseRows(await jobFor(put(`CustomerID,CompanyName\n${lines.join('\n')}\n`), 'accounts'), 'accounts'));
    expect(batches.map(({ rows }) => rows)).toEqual([1_000, 1_000, 500]);
    expect(batches.map(({ rejected }) => rejected)).toEqual([2, 0, 0]);
    expect(batches[0]?.problems).toEqual([{ row: 3, column: null, code: 'too-many-fields', value: null }, { row: 5, column: null, code: 'too-few-fields', value: null }]);
    expect(batches[0]?.records[1]).toEqual({ row: 4, values: { externalId: 'C2', name: 'Name 2' } });
  });
});

describe('parseOrders', () => {
  const header = 'OrderID,CustomerID,OrderDate,ProductID,UnitPrice,Quantity';
  const shape = (batches: ParseBatch[]) => batches.flatMap(({ records }) => records)
    .map((record) => ('orderNo' in record ? [record.orderNo, record.partial, record.lines.map(({ row }) => row)] : []))
    .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));

  it('brings the rows of an order together however far apart they stand', async () => {
    const rows = ['9,C1,2024-01-01,A,1,1', '10,C2,2024-01-01,A,1,1', '9,C1,2024-01-01,B,1,1', '8,C1,2024-01-01,A,1,1', '10,C2,2024-01-01,B,1,1'];
    const batches = await batchesOf(parseOrders(await jobFor(put(`${header}\n${rows.join('\n')}\n`), 'orders'), 'orders'));
    expect(shape(batches)).toEqual([['10', false, [3, 6]], ['8', false, [5]], ['9', false, [2, 4]]]);
  });

  it.each([
    ['rising by number', ['9', '9', '10', '100']], ['falling', ['c', 'b', 'b', 'a']], ['rising by letter', ['10', '9', '9']],
  ])('reads orders that stand together in one go: %s', async (_, numbers) => {
    const batches = await batchesOf(parseOrders(await jobFor(put(`${header}\n${numbers.map((no) => `${no},C1,2024-01-01,A,1,1`).join('\n')}\n`), 'orders'), 'orders'));
    expect(shape(batches).map(([no]) => no)).toEqual([...new Set(numbers)].toSorted());
    expect(batches.reduce((sum, { rows }) => sum + rows, 0)).toBe(numbers.length);
  });

  it('marks an order of which a row could not be read, and all of them where any row has no order number', async () => {
    const rows = ['1,C1,2024-01-01,A,1,1', '1,C1,soon,B,1,1', '2,C1,2024-01-01,A,1,1'];
    expect(shape(await batchesOf(parseOrders(await jobFor(put(`${header}\n${rows.join('\n')}\n`), 'orders'), 'orders')))).toEqual([['1', true, [2]], ['2', false, [4]]]);
    const withLoose = [...rows, ',C1,2024-01-01,A,1,1'];
    const batches = await batchesOf(parseOrders(await jobFor(put(`${header}\n${withLoose.join('\n')}\n`), 'orders'), 'orders'));
    expect(shape(batches)).toEqual([['1', true, [2]], ['2', true, [4]]]);
    expect(batches.flatMap(({ problems }) => problems)).toEqual([
      { row: 3, column: 'OrderDate', code: 'date-invalid', value: 'soon' }, { row: 5, column: 'OrderID', code: 'missing-value', value: null },
    ]);
  });

  it('hands orders over by account, so that each transaction touches few pages', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => `${1000 + i},C${i % 7},2024-01-01,A,1,1`);
    const [batch] = await batchesOf(parseOrders(await jobFor(put(`${header}\n${rows.join('\n')}\n`), 'orders'), 'orders'));
    const accounts = batch?.records.map((record) => ('orderNo' in record ? record.accountExternalId : null));
    expect(accounts).toHaveLength(600);
    expect(accounts).toEqual(accounts?.toSorted());
  });
});
