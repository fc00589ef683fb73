import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readExcel from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { readFile } from '#tests/builders/read-file.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

const scratch = mkdtempSync(join(tmpdir(), 'ballast-awkward-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const read = (path: string) => readFile(path, scratch);

const chinese = sharedData('synthetic_cn');

describe.skipIf(chinese === null)('Chinese files (../shared/data/synthetic_cn)', () => {
  interface Expected { header: string[]; rows: string[][]; extra_rows_utf_and_gb18030: string[][]; rows_big5: string[][] }
  const expected: Expected = chinese === null ? { header: [], rows: [], extra_rows_utf_and_gb18030: [], rows_big5: [] } : JSON.parse(readFileSync(join(chinese, 'expected.json'), 'utf8')) as Expected;
  const { header, rows } = expected;
  const allRows = [...rows, ...expected.extra_rows_utf_and_gb18030];

  it.each([
    ['contacts_utf8.csv', 'utf-8', ',', allRows], ['contacts_utf8_bom.csv', 'utf-8', ',', allRows], ['contacts_gb18030.csv', 'gb18030', ',', allRows], ['contacts_gbk.csv', 'gb18030', ',', rows],
    ['contacts_semicolon_gbk.csv', 'gb18030', ';', rows], ['contacts_utf16le_bom.csv', 'utf-16le', ',', allRows], ['contacts_utf16be_bom.csv', 'utf-16be', ',', allRows],
    ['contacts_utf16le_tab_excel_unicode_text.txt', 'utf-16le', '\t', allRows], ['really_tsv_named.xls', 'gb18030', '\t', rows], ['really_html_named.xls', 'utf-8', ',', rows],
  ] as const)('%s is read as %s, cell by cell', async (name, encoding, delimiter, cells) => {
    const found = await read(join(chinese ?? '', name));
    expect(found).toMatchObject({ encoding, delimiter, headers: header, headerRow: 1, problems: [] });
    expect(Object.values(found.rows)).toEqual(cells);
  });

  it('contacts_big5.csv is read as Big5', async () => {
    const found = await read(join(chinese ?? '', 'contacts_big5.csv'));
    expect([found.encoding, found.headers[0], found.rows[2]?.[0], found.rows[2]?.[4]]).toEqual(['big5', '客戶名稱', '範例股份有限公司', '陳大文']);
  });
});

const fixtures = sharedData('csv_parser_fixtures');

describe.skipIf(fixtures === null)('fixtures of a CSV parser (../shared/data/csv_parser_fixtures)', () => {
  it.each([
    ['basic.csv', { headers: ['a', 'b', 'c'], rows: { 2: ['1', '2', '3'] } }],
    ['comma-in-quote.csv', { rows: { 2: ['John', 'Doe', '120 any st.', 'Anytown, WW', '08123'] } }],
    ['comment.csv', { headerRow: 2, headers: ['a', 'b', 'c'], rows: { 3: ['1', '2', '3'] } }],
    ['escape-quotes.csv', { rows: { 2: ['1', 'ha "ha" ha'], 3: ['2', '""'], 4: ['3', '4'] } }],
    ['newlines.csv', { rows: { 2: ['1', '2', '3'], 3: ['Once upon \na time', '5', '6'], 4: ['7', '8', '9'] } }],
    ['no-headers.csv', { problems: [[4, 'too-many-fields']] }],
    ['strict-false-less-columns.csv', { problems: [[3, 'too-few-fields']], rows: { 2: ['1', '2', '3'], 4: ['6', '7', '8'] } }],
    ['strict-false-more-columns.csv', { problems: [[3, 'too-many-fields']], rows: { 2: ['1', '2', '3'], 4: ['8', '9', '10'] } }],
    ['bench/latin.csv', { encoding: 'windows-1252', rows: { 3: ['4', '5', '©'] } }],
    ['bench/mac-newlines.csv', { rows: { 3: ['Once upon\na time', '5', '6'] } }],
    ['bench/utf16.csv', { encoding: 'utf-16le', rows: { 3: ['4', '5', 'ʤ'] } }],
    ['bench/utf16-big.csv', { encoding: 'utf-16be', rows: { 3: ['4', '5', 'ʤ'] } }],
  ])('%s', async (name, expected) => {
    expect(await read(join(fixtures ?? '', name))).toMatchObject(expected);
  });
});

const encodings = sharedData('encodings_node_chardet');

describe.skipIf(encodings === null)('texts in many encodings (../shared/data/encodings_node_chardet)', () => {
  it.each([
    ['big5', 'big5'], ['gb18030', 'gb18030'], ['euc_jp', 'euc-jp'], ['euc_kr', 'euc-kr'], ['shiftjis', 'shift_jis'], ['iso2022jp', 'iso-2022-jp'], ['koi8r', 'koi8-r'], ['windows_1250', 'windows-1250'],
    ['windows_1251', 'windows-1251'], ['windows_1252', 'windows-1252'], ['windows_1253', 'windows-1253'], ['windows_1254', 'windows-1254'], ['windows_1255', 'windows-1255'], ['windows_1256', 'windows-1256'],
    ['windows_874', 'windows-874'], ['iso88592_cs', 'iso-8859-2'], ['utf16le', 'utf-16le'], ['utf8', 'utf-8'], ['lang_chinese', 'utf-8'],
  ])('%s is told to be %s', async (name, encoding) => {
    expect((await read(join(encodings ?? '', name))).encoding).toBe(encoding);
  });

  it.each(['iso2022cn', 'iso2022kr', 'utf16be', 'utf32be', 'utf32le'])('%s, which is none that can be read, is refused', async (name) => {
    await expect(read(join(encodings ?? '', name))).rejects.toMatchObject({ code: expect.stringMatching(/^(?:encoding-not-supported|file-not-table)$/), where: { file: name } });
  });
});

const workbooks = sharedData('xlsx_exceljs');

describe.skipIf(workbooks === null)('workbooks (../shared/data/xlsx_exceljs)', () => {
  const names = workbooks === null ? [] : readdirSync(workbooks, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx'));
  const empty = new Set(['duplicateRowTest.xlsx', 'images.xlsx', 'test-issue-1842.xlsx', 'test-issue-257.xlsx', 'test-issue-623.xlsx', 'test-issue-771.xlsx']);

  /** Another reader's values in our words. */
  function worded(value: unknown): string {
    if (value === null || value === undefined) return '';
    if (value instanceof Date) return value.toISOString().replace(/T00:00:00.*/, '').replace('T', ' ').slice(0, 19);
    return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  }

  it.each(names.filter((name) => !empty.has(name) && name !== 'missing-bits.xlsx'))('%s has the numbers and texts that another reader finds', async (name) => {
    const path = join(workbooks ?? '', name);
    const found = await read(path);
    const [sheet] = (await readExcel(path)).filter(({ data }) => data?.some((row) => row.some((cell) => cell !== null)));
    const theirs = new Map((sheet?.data ?? []).map((row, index) => [index + 1, row.map(worded).map((text) => text.trim())]));
    for (const [row, cells] of Object.entries(found.rows)) {
      const expected = theirs.get(Number(row)) ?? [];
      // Times and errors are worded in other ways there; what is a plain number or a plain text must be alike.
      for (const [index, cell] of cells.entries()) if (/^-?\d+$|^\p{L}[\p{L} ]*$/u.test(expected[index] ?? '')) expect(cell.trim(), `${row}/${index}`).toBe(expected[index]);
    }
  });

  it('1904.xlsx counts its days from 1904', async () => {
    expect(await read(join(workbooks ?? '', '1904.xlsx'))).toMatchObject({ headerRow: 4, headers: ['', '1904-01-01'] });
    expect((await read(join(workbooks ?? '', 'dateIssue.xlsx'))).rows).toEqual({ 2: ['2020-11-20'] });
  });

  it.each([...empty])('%s holds nothing', async (name) => {
    await expect(read(join(workbooks ?? '', name))).rejects.toMatchObject({ code: 'file-empty', where: { file: name } });
  });

  it('missing-bits.xlsx lacks its own list of sheets', async () => {
    await expect(read(join(workbooks ?? '', 'missing-bits.xlsx'))).rejects.toBeInstanceOf(CodedError);
  });
});

const cordys = sharedData('cordys_cn_crm_templates');
const cskefu = sharedData('cskefu_cn_crm_templates');

describe.skipIf(cordys === null || cskefu === null)('templates of Chinese systems (../shared/data)', () => {
  it('have their header below the notice, and telephone numbers in full', async () => {
    expect(await read(join(cordys ?? '', 'user_import_cn.xlsx'))).toMatchObject({ headerRow: 3, headers: ['工号', '姓名', '性别', '部门', '职位', '手机号', '邮箱', '直属上级', '员工类型'] });
    expect((await read(join(cskefu ?? '', 'contacts_template.xlsx'))).rows[2]?.slice(0, 6)).toEqual(['客户', '张三', '男', '', '18999999999', '河南省']);
  });
});

const listed = sharedData('cn_listed_companies_gbk');

describe.skipIf(listed === null)('listed companies (../shared/data/cn_listed_companies_gbk)', () => {
  it('are all read', async () => {
    const { rows, problems, encoding } = await read(join(listed ?? '', 'stock_basic.csv'));
    expect([Object.keys(rows).length, problems, encoding, rows[4936]?.[1]]).toEqual([4_935, [], 'gb18030', '中证煤炭指数']);
  });
});
