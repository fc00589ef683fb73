import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importBook, type ImportBook } from '#tests/builders/import-book.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

let made: ImportBook;
beforeEach(() => {
  made = importBook();
});
afterEach(() => made.dispose());

const listed = sharedData('cn_listed_companies_gbk/stock_basic.csv');

describe.skipIf(listed === null)('listed companies in GBK (../shared/data/cn_listed_companies_gbk)', () => {
  it('go in, name by name', async () => {
    expect(await made.run(listed ?? '')).toMatchObject({ kind: 'accounts', rowsRead: 4_935, rowsRejected: 0, tables: { account: { created: 4_935 } } });
    const lines = new TextDecoder('gb18030').decode(readFileSync(listed ?? '')).split('\r\n').slice(1).filter((line) => line !== '').map((line) => line.split(',').slice(0, 2).join(' '));
    expect(made.rows("SELECT external_id || ' ' || name AS said FROM account").map(({ said }) => said).toSorted()).toEqual(lines.toSorted());
  });
});

const people = ['user.xlsx', 'user1.xlsx', 'user_import_cn.xlsx', 'user_import_en.xlsx'].map((name) => sharedData(`cordys_cn_crm_templates/${name}`));

describe.skipIf(people.includes(null))('templates for the own team (../shared/data/cordys_cn_crm_templates)', () => {
  it.each(people.map((path) => [path?.split('/').at(-1) ?? '', path ?? '']))('%s is a list of colleagues with who leads them, its header below the notice', async (name, path) => {
    const inspection = await made.inspect(path);
    expect(inspection).toMatchObject({ kind: 'colleagues', missing: [], layout: { headerRow: name.startsWith('user_import') ? 3 : 1 } });
    expect(Object.keys(inspection.mapping)).toEqual(expect.arrayContaining(['externalId', 'name', 'department', 'title', 'phone', 'reportsTo']));
    expect(await made.run(path)).toMatchObject({ rowsRejected: 0 });
  });

  it('give the number of a telephone in full, not as a float', async () => {
    await made.run(people[0] ?? '');
    expect(made.rows('SELECT name, phone, department FROM colleague WHERE external_id IS NOT NULL')).toEqual([{ name: 'ww', phone: '12311211222', department: 'ads/sdfa' }]);
  });
});

const cskefu = ['contacts_template.xlsx', 'customer_template.xls'].map((name) => sharedData(`cskefu_cn_crm_templates/${name}`));

describe.skipIf(cskefu.includes(null))('templates of a call centre (../shared/data/cskefu_cn_crm_templates)', () => {
  it('are read where they are workbooks of today, and named where they are not', async () => {
    expect(await made.inspect(cskefu[0] ?? '')).toMatchObject({ kind: 'people', mapping: { name: expect.any(Number), mobile: expect.any(Number), email: expect.any(Number), accountName: expect.any(Number) } });
    expect((await made.run(cskefu[0] ?? '', { dryRun: true })).problems).toEqual([{ row: 2, column: '公司名称', code: 'missing-value', value: null }]);
    expect(await made.run(cskefu[1] ?? '', { kind: 'accounts' })).toMatchObject({ rowsRejected: 0, tables: { account: { created: 1 } } });
    expect(made.rows('SELECT name, phone, region, city, address, industry FROM account')).toEqual([{ name: '阿里吧啊不', phone: '13888888888', region: '广东省', city: '佛山市', address: '家', industry: '办公、文教' }]);
  });
});

const synthetic = sharedData('synthetic_cn/expected.json');
const sameRows = ['contacts_utf8.csv', 'contacts_utf8_bom.csv', 'contacts_gb18030.csv', 'contacts_utf16le_bom.csv', 'contacts_utf16be_bom.csv', 'contacts_utf16le_tab_excel_unicode_text.txt'];

describe.skipIf(synthetic === null)('one list in many writings (../shared/data/synthetic_cn)', () => {
  const path = (name: string): string => (synthetic ?? '').replace('expected.json', name);

  it.each(sameRows)('%s: people under who leads them, their companies made on the way', async (name) => {
    const said = JSON.parse(readFileSync(synthetic ?? '', 'utf8')) as { header: string[]; rows: string[][]; extra_rows_utf_and_gb18030: string[][] };
    const expected = { header: said.header, rows: [...said.rows, ...said.extra_rows_utf_and_gb18030] };
    const column = (header: string): number => expected.header.indexOf(header);
    const summary = await made.run(path(name), { choices: { createAccounts: true } });
    expect(summary).toMatchObject({ kind: 'people', rowsRejected: 0, tables: { person: { created: expected.rows.length } } });
    const [company, person, leader, mobile] = ['客户名称', '联系人', '直属上级', '手机'].map(column);
    expect(made.rows(`SELECT account.name || '|' || person.name || '|' || coalesce(person.mobile, '') AS said FROM position JOIN person ON person.id = person_id JOIN account ON account.id = account_id`).map((row) => row['said']).toSorted())
      .toEqual(expected.rows.map((row) => `${row[company ?? 0]?.trim()}|${row[person ?? 0]?.trim()}|${row[mobile ?? 0]?.trim()}`).toSorted());
    const names = new Set(expected.rows.map((row) => row[person ?? 0]));
    expect(made.rows('SELECT a.name AS one, b.name AS other FROM position p JOIN position q ON q.id = p.reports_to_id JOIN person a ON a.id = p.person_id JOIN person b ON b.id = q.person_id').map(({ one, other }) => `${String(one)} < ${String(other)}`).toSorted())
      .toEqual(expected.rows.filter((row) => names.has(row[leader ?? 0] ?? '')).map((row) => `${row[person ?? 0]} < ${row[leader ?? 0]}`).toSorted());
  });

  it('in traditional characters has its headers known as well', async () => {
    expect(await made.inspect(path('contacts_big5.csv'))).toMatchObject({ kind: 'people', missing: [], layout: { encoding: 'big5' } });
    expect(await made.run(path('contacts_big5.csv'), { choices: { createAccounts: true } })).toMatchObject({ rowsRejected: 0 });
    expect(made.rows('SELECT account.name AS company, person.name, title FROM position JOIN person ON person.id = person_id JOIN account ON account.id = account_id ORDER BY person.id LIMIT 1')).toEqual([{ company: '範例股份有限公司', name: '陳大文', title: '採購協理' }]);
  });
});
