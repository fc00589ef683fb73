import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importBook, type ImportBook } from '#tests/builders/import-book.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

let made: ImportBook;
beforeEach(() => {
  made = importBook();
});
afterEach(() => made.dispose());

const chinese = sharedData('synthetic_cn');

describe.skipIf(chinese === null)('Chinese files (../shared/data/synthetic_cn)', () => {
  const file = (name: string): string => join(chinese ?? '', name);

  it.each(['contacts_utf8.csv', 'contacts_utf8_bom.csv'])('%s goes in, first its companies, then its people', async (name) => {
    const companies = await made.run(file(name), { kind: 'accounts', mapping: { name: 0, industry: 2, externalId: 3 } });
    expect(companies).toMatchObject({ rowsRead: 7, rowsRejected: 0, tables: { account: { created: 4, same: 0 } } });
    expect(await made.run(file(name))).toMatchObject({ kind: 'people', rowsRejected: 0, tables: { person: { created: 7 }, position: { created: 7 } } });
    expect(made.rows(`
      SELECT person.name, title, department, mobile, email, account.name AS company FROM position JOIN person ON person.id = person_id JOIN account ON account.id = account_id WHERE title = '采购总监' OR title LIKE '技术%' ORDER BY title`)).toEqual([
      { name: '司马测', title: '技术总监（CTO）', department: '研发中心', mobile: '13800000006', email: '=HYPERLINK("http://example.com")', company: '测试科技股份公司' },
      { name: '李四', title: '采购总监', department: '采购中心/战略采购部', mobile: '138 0000 0002', email: 'lisi@example.com', company: '示例重工集团有限公司' },
    ]);
    expect(made.rows("SELECT name FROM account WHERE name LIKE '𠮷%'")).toEqual([{ name: '𠮷田镕䶮有限公司' }]);
  });
});

const salesforce = sharedData('salesforce_mockdata');

describe.skipIf(salesforce === null)('Salesforce files (../shared/data/salesforce_mockdata)', () => {
  it('go in with a mapping by hand where the header is the exporter’s own', async () => {
    const accounts = join(salesforce ?? '', 'Account.csv');
    const contacts = join(salesforce ?? '', 'Contact.csv');
    expect(await made.run(accounts, { kind: 'accounts', mapping: { externalId: 0, name: 1, website: 2 } })).toMatchObject({ rowsRead: 100, rowsRejected: 0, tables: { account: { created: 100 } } });
    const proposed = await made.inspect(contacts);
    expect(proposed).toMatchObject({ kind: 'people', missing: [], mapping: { accountExternalId: 4, firstName: 1, lastName: 2, email: 3 } });
    const mapping = { ...proposed.mapping, externalId: 0, accountExternalId: 4 };
    expect(await made.run(contacts, { kind: 'people', mapping })).toMatchObject({ rowsRead: 1_000, rowsRejected: 0, tables: { person: { created: 1_000 }, position: { created: 1_000 } } });
    expect(await made.run(contacts, { kind: 'people', mapping })).toMatchObject({ stepNo: null, tables: { person: { same: 1_000 } } });
    expect(made.rows("SELECT person.name, account.name AS company FROM position JOIN person ON person.id = person_id JOIN account ON account.id = account_id WHERE person.external_id = '1'"))
      .toEqual([{ name: 'Jamie Baddiley', company: made.rows("SELECT name FROM account WHERE external_id = '45'")[0]?.['name'] }]);
  });
});

const dynamics = sharedData('d365_demo');

describe.skipIf(dynamics === null)('Dynamics files (../shared/data/d365_demo)', () => {
  it('go in by name, and each person without a company is named', async () => {
    expect(await made.run(join(dynamics ?? '', 'Account.csv'))).toMatchObject({ kind: 'accounts', rowsRejected: 0, tables: { account: { created: 33 } } });
    const people = await made.run(join(dynamics ?? '', 'Contact.csv'));
    const codes = Map.groupBy(people.problems, ({ code }) => code);
    expect(people).toMatchObject({ kind: 'people', rowsRead: 199 });
    expect([...codes.keys()].every((code) => ['missing-value', 'account-not-found', 'repeated'].includes(code))).toBe(true);
    // The last six rows of this export have their values in other columns than the header says.
    expect(codes.get('missing-value')?.map(({ row, column }) => [row, column])).toEqual([195, 196, 197, 198, 199, 200].map((row) => [row, 'Last Name']));
    expect(people.tables['person']?.created).toBe(199 - people.rowsRejected);
  });
});
