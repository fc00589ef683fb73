import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableHashes } from '#core/db/table-hash.ts';
import { undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { plainChoices } from '#shared/domain/import/choices.ts';
import { importBook, type ImportBook } from '#tests/builders/import-book.ts';

let made: ImportBook;
beforeEach(() => {
  made = importBook();
});
afterEach(() => made.dispose());

const counts = (created: number, updated: number, same: number, removed = 0) => ({ created, updated, same, removed });
const hashes = () => JSON.stringify(tableHashes(made.book.db));
const changes = () => made.rows('SELECT count(*) AS n FROM change')[0]?.['n'];
const steps = () => made.rows('SELECT verb, params, open FROM step ORDER BY no DESC').map(({ verb, params, open }) => [verb, JSON.parse(String(params)), open]);

const customers = ['CustomerID,CompanyName,City,Phone', 'C1,Acme,Berlin,030', 'C2,远舟物流,上海,', 'C3,Ångström AB,Lund,046'];
const orderHead = 'OrderID,CustomerID,OrderDate,ProductID,ProductName,UnitPrice,Quantity,Discount,Employee';
const orders = [
  orderHead,
  'O1,C1,2024-03-01,P1,Bolt,2.5,10,0,Li Lei', 'O1,C1,2024-03-01,P2,Nut,1,100,10%,Li Lei', 'O2,C2,2024-03-02,P1,Bolt,2.5,4,0,Han Mei', 'O3,C1,2024/3/3,P3,Cog,99.99,1,0.05,Li Lei',
];

describe('imports.inspect', () => {
  it('shows columns with samples, the proposed mapping and what is missing', async () => {
    const path = made.file('kunden.csv', 'CustomerID,Where\nC1,Berlin\nC2,\nC3,Lund\nC4,Lund\n');
    expect(await made.inspect(path, 'accounts')).toMatchObject({
      file: 'kunden.csv', kind: 'accounts', mapping: { externalId: 0 }, missing: ['name'], fields: expect.arrayContaining([{ id: 'name', required: true }, { id: 'city', required: false }]),
      columns: [{ index: 0, header: 'CustomerID', samples: ['C1', 'C2', 'C3'], values: [] }, { index: 1, header: 'Where', samples: ['Berlin', 'Lund'], values: ['Berlin', 'Lund'] }],
      choices: plainChoices, remembered: false,
    });
  });
});

describe('importing accounts', () => {
  it('makes one step, and none the second time', async () => {
    const first = await made.csv(customers);
    expect(first).toMatchObject({ kind: 'accounts', rowsRead: 3, rowsRejected: 0, cancelled: false, tables: { account: counts(3, 0, 0) }, problems: [] });
    expect(steps()[0]).toEqual(['import.accounts', { file: 'some.csv', count: 3 }, 0]);
    const before = changes();
    expect(await made.csv(customers)).toMatchObject({ stepNo: null, tables: { account: counts(0, 0, 3) } });
    expect(changes()).toBe(before);
    expect(made.rows('SELECT external_id, name, city, phone FROM account ORDER BY external_id')).toEqual([
      { external_id: 'C1', name: 'Acme', city: 'Berlin', phone: '030' }, { external_id: 'C2', name: '远舟物流', city: '上海', phone: null }, { external_id: 'C3', name: 'Ångström AB', city: 'Lund', phone: '046' },
    ]);
  });

  it('writes only values that are given and differ, and logs just these', async () => {
    await made.csv(customers);
    const summary = await made.csv(['CustomerID,CompanyName,City,Phone', 'C1,Acme,,030', 'C2,远舟物流,上海,021', 'C3,Angstrom AB,Lund,046']);
    expect(summary.tables).toEqual({ account: counts(0, 2, 1) });
    expect(made.rows(`SELECT data FROM change WHERE stamp IN (SELECT no FROM stamp WHERE step = ${summary.stepNo}) ORDER BY data`).map(({ data }) => JSON.parse(String(data)))).toEqual([
      { name: ['Ångström AB', 'Angstrom AB'] }, { phone: [null, '021'] },
    ]);
    expect(made.rows("SELECT city FROM account WHERE external_id = 'C1'")).toEqual([{ city: 'Berlin' }]);
  });

  it('knows an account without external id by its name and gives it the id', async () => {
    const id = made.fill((fill) => fill.account('Acme'));
    expect((await made.csv(['CustomerID,CompanyName', 'C1,ACME'])).tables).toEqual({ account: counts(0, 1, 0) });
    expect(made.rows('SELECT id, external_id FROM account')).toEqual([{ id, external_id: 'C1' }]);
  });

  it('keeps two companies of one name apart by their ids, and refuses to guess between them without', async () => {
    expect((await made.csv(['CustomerID,CompanyName', 'A,IT', 'B,IT'])).tables).toEqual({ account: counts(2, 0, 0) });
    const summary = await made.csv(['CompanyName,City', 'IT,Wuxi']);
    expect(summary).toMatchObject({ rowsRejected: 1, stepNo: null, problems: [{ row: 2, column: 'CompanyName', code: 'account-ambiguous', value: 'IT' }] });
  });

  it('takes the first of two rows of one account and refuses one that contradicts it, the second time as well', async () => {
    const file = ['CustomerID,CompanyName,City', 'C1,Acme,Berlin', 'C1,Acme,Berlin', 'C1,Acme,Bonn'];
    for (const expected of [counts(1, 0, 0), counts(0, 0, 1)]) {
      expect(await made.csv(file)).toMatchObject({ rowsRead: 3, rowsRejected: 1, tables: { account: expected }, problems: [{ row: 4, column: 'CustomerID', code: 'repeated', value: 'C1' }] });
    }
    expect(made.rows('SELECT city FROM account')).toEqual([{ city: 'Berlin' }]);
  });

  it('is taken back as one step', async () => {
    await made.csv(customers);
    const before = hashes();
    const { stepNo } = await made.csv(['CustomerID,CompanyName,City', 'C1,Acme,Bonn', 'C9,New,Wuxi']);
    expect(hashes()).not.toBe(before);
    undoStep(made.book, stepNo ?? 0);
    expect(hashes()).toBe(before);
    expect(verifyBook(made.book.db)).toMatchObject({ healthy: true });
  });

  it('reads cells that look like formulas, quotes and prototypes as the text they are', async () => {
    await made.csv(['Name,__proto__,constructor', '"=1+1",a,b', '"say ""hi"", you",c,d']);
    expect(made.rows('SELECT name FROM account ORDER BY name')).toEqual([{ name: '=1+1' }, { name: 'say "hi", you' }]);
  });
});

describe('importing people', () => {
  beforeEach(async () => void await made.csv(customers));

  it('makes a person and a position of each row, and finds both again', async () => {
    const file = ['CustomerID,ContactName,ContactTitle,Email', 'C1,Maria Anders,Sales,m@example.com', 'C1,Ana Trujillo,Owner,'];
    expect((await made.csv(file)).tables).toEqual({ person: counts(2, 0, 0), position: counts(2, 0, 0) });
    expect(await made.csv(file)).toMatchObject({ stepNo: null, tables: { person: counts(0, 0, 2), position: counts(0, 0, 2) } });
    expect((await made.csv([file[0] ?? '', 'C1,maria anders,Head of Sales,m@example.com'])).tables).toEqual({ person: counts(0, 1, 0), position: counts(0, 1, 0) });
    expect(made.rows('SELECT title FROM position ORDER BY title')).toEqual([{ title: 'Head of Sales' }, { title: 'Owner' }]);
  });

  it('names row and column of an account that is not there', async () => {
    const summary = await made.csv(['CustomerID,CompanyName,ContactName', 'C9,Nobody,Li Lei', ',Åkerlund,Han Mei', 'C9,Acme,Wang']);
    expect(summary).toMatchObject({ rowsRejected: 3, stepNo: null, tables: {} });
    expect(summary.problems).toEqual([
      { row: 2, column: 'CustomerID', code: 'account-not-found', value: 'C9' }, { row: 3, column: 'CompanyName', code: 'account-not-found', value: 'Åkerlund' },
      // Acme is in the book under another id: a person has to say whether it is the company that is meant.
      { row: 4, column: 'CompanyName', code: 'account-doubtful', value: 'Acme' },
    ]);
  });

  it('finds the account by its name, in any width and case, and by its other name', async () => {
    made.fill((fill) => fill.account('青屿半导体', { alias: 'Qingyu' }));
    expect(await made.csv(['CompanyName,ContactName', 'ＡＣＭＥ,Li Lei', 'qingyu,Han Mei'])).toMatchObject({ rowsRejected: 0, tables: { person: counts(2, 0, 0) } });
  });

  it('gives one person of an external id a position in each account', async () => {
    const file = ['CustomerID,ContactID,FirstName,LastName,Title', 'C1,7,Ana,Trujillo,Owner', 'C2,7,Ana,Trujillo,Board member', 'C1,8,Ana,Trujillo,Assistant'];
    expect((await made.csv(file)).tables).toEqual({ person: counts(2, 0, 0), position: counts(3, 0, 0) });
    expect(await made.csv(file)).toMatchObject({ stepNo: null, tables: { person: counts(0, 0, 2), position: counts(0, 0, 3) } });
  });

  it('refuses to guess between two people of one name', async () => {
    await made.csv(['CustomerID,ContactID,ContactName', 'C1,7,Li Lei', 'C1,8,Li Lei']);
    expect((await made.csv(['CustomerID,ContactName,Mobile', 'C1,Li Lei,138'])).problems).toEqual([{ row: 2, column: 'ContactName', code: 'person-ambiguous', value: 'Li Lei' }]);
  });

  it('comes to the same counts in a trial, without a trace', async () => {
    const file = ['CustomerID,ContactID,ContactName,ContactTitle', 'C1,7,Li Lei,a', 'C2,7,Li Lei,b', 'C1,7,Li Lei,a', 'C1,7,Li Lei,c', 'C9,1,X,y'];
    const before = hashes();
    const trial = await made.csv(file, { dryRun: true });
    expect([hashes(), trial.stepNo, trial.dryRun]).toEqual([before, null, true]);
    const { tables, problems, rowsRejected } = await made.csv(file);
    expect({ tables, problems, rowsRejected }).toEqual({ tables: trial.tables, problems: trial.problems, rowsRejected: trial.rowsRejected });
    expect(tables).toEqual({ person: counts(1, 0, 0), position: counts(2, 0, 0) });
  });
});

describe('importing orders', () => {
  beforeEach(async () => void await made.csv(customers));
  const linesOf = (orderNo: string) => made.rows(`
    SELECT line_no AS no, product.name AS product, quantity / 10000 AS quantity, amount FROM order_line
    JOIN sales_order ON sales_order.id = order_id JOIN product ON product.id = product_id WHERE sales_order.external_id = '${orderNo}' ORDER BY line_no`);

  it('makes orders, lines, products and colleagues, and nothing the second time', async () => {
    expect((await made.csv(orders)).tables).toEqual({ product: counts(3, 0, 0), colleague: counts(2, 0, 0), sales_order: counts(3, 0, 0), order_line: counts(4, 0, 0) });
    expect(linesOf('O1')).toEqual([{ no: 1, product: 'Bolt', quantity: 10, amount: 250_000 }, { no: 2, product: 'Nut', quantity: 100, amount: 900_000 }]);
    expect(made.rows('SELECT DISTINCT currency FROM sales_order')).toEqual([{ currency: 'CNY' }]);
    expect(await made.csv(orders)).toMatchObject({ stepNo: null, tables: { product: counts(0, 0, 3), sales_order: counts(0, 0, 3), order_line: counts(0, 0, 4) } });
  });

  it('comes to the same whatever the order of the rows', async () => {
    await made.csv([orderHead, orders[4] ?? '', orders[1] ?? '', orders[3] ?? '', orders[2] ?? '']);
    expect(linesOf('O1')).toHaveLength(2);
    expect(await made.csv(orders)).toMatchObject({ stepNo: null, tables: { order_line: counts(0, 0, 4) } });
  });

  it('replaces the lines of an order by what differs', async () => {
    await made.csv(orders);
    const summary = await made.csv([orderHead, 'O1,C1,2024-03-01,P2,Nut,1,50,10%,Li Lei', 'O1,C1,2024-03-01,P9,Screw,3,1,0,Li Lei', 'O3,C2,2024-03-04,P3,Cog,99.99,1,0.05,Han Mei']);
    expect(summary.tables).toEqual({ product: counts(1, 0, 2), sales_order: counts(0, 1, 1), order_line: counts(0, 2, 1) });
    expect(linesOf('O1')).toEqual([{ no: 1, product: 'Screw', quantity: 1, amount: 30_000 }, { no: 2, product: 'Nut', quantity: 50, amount: 450_000 }]);
    expect(made.rows("SELECT ordered_on AS day, account.name, colleague.name AS who FROM sales_order JOIN account ON account.id = account_id JOIN colleague ON colleague.id = colleague_id WHERE sales_order.external_id = 'O3'"))
      .toEqual([{ day: '2024-03-04', name: '远舟物流', who: 'Han Mei' }]);
    expect((await made.csv([orderHead, 'O1,C1,2024-03-01,P2,Nut,1,50,10%,Li Lei'])).tables).toMatchObject({ order_line: counts(0, 0, 1, 1) });
    expect(verifyBook(made.book.db)).toMatchObject({ healthy: true });
  });

  it('removes no line of an order while a row of it cannot be read', async () => {
    await made.csv(orders);
    const summary = await made.csv([orderHead, 'O1,C1,2024-03-01,P1,Bolt,two,10,0,Li Lei', 'O1,C1,2024-03-01,P2,Nut,1,100,10%,Li Lei']);
    expect(summary).toMatchObject({ rowsRejected: 1, stepNo: null, tables: { order_line: counts(0, 0, 1) }, problems: [{ row: 2, column: 'UnitPrice', code: 'number-invalid', value: 'two' }] });
    expect(linesOf('O1')).toHaveLength(2);
  });

  it('names each row and column that it refuses and takes the rest', async () => {
    const summary = await made.csv([
      orderHead, 'O1,C1,2024-03-01,P1,Bolt,2.5,10,0,Li', 'O2,C9,2024-03-01,P1,Bolt,2.5,10,0,Li', 'O3,C1,03/04/2024,P1,Bolt,2.5,10,15,Li', 'O1,C2,2024-03-01,P1,Bolt,1,1,0,Li',
      'O5,C1,2024-03-01,P1,Bolt,2.5', 'O6,C1,2024-03-01,"P"1,Bolt,2.5,10,0,Li', 'O7,,2024-03-01,P1,Bolt,2.5,10,0,Li', 'O8,C1,2024-03-01,P1,Bolt,2.5,10,0,Li',
    ]);
    expect(summary).toMatchObject({ rowsRead: 8, rowsRejected: 6, tables: { sales_order: counts(2, 0, 0), order_line: counts(2, 0, 0) } });
    expect(summary.problems).toEqual([
      { row: 3, column: 'CustomerID', code: 'account-not-found', value: 'C9' },
      { row: 4, column: 'OrderDate', code: 'date-ambiguous', value: '03/04/2024' }, { row: 4, column: 'Discount', code: 'discount-range', value: '15' },
      { row: 5, column: 'CustomerID', code: 'differs-in-order', value: 'C2' },
      { row: 6, column: null, code: 'too-few-fields', value: null }, { row: 7, column: null, code: 'quotes-malformed', value: null },
      { row: 8, column: 'CustomerID', code: 'missing-value', value: null },
    ]);
  });

  it('says which row it cannot place in an order that is not whole', async () => {
    await made.csv(orders);
    const summary = await made.csv([orderHead, 'O1,C1,2024-03-01,P1,Bolt,bad,10,0,Li Lei', 'O1,C1,2024-03-01,P7,Washer,1,1,0,Li Lei']);
    expect(summary.problems.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([[2, 'UnitPrice', 'number-invalid', 'bad'], [3, 'ProductID', 'order-incomplete', 'P7']]);
    expect(linesOf('O1').map(({ product }) => product)).toEqual(['Bolt', 'Nut']);
  });

  it('lets the first row of a file decide what a product is called, so that a second time nothing changes', async () => {
    const file = [orderHead, 'O1,C1,2024-03-01,P1,Bolt,1,1,0,Li', 'O2,C1,2024-03-01,P1,Bolts,1,1,0,Li'];
    await made.csv(file);
    expect(await made.csv(file)).toMatchObject({ stepNo: null });
    expect(made.rows('SELECT name, external_id FROM product')).toEqual([{ name: 'Bolt', external_id: 'P1' }]);
  });
});

describe('a file that numbers only some of its products', () => {
  beforeEach(() => made.csv(['CustomerID,CompanyName', 'C1,Oak']));

  const twice = async (file: string[]): Promise<Record<string, unknown>[]> => {
    await made.csv([orderHead, ...file]);
    expect(await made.csv([orderHead, ...file])).toMatchObject({ stepNo: null });
    return made.rows('SELECT name, external_id AS number FROM product ORDER BY number');
  };

  it('changes nothing when it comes again, where a name came to mean two products', async () => {
    await made.csv([orderHead, 'O9,C1,2024-03-01,P1,Nut,1,1,0,Li']);
    const products = await twice(['O1,C1,2024-03-01,,Bolt,1,1,0,Li', 'O2,C1,2024-03-01,P1,Bolt,1,1,0,Li', 'O3,C1,2024-03-01,P2,Bolt,1,1,0,Li']);
    expect(products).toEqual([{ name: 'Bolt', number: 'P1' }, { name: 'Bolt', number: 'P2' }]);
  });

  it('gives a product the number that comes later, and to another number its own', async () => {
    expect(await twice(['O1,C1,2024-03-01,,Bolt,1,1,0,Li', 'O2,C1,2024-03-01,P1,Bolt,1,1,0,Li', 'O3,C1,2024-03-01,P2,Bolt,1,1,0,Li', 'O4,C1,2024-03-01,,Bolt,1,1,0,Li']))
      .toEqual([{ name: 'Bolt', number: 'P1' }, { name: 'Bolt', number: 'P2' }]);
  });

  it('finds a product by its name after a row that gave the number alone', async () => {
    await made.csv([orderHead, 'O9,C1,2024-03-01,P1,Bolt,1,1,0,Li']);
    expect(await twice(['O1,C1,2024-03-01,P1,,1,1,0,Li', 'O2,C1,2024-03-01,,Bolt,1,1,0,Li'])).toEqual([{ name: 'Bolt', number: 'P1' }]);
  });
});

describe('a run', () => {
  const many = (n: number): string[] => ['CustomerID,CompanyName', ...Array.from({ length: n }, (_, i) => `C${i},Company ${i}`)];

  it('tells the first thousand problems and counts them all', async () => {
    const summary = await made.csv(['CustomerID,CompanyName', ...Array.from({ length: 2_300 }, (_, i) => `C${i},`)]);
    expect([summary.rowsRejected, summary.problems.length, summary.problems[0]]).toEqual([2_300, 1_000, { row: 2, column: 'CompanyName', code: 'missing-value', value: null }]);
  });

  it('keeps whole batches when it is cancelled, and goes on from there the next time', async () => {
    const cancel = new AbortController();
    const stop = made.book.onStep(() => cancel.abort());
    const summary = await made.csv(many(9_000), { signal: cancel.signal });
    stop();
    expect(summary).toMatchObject({ cancelled: true, rowsRead: 1_000, tables: { account: counts(1_000, 0, 0) } });
    expect(made.rows('SELECT count(*) AS n FROM account')).toEqual([{ n: 1_000 }]);
    expect(steps()[0]).toEqual(['import.accounts', { file: 'some.csv', count: 1_000 }, 0]);
    expect((await made.csv(many(9_000))).tables).toEqual({ account: counts(8_000, 0, 1_000) });
  });

  it('ends when asked by its name, and hands over what it did', async () => {
    const stop = made.book.onStep(() => made.cancel('mine'));
    const summary = await made.csv(many(9_000), { run: 'mine' });
    stop();
    expect(summary).toMatchObject({ cancelled: true, rowsRead: 1_000, stepNo: expect.any(Number), tables: { account: counts(1_000, 0, 0) } });
    expect(steps()[0]).toEqual(['import.accounts', { file: 'some.csv', count: 1_000 }, 0]);
    made.cancel('mine');
    expect((await made.csv(many(9_000), { run: 'mine' })), 'a name may be used again').toMatchObject({ cancelled: false, tables: { account: counts(8_000, 0, 1_000) } });
  });

  it('goes on when another is cancelled', async () => {
    const stop = made.book.onStep(() => made.cancel('another'));
    expect(await made.csv(many(3_000), { run: 'mine' })).toMatchObject({ cancelled: false, rowsRead: 3_000 });
    stop();
  });

  it('ends its step when the client goes away in the middle', async () => {
    await expect(made.csv(many(60_000), { onEvent: (event) => event.type !== 'progress' })).rejects.toThrow('left before the end');
    expect(made.rows('SELECT count(*) AS n FROM step WHERE open = 1')).toEqual([{ n: 0 }]);
    expect(verifyBook(made.book.db)).toMatchObject({ healthy: true });
  });

  it('gives way to people’s saves and heeds them', async () => {
    let saved = 0;
    const stop = made.book.onStep(({ kind }) => {
      if (kind !== 'import' || saved > 0) return;
      saved += 1;
      setImmediate(() => made.fill((fill) => fill.account('Company 5500', { externalId: 'C5500' })));
    });
    const summary = await made.csv(many(9_000));
    stop();
    expect(summary.tables).toEqual({ account: counts(8_999, 0, 1) });
    expect(made.rows("SELECT count(*) AS n FROM account WHERE external_id = 'C5500'")).toEqual([{ n: 1 }]);
  });

  it.each([
    ['mapping-incomplete', { externalId: 0 }, { field: 'name' }], ['mapping-incomplete', { name: 7 }, { field: 'name', column: '8' }],
  ])('refuses with %s a mapping of %j', async (code, mapping, where) => {
    await expect(made.csv(customers, { kind: 'accounts', mapping })).rejects.toMatchObject({ code, where });
  });

  it('refuses a file that is broken anywhere before a row of it is written', async () => {
    const path = made.file('late.csv', Buffer.concat([Buffer.from(`CustomerID,CompanyName\n${'C1,海川重工\n'.repeat(40_000)}`), Buffer.from([0xbf, 0xcd])]));
    await expect(made.run(path)).rejects.toMatchObject({ code: 'encoding-not-supported', where: { file: 'late.csv', row: 40_002 } });
    expect(steps().some(([verb]) => verb === 'import.accounts')).toBe(false);
  });
});
