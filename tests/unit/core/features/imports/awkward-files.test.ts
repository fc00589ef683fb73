import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
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
