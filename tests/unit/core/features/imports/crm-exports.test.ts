import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importBook, type ImportBook } from '#tests/builders/import-book.ts';
import { readNaively, sumBy, tenThousandths } from '#tests/fixtures/read-naively.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

let made: ImportBook;
beforeEach(() => {
  made = importBook({ currency: 'USD', timeZone: 'America/Los_Angeles' });
});
afterEach(() => made.dispose());

const set = (folder: string, ...names: string[]) => {
  const paths = names.map((name) => sharedData(`${folder}/${name}.csv`));
  return {
    absent: paths.includes(null),
    path: (name: string) => paths[names.indexOf(name)] ?? '',
    rows: (name: string) => readNaively(readFileSync(paths[names.indexOf(name)] ?? '', 'utf8')),
  };
};
const amounts = (key: string) => new Map(made.rows(`
  SELECT ${key} AS key, sum(amount) AS amount FROM order_line JOIN sales_order ON sales_order.id = order_id JOIN account ON account.id = account_id GROUP BY 1`)
  .map(({ key: name, amount }) => [String(name), BigInt(Number(amount))]));
const pairs = (sql: string) => made.rows(sql).map(({ one, other }) => `${String(one)} < ${String(other)}`).toSorted();

const maven = set('maven_crm_sales', 'accounts', 'products', 'sales_teams', 'sales_pipeline');

describe.skipIf(maven.absent)('Maven’s pipeline (../shared/data/maven_crm_sales)', () => {
  it('goes in: accounts under their parents, the team under its managers, won deals with the sums of the file', async () => {
    expect(await made.run(maven.path('accounts'))).toMatchObject({ kind: 'accounts', rowsRejected: 0, rowsIncomplete: 0, tables: { account: { created: 85 } } });
    expect(await made.run(maven.path('products'))).toMatchObject({ kind: 'products', rowsRejected: 0, tables: { product: { created: 7 } } });
    const subsidiaries = maven.rows('accounts').filter((row) => row['subsidiary_of'] !== '').map((row) => `${row['account']} < ${row['subsidiary_of']}`).toSorted();
    expect(subsidiaries.length).toBeGreaterThan(5);
    expect(pairs('SELECT a.name AS one, b.name AS other FROM account a JOIN account b ON b.id = a.parent_id')).toEqual(subsidiaries);

    // The managers themselves are in no row of this file: each is named as missing, and the agent still goes in.
    const team = await made.run(maven.path('sales_teams'));
    expect(team).toMatchObject({ kind: 'colleagues', rowsRejected: 0, rowsIncomplete: 35, tables: { colleague: { created: 35 } } });
    expect(new Set(team.problems.map(({ code }) => code))).toEqual(new Set(['manager-not-found']));

    const pipeline = maven.path('sales_pipeline');
    const { columns } = await made.inspect(pipeline);
    const stage = columns.find(({ header }) => header === 'deal_stage');
    expect(stage?.values).toEqual(expect.arrayContaining(['Engaging', 'Lost', 'Won']));
    const won = maven.rows('sales_pipeline').filter((row) => row['deal_stage'] === 'Won');
    const summary = await made.run(pipeline, { choices: { only: { column: stage?.index ?? 0, values: ['Won'] } } });
    expect(summary).toMatchObject({ kind: 'orders', rowsRead: won.length, rowsSkipped: 8_800 - won.length, rowsRejected: 0 });
    expect(amounts('account.name')).toEqual(sumBy(won, (row) => row['account'] ?? '', (row) => tenThousandths(row['close_value'])));
    expect(made.rows("SELECT name FROM product WHERE name LIKE 'GTX%' ORDER BY name").map(({ name }) => name)).toContain('GTXPro');
  }, 60_000);
});

const salesforce = set('salesforce_powerbi_export', 'Account', 'Contact');

describe.skipIf(salesforce.absent)('a Salesforce export (../shared/data/salesforce_powerbi_export)', () => {
  it('goes in by its ids: accounts under their parents, contacts in their accounts', async () => {
    expect(await made.run(salesforce.path('Account'))).toMatchObject({ kind: 'accounts', rowsRejected: 0, rowsIncomplete: 0, tables: { account: { created: 18 } } });
    const accounts = salesforce.rows('Account');
    expect(pairs('SELECT a.external_id AS one, b.external_id AS other FROM account a JOIN account b ON b.id = a.parent_id'))
      .toEqual(accounts.filter((row) => row['ParentId'] !== '').map((row) => `${row['Id']} < ${row['ParentId']}`).toSorted());
    const contacts = salesforce.rows('Contact').filter((row) => row['AccountId'] !== '');
    const summary = await made.run(salesforce.path('Contact'));
    expect([summary.rowsRead - summary.rowsRejected, new Set(summary.problems.map(({ code }) => code))]).toEqual([contacts.length, new Set(contacts.length < 25 ? ['missing-value'] : [])]);
    expect(pairs('SELECT person.external_id AS one, account.external_id AS other FROM position JOIN person ON person.id = person_id JOIN account ON account.id = account_id'))
      .toEqual(contacts.map((row) => `${row['Id']} < ${row['AccountId']}`).toSorted());
    expect(made.rows("SELECT name, title, department, phone, mobile, email FROM person JOIN position ON person_id = person.id WHERE name = 'Rose Gonzalez'"))
      .toEqual([{ name: 'Rose Gonzalez', title: 'SVP, Procurement', department: 'Procurement', phone: '(512) 757-6000', mobile: '(512) 757-9340', email: 'rose@edge.com' }]);
  });
});

const atomic = set('atomic_crm/test-data', 'contacts');

describe.skipIf(atomic.absent)('Atomic CRM’s contacts (../shared/data/atomic_crm)', () => {
  it('go in with the companies that they name, which are made on the way', async () => {
    const rows = atomic.rows('contacts');
    expect(await made.run(atomic.path('contacts'), { dryRun: true })).toMatchObject({ kind: 'people', rowsRead: 500, rowsRejected: 500 });
    const summary = await made.run(atomic.path('contacts'), { choices: { createAccounts: true } });
    expect(summary).toMatchObject({ rowsRejected: 0, tables: { person: { created: 500 }, account: { created: new Set(rows.map((row) => row['company_id'])).size } } });
    expect(pairs('SELECT person.external_id AS one, account.name AS other FROM position JOIN person ON person.id = person_id JOIN account ON account.id = account_id'))
      .toEqual(rows.map((row) => `${row['id']} < ${row['company_name']}`).toSorted());
    expect(await made.run(atomic.path('contacts'), { choices: { createAccounts: true } })).toMatchObject({ stepNo: null });
  });
});

const sample = set('sample_sales_crm', 'Contacts', 'Products', 'Sales', 'SalesLines');

describe.skipIf(sample.absent)('a chain of ids (../shared/data/sample_sales_crm)', () => {
  it('goes in from customers to order lines, with amounts by customer', async () => {
    expect(await made.run(sample.path('Contacts'), { kind: 'accounts', mapping: { externalId: 0, name: 1, phone: 3, city: 4, region: 5, country: 6 } })).toMatchObject({ rowsRejected: 0, tables: { account: { created: 100 } } });
    expect(await made.run(sample.path('Products'))).toMatchObject({ kind: 'products', rowsRejected: 0, tables: { product: { created: 200 } } });
    const heads = await made.inspect(sample.path('Sales'));
    expect(await made.run(sample.path('Sales'), { kind: 'orderHeads', mapping: { ...heads.mapping, accountExternalId: 1 } })).toMatchObject({ kind: 'orderHeads', rowsRejected: 0, tables: { sales_order: { created: 495 } } });
    expect(await made.run(sample.path('SalesLines'))).toMatchObject({ kind: 'orderLines', rowsRejected: 0, tables: { order_line: { created: 3_761 } } });
    const customerOf = new Map(sample.rows('Sales').map((row) => [row['SalesID'] ?? '', row['ContactID'] ?? '']));
    expect(amounts('account.external_id')).toEqual(sumBy(sample.rows('SalesLines'), (row) => customerOf.get(row['SalesID'] ?? '') ?? '', (row) => tenThousandths(row['LinePrice'])));
  });
});

const odoo = set('odoo_import_samples', 'o2m_customers_contacts', 'm2m_customers_tags', 'res.partner', 'o2m_purchase_order_lines');

describe.skipIf(odoo.absent)('Odoo’s own import files (../shared/data/odoo_import_samples)', () => {
  it('go in: companies, then the people listed among them', async () => {
    const rows = odoo.rows('o2m_customers_contacts');
    const isCompany = (await made.inspect(odoo.path('o2m_customers_contacts'))).columns.find(({ header }) => header === 'Is a company');
    const companies = rows.filter((row) => row['Is a company'] === '1');
    expect(await made.run(odoo.path('o2m_customers_contacts'), { choices: { only: { column: isCompany?.index ?? 0, values: ['1'] } } })).toMatchObject({ kind: 'accounts', rowsRejected: 0, tables: { account: { created: companies.length } } });
    const people = await made.run(odoo.path('o2m_customers_contacts'), { kind: 'people', mapping: { name: 0, accountName: 2 }, choices: { only: { column: isCompany?.index ?? 0, values: ['0'] } } });
    const placed = rows.filter((row) => row['Is a company'] === '0' && row['Related company'] !== '');
    expect(people).toMatchObject({ rowsRead: rows.length - companies.length, rowsRejected: rows.length - companies.length - placed.length });
    expect(pairs('SELECT person.name AS one, account.name AS other FROM position JOIN person ON person.id = person_id JOIN account ON account.id = account_id'))
      .toEqual(placed.map((row) => `${row['Name']} < ${row['Related company']}`).toSorted());
    expect(await made.run(odoo.path('m2m_customers_tags'))).toMatchObject({ kind: 'accounts', rowsRejected: 0, tables: { account: { created: odoo.rows('m2m_customers_tags').length } } });
  });

  it('fill down the head of an order that stands on its first line only', async () => {
    const orders = odoo.path('o2m_purchase_order_lines');
    expect((await made.inspect(orders, 'orders')).missing).toEqual(['accountExternalId', 'price']);
    const supplied = odoo.rows('o2m_purchase_order_lines');
    // The file says no price; quantities stand in as amounts, to see which line went to which order.
    const summary = await made.run(orders, { kind: 'orders', mapping: { orderedOn: 0, orderNo: 1, accountName: 2, productName: 5, quantity: 6, amount: 6 }, choices: { createAccounts: true } });
    expect(summary).toMatchObject({ rowsRejected: 0, rowsRead: supplied.length, tables: { order_line: { created: supplied.length } } });
    let head = '';
    const expected = sumBy(supplied.map((row) => ({ ...row, order: head = row['Order Reference'] || head })), (row) => row['order'] ?? '', (row) => tenThousandths(row['Order Lines / Quantity']));
    expect(amounts('sales_order.external_id')).toEqual(expected);
  });
});

const dynamics = set('d365_demo', 'Account', 'Contact', 'User', 'Product', 'Appointments', 'Emails');

describe.skipIf(dynamics.absent)('a Dynamics export (../shared/data/d365_demo)', () => {
  it('goes in with its team, products, appointments and mails, as plain words', async () => {
    await made.run(dynamics.path('Account'));
    await made.run(dynamics.path('Contact'));
    expect(await made.run(dynamics.path('User'))).toMatchObject({ kind: 'colleagues', rowsRejected: 0, tables: { colleague: { created: 13 } } });
    const users = dynamics.rows('User');
    const named = new Set(users.map((row) => `${row['First Name']} ${row['Last Name']}`));
    expect(pairs('SELECT a.name AS one, b.name AS other FROM colleague a JOIN colleague b ON b.id = a.reports_to_id'))
      .toEqual(users.filter((row) => named.has(row['Manager'] ?? '')).map((row) => `${row['First Name']} ${row['Last Name']} < ${row['Manager']}`).toSorted());

    const products = dynamics.rows('Product');
    expect(await made.run(dynamics.path('Product'))).toMatchObject({ kind: 'products', rowsRejected: 0, tables: { product: { created: products.length } } });
    expect(made.rows('SELECT sum(unit_cost) AS cost FROM product')[0]).toEqual({ cost: Number(products.reduce((sum, row) => sum + tenThousandths(row['Standard Cost']), 0n)) });

    const appointments = await made.run(dynamics.path('Appointments'));
    expect(appointments).toMatchObject({ kind: 'interactions', rowsRead: 22 });
    const { columns, mapping } = await made.inspect(dynamics.path('Emails'), 'interactions');
    const whenHeader = columns[mapping['at'] ?? 0]?.header ?? '';
    const mails = await made.run(dynamics.path('Emails'), { kind: 'interactions' });
    expect(mails.rowsRead).toBe(dynamics.rows('Emails').length);
    for (const summary of [appointments, mails]) {
      expect(summary.problems.filter(({ code }) => !['account-not-found', 'account-doubtful', 'participant-not-found', 'missing-value', 'repeated'].includes(code))).toEqual([]);
    }
    // By the account that the mail is about, else by the one company of those who wrote or got it; a mail exported twice is one.
    const companies = new Set(dynamics.rows('Account').map((row) => row['Account Name'] ?? ''));
    const worksAt = new Map(dynamics.rows('Contact').filter((row) => companies.has(row['Company Name'] ?? '')).flatMap((row) => [`${row['First Name']} ${row['Last Name']}`, row['Email'] ?? ''].map((known) => [known.toLowerCase(), row['Company Name'] ?? ''] as const)));
    const placed = dynamics.rows('Emails').flatMap((row) => {
      const people = new Set(`${row['To']};${row['From']}`.split(';').flatMap((name) => worksAt.get(name.trim().toLowerCase()) ?? []));
      const account = companies.has(row['Regarding'] ?? '') ? row['Regarding'] : people.size === 1 ? [...people][0] : undefined;
      return account === undefined || row[whenHeader] === '' ? [] : [`${account} ${Object.values(mapping).map((column) => row[columns[column]?.header ?? '']).join(' ')}`];
    });
    expect(mails.tables['interaction']?.created).toBe(new Set(placed).size);
    expect(made.rows("SELECT count(*) AS n FROM interaction WHERE kind = 'email'")[0]?.['n']).toBeGreaterThan(100);
    expect(made.rows("SELECT count(*) AS n FROM interaction_text WHERE notes LIKE '%<div%' OR notes LIKE '%<html%' OR notes LIKE '%&nbsp;%'")).toEqual([{ n: 0 }]);
    expect(made.rows("SELECT at, duration_minutes AS minutes, account.name FROM interaction JOIN account ON account.id = account_id WHERE summary = 'A-100 discussion with Trey Research'"))
      .toEqual([{ at: Date.parse('2025-03-11T13:00:00-07:00'), minutes: 30, name: 'Trey Research' }]);
  }, 60_000);
});
