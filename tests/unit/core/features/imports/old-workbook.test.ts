import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { CompoundFile } from '#core/features/imports/old-workbook/compound-file.ts';
import { biffStream, biffText, compoundFile, f64, madeXls, numeric, record, shared, u16, u32, u8 } from '#tests/builders/made-xls.ts';
import { readFile } from '#tests/builders/read-file.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-old-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let n = 0;
function read(bytes: Uint8Array, choice: Parameters<typeof readFile>[2] = {}) {
  n += 1;
  const path = join(dir, `${n}.xls`);
  writeFileSync(path, bytes);
  return readFile(path, dir, choice);
}

const label = (row: number, column: number, text: string) => record(0x204, u16(row, column, 0), biffText(text));
const header = ['Name', 'City', 'Since'].map((text, column) => label(0, column, text));
const rk = (row: number, column: number, packed: number) => record(0x27E, u16(row, column, 0), u32(packed >>> 0));
/** The higher half of a double, as RK numbers keep it. */
const upper = (value: number) => f64(value).readUInt32LE(4);
const formula = (row: number, column: number, result: Uint8Array) => record(0x06, u16(row, column, 0), result, u16(0), u32(0), u16(0));

describe('a workbook of before 2007', () => {
  it('gives texts, numbers and dates as a newer one does', async () => {
    const { rows, headers, headerRow } = await read(madeXls({
      strings: ['客户', 'Ernst Handel'], formats: ['yyyy"年"m"月"d"日"', '00000', 'h:mm:ss'],
      sheets: [{ name: 'a', cells: [
        ...header, shared(1, 0, 0), shared(1, 1, 1), numeric(1, 2, 44_155, 1),
        numeric(2, 0, 1.8e10), numeric(2, 1, 0.1 + 0.2), numeric(2, 2, 44_155.5, 1),
        numeric(3, 0, 42, 2), record(0x205, u16(3, 1, 0), u8(1, 0)), record(0x205, u16(3, 2, 0), u8(0x2A, 1)),
        numeric(4, 0, 0.25, 3), record(0xD6, u16(4, 1, 0), u16(4), u8(8), u16(1), Buffer.from('rich'), u16(0, 0)),
      ] }],
    }));
    expect([headers, headerRow]).toEqual([['Name', 'City', 'Since'], 1]);
    expect(rows).toEqual({ 2: ['客户', 'Ernst Handel', '2020-11-20'], 3: ['18000000000', '0.3', '2020-11-20'], 4: ['00042', 'TRUE', ''], 5: ['06:00:00', 'rich', ''] });
  });

  it('unpacks numbers of four bytes', async () => {
    const cells = [...header, rk(1, 0, (7 << 2) | 2), rk(1, 1, (1_999 << 2) | 3), rk(1, 2, upper(1.5)), record(0xBD, u16(2, 0, 0), u32(((-5 << 2) | 2) >>> 0), u16(0), u32(upper(2.25) | 1), u16(1)), rk(2, 2, upper(-1_024))];
    expect((await read(madeXls({ sheets: [{ name: 'a', cells }] }))).rows).toEqual({ 2: ['7', '19.99', '1.5'], 3: ['-5', '0.0225', '-1024'] });
  });

  it('takes what formulas came to, and of charts within a sheet nothing', async () => {
    const chart = [record(0x0809, u16(0x0600, 0x20, 0, 0)), numeric(9, 0, 9), record(0x0A)];
    const cells = [...header, ...chart, formula(1, 0, f64(12.5)), formula(1, 1, Buffer.concat([u8(0, 0, 0, 0, 0, 0), u16(0xFFFF)])), record(0x4BC, u16(0)), record(0x207, biffText('joined')),
      formula(1, 2, Buffer.concat([u8(1, 0, 1, 0, 0, 0), u16(0xFFFF)])), formula(2, 0, Buffer.concat([u8(2, 0, 7, 0, 0, 0), u16(0xFFFF)])), label(2, 1, 'x')];
    expect((await read(madeXls({ sheets: [{ name: 'a', cells }] }))).rows).toEqual({ 2: ['12.5', 'joined', 'TRUE'], 3: ['', 'x', ''] });
  });

  it('reads texts that go on in a further record, whichever way their letters are written there', async () => {
    const long = '恒岳'.repeat(100);
    const rest = [record(0xFC, u32(3, 3), u16(200), u8(1), Buffer.from(long.slice(0, 150), 'utf16le')), record(0x3C, u8(1), Buffer.from(long.slice(150), 'utf16le'), u16(6), u8(0), Buffer.from('Ern')),
      record(0x3C, u8(0), Buffer.from('st!'), u16(2), u8(13), u16(1), u32(4), Buffer.from('远舟', 'utf16le')), record(0x3C, u16(0, 0), u32(0))];
    const { rows } = await read(madeXls({ sst: Buffer.concat(rest), sheets: [{ name: 'a', cells: [...header, ...[0, 1, 2].map((index) => shared(1, index, index))] }] }));
    expect(rows).toEqual({ 2: [long, 'Ernst!', '远舟'] });
  });

  it('lists hidden sheets last, leaves charts out, and puts rows in their order', async () => {
    const bytes = madeXls({ from1904: true, formats: ['yyyy-mm-dd'], sheets: [
      { name: 'hidden', hidden: true, cells: [label(0, 0, 'h'), label(1, 0, '1')] }, { name: 'chart', kind: 2, cells: [] }, { name: '空', cells: [] },
      { name: 'data', cells: [label(5, 0, 'b'), label(2, 0, 'd'), numeric(3, 0, 42_693, 1)] },
    ] });
    expect(await read(bytes)).toMatchObject({ sheets: ['空', 'data', 'hidden'], headers: ['d'], headerRow: 3, rows: { 4: ['2020-11-20'], 6: ['b'] } });
    expect(await read(bytes, { sheet: 'hidden' })).toMatchObject({ headers: ['h'] });
    await expect(read(bytes, { sheet: 'gone' })).rejects.toMatchObject({ code: 'sheet-not-found' });
    expect(await read(gzipSync(bytes))).toMatchObject({ headers: ['d'] });
  });

  it('is refused by name where it is empty, locked, older, no workbook, or broken, with the place', async () => {
    const book = { sheets: [{ name: 'a', cells: [...header, label(7, 0, 'x')] }] };
    await expect(read(madeXls({ sheets: [{ name: 'a', cells: [] }] }))).rejects.toMatchObject({ code: 'file-empty' });
    await expect(read(madeXls({ ...book, extra: [record(0x2F, u16(1))] }))).rejects.toMatchObject({ code: 'file-locked' });
    await expect(read(madeXls({ ...book, version: 0x0500 }))).rejects.toMatchObject({ code: 'file-other-workbook' });
    await expect(read(compoundFile({ Book: Buffer.from('x') }))).rejects.toMatchObject({ code: 'file-other-workbook' });
    await expect(read(compoundFile({ EncryptedPackage: Buffer.from('x') }))).rejects.toMatchObject({ code: 'file-locked' });
    await expect(read(compoundFile({ WordDocument: Buffer.from('x') }))).rejects.toMatchObject({ code: 'file-not-table', params: { format: 'DOC' } });
    await expect(read(compoundFile({}))).rejects.toMatchObject({ code: 'file-not-table', params: { format: 'OLE' } });
    const stream = biffStream(book);
    await expect(read(compoundFile({ Workbook: Buffer.concat([stream.subarray(0, -4), u16(0x204, 9_999)]) }))).rejects.toMatchObject({ code: 'file-damaged', where: { path: 'a', row: 8 } });
    await expect(read(compoundFile({ Workbook: stream.subarray(0, -4) }))).rejects.toMatchObject({ code: 'file-damaged', where: { path: 'a', row: 8 } });
    await expect(read(madeXls(book).subarray(0, 700))).rejects.toMatchObject({ code: 'file-damaged' });
    await expect(read(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))).rejects.toMatchObject({ code: 'file-damaged' });
  });
});

describe('a compound file', () => {
  it('gives small and large streams, also where the list of its sectors does not fit into the header', () => {
    const streams = { small: Buffer.from('s'), none: Buffer.alloc(0), exact: Buffer.alloc(4_096, 7), large: Buffer.alloc(8_000_000, 'large') };
    const made = new CompoundFile(compoundFile(streams));
    for (const [name, bytes] of Object.entries(streams)) expect(made.read(name)?.equals(bytes), name).toBe(true);
    expect([made.has('small'), made.has('gone'), made.read('gone')]).toEqual([true, false, null]);
  });

  it('of a chain in a circle is refused', () => {
    const bytes = compoundFile({ large: Buffer.alloc(8_192, 1) });
    const table = bytes.length - 512;
    bytes.writeUInt32LE(0, table + 4);
    expect(() => new CompoundFile(bytes).read('large')).toThrow('does not end');
  });
});

const templates = sharedData('cskefu_cn_crm_templates');

describe.skipIf(templates === null)('old workbooks of a call centre (../shared/data/cskefu_cn_crm_templates)', () => {
  it('hold what a spreadsheet shows of them', async () => {
    const of = (name: string) => readFile(join(templates ?? '', name), dir);
    const customers = await of('customer_template.xls');
    expect([customers.sheets, customers.headers]).toEqual([['Sheet1', 'Sheet2', 'Sheet3'],
      ['最后联系时间', '单位性质', '企(事)业单位名称', '办公电话', '电子邮件', '省', '市区县', '地址', '客户类别', '客户级别', '成熟度', '所属行业', '来源', '效力状态', '描述']]);
    expect(customers.rows).toEqual({ 2: ['2018-01-02', '个人客户', '阿里吧啊不', '13888888888', 'djj@qq.com', '广东省', '佛山市', '家', 'VIP客户', '★★★', 'C-：初步联系，意向不确定', '办公、文教', '朋友介绍', '成交客户', '888'] });
    expect(Object.values((await of('knowledge_template.xls')).rows)).toEqual([['请填写主题', '是', '请填写内容', '', '', '', '']]);
    expect((await of('quickreply_template.xls')).headers).toEqual(['标题', '内容']);
  });
});
