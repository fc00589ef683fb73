import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableHashes } from '#core/db/table-hash.ts';
import { undoStep } from '#core/db/undo.ts';
import { leftOutAsFile } from '#core/features/imports/left-out.ts';
import { verifyBook } from '#core/db/verify.ts';
import { importBook, type ImportBook } from '#tests/builders/import-book.ts';

let made: ImportBook;
beforeEach(() => {
  made = importBook({ currency: 'CNY', timeZone: 'Asia/Shanghai' });
});
afterEach(() => made.dispose());

const hashes = () => JSON.stringify(tableHashes(made.book.db));
const codes = (problems: readonly { row: number; code: string }[]) => problems.map(({ row, code }) => [row, code]);
const parents = () => made.rows('SELECT a.name AS one, b.name AS other FROM account a JOIN account b ON b.id = a.parent_id ORDER BY 1').map(({ one, other }) => `${String(one)} < ${String(other)}`);

describe('accounts above accounts', () => {
  it('are found wherever they stand in the file, by number or by name, and count as one with the making', async () => {
    const summary = await made.csv(['Customer ID,Company Name,Parent ID,Parent Company', '1,Works,2,', '2,Group,,', '3,Branch,,Works', '4,Head,4,'], { kind: 'accounts' });
    expect(summary).toMatchObject({ rowsRejected: 0, rowsIncomplete: 0, tables: { account: { created: 4, updated: 0 } } });
    expect(parents()).toEqual(['Branch < Works', 'Works < Group']);
    expect(await made.csv(['Customer ID,Company Name,Parent ID,Parent Company', '1,Works,2,', '3,Branch,,Works'], { kind: 'accounts' })).toMatchObject({ stepNo: null });
    const moved = await made.csv(['Customer ID,Company Name,Parent ID', '3,Branch,2'], { kind: 'accounts' });
    expect(moved.tables['account']).toMatchObject({ updated: 1 });
    expect(parents()).toEqual(['Branch < Group', 'Works < Group']);
  });

  it('never lead in a circle, and what is not there is named while the row goes in', async () => {
    const summary = await made.csv(['Customer ID,Company Name,Parent ID', '1,A,2', '2,B,3', '3,C,1', '4,D,9'], { kind: 'accounts' });
    expect(summary).toMatchObject({ rowsRejected: 0, rowsIncomplete: 2, tables: { account: { created: 4 } } });
    expect(codes(summary.problems)).toEqual([[4, 'parent-circle'], [5, 'parent-not-found']]);
    expect(parents()).toEqual(['A < B', 'B < C']);
    expect(verifyBook(made.book.db)).toMatchObject({ healthy: true });
  });

  it('go back with their import as one step', async () => {
    const before = hashes();
    const { stepNo } = await made.csv(['Customer ID,Company Name,Parent ID', '1,A,2', '2,B,'], { kind: 'accounts' });
    undoStep(made.book, stepNo ?? 0);
    expect(hashes()).toBe(before);
  });
});

describe('the same company under other names', () => {
  const erp = ['Customer ID,Company Name,City', 'K1,恒岳重工集团有限公司,长沙', 'K2,青屿半导体股份有限公司,厦门', ',远舟物流（上海）有限公司,上海'];
  beforeEach(async () => {
    await made.csv(erp, { kind: 'accounts' });
  });

  it('is one without asking where no number speaks against it', async () => {
    const summary = await made.csv(['Company Name,Industry', '恒岳重工,机械', '远舟物流(上海)有限责任公司,物流'], { kind: 'accounts' });
    expect(summary).toMatchObject({ rowsRejected: 0, doubtful: [], tables: { account: { created: 0, updated: 2 } } });
  });

  it('is asked about where it has another number, and stays out until it is decided', async () => {
    const file = ['Customer ID,Company Name,Industry', '900,恒岳重工（集团）,机械', '901,新源电气,电气'];
    const asked = await made.csv(file, { kind: 'accounts' });
    expect(asked).toMatchObject({ rowsRejected: 1, tables: { account: { created: 1 } } });
    expect(asked.doubtful).toEqual([{ name: '恒岳重工（集团）', row: 2, candidates: [{ id: expect.any(String), name: '恒岳重工集团有限公司', city: '长沙', externalId: 'K1' }] }]);
    const [candidate] = asked.doubtful[0]?.candidates ?? [];
    const decided = await made.csv(file, { kind: 'accounts', choices: { sameAs: { '恒岳重工(集团)': candidate?.id ?? '' } } });
    expect(decided).toMatchObject({ rowsRejected: 0, doubtful: [] });
    // The number of the system that it came from first stays.
    expect(made.rows("SELECT name, external_id, industry FROM account WHERE id = '" + String(candidate?.id) + "'")).toEqual([{ name: '恒岳重工（集团）', external_id: 'K1', industry: '机械' }]);
  });

  it('may be decided to be a new account, once', async () => {
    const file = ['Customer ID,Company Name,Industry', '900,恒岳重工（集团）,机械', '900,恒岳重工（集团）,机械'];
    const choices = { sameAs: { '恒岳重工(集团)': null } };
    expect(await made.csv(file, { kind: 'accounts', choices })).toMatchObject({ rowsRejected: 0, tables: { account: { created: 1 } } });
    expect(await made.csv(file, { kind: 'accounts', choices })).toMatchObject({ stepNo: null });
  });

  it('is another one where the file gives the first one’s number to a row of its own', async () => {
    const summary = await made.csv(['Customer ID,Company Name', '900,恒岳重工', 'K1,恒岳重工集团有限公司'], { kind: 'accounts' });
    expect(summary).toMatchObject({ rowsRejected: 0, doubtful: [], tables: { account: { created: 1 } } });
  });

  it('is asked about when contacts name it with a slip, and made when it is new', async () => {
    const file = ['Contact Name,Company Name', '李四,恒岳重工业', '张三,恒岳重工', '王五,蓝湾食品'];
    const asked = await made.csv(file, { kind: 'people' });
    expect(codes(asked.problems)).toEqual([[2, 'account-doubtful'], [4, 'account-not-found']]);
    const [candidate] = asked.doubtful[0]?.candidates ?? [];
    const settled = await made.csv(file, { kind: 'people', choices: { createAccounts: true, sameAs: { 恒岳重工业: candidate?.id ?? '' } } });
    expect(settled).toMatchObject({ rowsRejected: 0, tables: { account: { created: 1 }, person: { created: 2, same: 1 } } });
  });
});

describe('people and colleagues', () => {
  it('stand under whom the file says, wherever that row is', async () => {
    await made.csv(['Company Name', 'Acme'], { kind: 'accounts' });
    const summary = await made.csv(['姓名,公司名称,职务,直属上级', '李四,Acme,采购总监,张三', '张三,Acme,董事长,', '王五,Acme,采购经理,李四', '赵六,Acme,助理,无名氏'], { kind: 'people' });
    expect(summary).toMatchObject({ rowsRejected: 0, rowsIncomplete: 1, tables: { position: { created: 4, updated: 0 } } });
    expect(codes(summary.problems)).toEqual([[5, 'manager-not-found']]);
    const team = await made.csv(['工号,姓名,部门,职位,手机号,直属上级', '7,林晓彤,大客户部,客户经理,13800000001,周敏', '8,周敏,大客户部,总监,,']);
    expect(team).toMatchObject({ kind: 'colleagues', rowsRejected: 0, rowsIncomplete: 0 });
    expect(made.rows("SELECT a.name, a.department, b.name AS leader FROM colleague a JOIN colleague b ON b.id = a.reports_to_id")).toEqual([{ name: '林晓彤', department: '大客户部', leader: '周敏' }]);
  });

  it('may be told in several rows that add to each other', async () => {
    await made.csv(['Company Name', 'Acme'], { kind: 'accounts' });
    const file = ['Contact ID,Contact Name,Company Name,Phone,Email', '1,Ana,Acme,030,', '1,Ana,Acme,,ana@example.com', '1,Ana,Acme,031,'];
    const summary = await made.csv(file, { kind: 'people' });
    expect(codes(summary.problems)).toEqual([[4, 'repeated']]);
    expect(made.rows('SELECT phone, email FROM person')).toEqual([{ phone: '030', email: 'ana@example.com' }]);
    expect(await made.csv(file, { kind: 'people' })).toMatchObject({ stepNo: null });
  });
});

describe('orders whose lines come apart', () => {
  const heads = ['OrderID,CustomerID,OrderDate', '1,C1,2026-10-05', '2,C1,2026-10-06', '3,C9,2026-10-06'];
  const lines = ['OrderID,ProductID,UnitPrice,Quantity', '1,P1,2,3', '2,P1,2,1', '1,P2,5,1', '7,P1,1,1'];
  beforeEach(async () => {
    await made.csv(['CustomerID,CompanyName', 'C1,Acme'], { kind: 'accounts' });
  });

  it('meet by their number, and nothing changes the second time', async () => {
    expect(await made.csv(heads)).toMatchObject({ kind: 'orderHeads', rowsRejected: 1, tables: { sales_order: { created: 2 } } });
    const summary = await made.csv(lines);
    expect(summary).toMatchObject({ kind: 'orderLines', rowsRejected: 1, tables: { order_line: { created: 3 } } });
    expect(codes(summary.problems)).toEqual([[5, 'order-not-found']]);
    expect(made.rows('SELECT external_id AS no, sum(amount) AS amount FROM order_line JOIN sales_order ON id = order_id GROUP BY 1')).toEqual([{ no: '1', amount: 110_000 }, { no: '2', amount: 20_000 }]);
    expect(await made.csv(lines)).toMatchObject({ stepNo: null });
    expect(await made.csv(heads)).toMatchObject({ stepNo: null });
  });

  it('change with their file: a line that is gone goes, a head that moves keeps its lines', async () => {
    await made.csv(heads);
    await made.csv(lines);
    expect(await made.csv(['OrderID,ProductID,UnitPrice,Quantity', '1,P1,2,4'])).toMatchObject({ tables: { order_line: { updated: 1, removed: 1 } } });
    expect(await made.csv(['OrderID,CustomerID,OrderDate', '1,C1,2026-11-01'])).toMatchObject({ tables: { sales_order: { updated: 1 } } });
    expect(made.rows("SELECT ordered_on AS day, count(*) AS n FROM order_line JOIN sales_order ON id = order_id WHERE external_id = '1'")).toEqual([{ day: '2026-11-01', n: 1 }]);
  });
});

describe('interactions', () => {
  beforeEach(async () => {
    await made.csv(['CustomerID,CompanyName', 'C1,Acme', 'C2,远舟'], { kind: 'accounts' });
    await made.csv(['Contact Name,Company Name,Email', 'Ana Trujillo,Acme,ana@example.com', '李四,远舟,'], { kind: 'people' });
  });
  const kept = () => made.rows('SELECT account.name, kind, summary, notes, duration_minutes AS minutes FROM interaction JOIN interaction_text ON interaction_id = interaction.id JOIN account ON account.id = account_id ORDER BY at, interaction.id');

  it('come with who took part, as plain words, and a second time change nothing', async () => {
    const file = ['客户名称,跟进时间,跟进方式,联系人,跟进人,主题,跟进内容', '远舟,2026-10-05 14:30,上门拜访,李四;王五,林晓彤,年度计划,<p>谈了<br>价格</p>', 'Acme,2026年10月6日,电话,Ana Trujillo,林晓彤,Delivery,'];
    const summary = await made.csv(file);
    expect(summary).toMatchObject({ kind: 'interactions', rowsRejected: 0, rowsIncomplete: 1, tables: { interaction: { created: 2 }, interaction_person: { created: 2 }, colleague: { created: 1 } } });
    expect(codes(summary.problems)).toEqual([[2, 'participant-not-found']]);
    expect(kept().map(({ name, kind, notes }) => [name, kind, notes])).toEqual([['远舟', 'visit', '谈了\n价格'], ['Acme', 'call', '']]);
    expect(await made.csv(file)).toMatchObject({ stepNo: null });
  });

  it('are placed by the people of the mail, and two of a minute stay two', async () => {
    const file = ['Date Sent,From,To,Subject,Body', '3/25/2026 9:05,me@example.com,ana@example.com,Offer,First', '3/25/2026 9:05,me@example.com,ana@example.com,Offer,Second', '3/25/2026 9:05,me@example.com,ana@example.com,Offer,Second'];
    const path = made.file('Emails.csv', `${file.join('\n')}\n`);
    expect(await made.inspect(path, 'interactions')).toMatchObject({ choices: { dateOrder: 'month-first', interactionKind: 'email' } });
    expect(await made.run(path, { kind: 'interactions' })).toMatchObject({ rowsRejected: 0, tables: { interaction: { created: 2 } } });
    expect(kept().map(({ name, kind, summary, notes }) => [name, kind, summary, notes])).toEqual([['Acme', 'email', 'Offer', 'First'], ['Acme', 'email', 'Offer', 'Second']]);
    expect(await made.run(path, { kind: 'interactions' })).toMatchObject({ stepNo: null });
  });

  it('of a number follow their file, also to another day', async () => {
    await made.csv(['Activity ID,Customer ID,Start Time,End Time,Subject', '5,C1,2026-10-05 10:00,2026-10-05 11:30,Plan'], { kind: 'interactions' });
    expect(await made.csv(['Activity ID,Customer ID,Start Time,Subject', '5,C2,2026-10-07 10:00,Plan again'], { kind: 'interactions' })).toMatchObject({ tables: { interaction: { updated: 1 } } });
    expect(kept()).toEqual([{ name: '远舟', kind: 'meeting', summary: 'Plan again', notes: '', minutes: 90 }]);
  });

  it('take the first words of their notes where there is no subject', async () => {
    await made.csv(['Customer ID,Date,Notes', `C1,2026-10-05,${'word '.repeat(60)}`], { kind: 'interactions' });
    expect(String(kept()[0]?.['summary'])).toMatch(/^(?:word )+word…$/);
  });
});

describe('days that come again', () => {
  it('are taken of people, of either calendar, with or without a year, and go back with their import', async () => {
    await made.csv(['Company Name,成立日期', 'Acme,1998-05-01', 'Beta,12-03'], { kind: 'accounts' });
    expect(made.rows('SELECT name, founded_on FROM account ORDER BY name')).toEqual([{ name: 'Acme', founded_on: '1998-05-01' }, { name: 'Beta', founded_on: '--12-03' }]);
    const before = hashes();
    const rows = ['客户名称,姓名,生日,农历生日,联系间隔', 'Acme,陈立新,12月3日,,30', 'Acme,高原,1985-06-01,四月十三,2 周', 'Acme,何婉清,农历闰四月初一,,', 'Acme,吴海峰,,1971-10-18,', 'Acme,苏敏,someday,,'];
    const summary = await made.csv(rows, { kind: 'people' });
    expect(codes(summary.problems)).toEqual([[6, 'date-invalid']]);
    expect(made.rows('SELECT name, birthday, keep_in_touch_days AS days FROM person ORDER BY birthday')).toEqual([
      { name: '陈立新', birthday: '--12-03', days: 30 }, { name: '高原', birthday: 'lunar:--04-13', days: 14 }, { name: '何婉清', birthday: 'lunar:--04L-01', days: null }, { name: '吴海峰', birthday: 'lunar:1971-10-18', days: null },
    ]);
    expect(await made.csv(rows.slice(0, 5), { kind: 'people' })).toMatchObject({ stepNo: null });
    undoStep(made.book, summary.stepNo ?? 0);
    expect(hashes()).toBe(before);
  });
});

describe('what is remembered of a file', () => {
  it('are its columns and choices, for the next file of the same headers', async () => {
    const path = made.file('liste.csv', 'Firma,Seit\nAcme,3.4.2026\n');
    await made.run(path, { kind: 'accounts', mapping: { name: 0, customerSince: 1 }, choices: { dateOrder: 'day-first' } });
    expect(made.rows('SELECT customer_since FROM account')).toEqual([{ customer_since: '2026-04-03' }]);
    expect(await made.inspect(made.file('neu.csv', 'Firma,Seit\nB,5.6.2026\n'), 'accounts')).toMatchObject({ remembered: true, mapping: { name: 0, customerSince: 1 }, choices: { dateOrder: 'day-first' } });
    expect(await made.inspect(path, 'people')).toMatchObject({ remembered: false });
  });

  it('is nothing of a trial, and nothing that the change log knows', async () => {
    const path = made.file('liste.csv', 'Firma\nAcme\n');
    await made.run(path, { kind: 'accounts', mapping: { name: 0 }, dryRun: true });
    expect(await made.inspect(path, 'accounts')).toMatchObject({ remembered: false });
  });
});

describe('rows that were left out', () => {
  const left = (id: string | null, limit = 100) => made.leftOut(id ?? '', limit);

  it('are kept as they stand in the file, with what is wrong', async () => {
    const summary = await made.csv(['Company Name,Customer since', 'Acme,soon', 'B,2026-01-01', 'C,2026-01-01,extra', '"D"x,2026-01-01'], { kind: 'accounts' });
    expect(left(summary.leftOut)).toMatchObject({
      file: 'some.csv', kind: 'accounts', total: 3, headers: ['Company Name', 'Customer since'],
      rows: [
        { row: 2, problem: 'Customer since: This is no date. (soon)', cells: ['Acme', 'soon'] },
        { row: 4, problem: 'The row has more columns than the header.', cells: ['C', '2026-01-01', 'extra'] },
        { row: 5, problem: 'A quotation mark stands inside a value.', cells: ['"D"x,2026-01-01', ''] },
      ],
    });
  });

  it('bring the whole order with them, so that a mended row takes none of the others away', async () => {
    await made.csv(['CustomerID,CompanyName', 'C1,Acme'], { kind: 'accounts' });
    const file = ['OrderID,CustomerID,OrderDate,ProductID,UnitPrice,Quantity', '1,C1,2026-10-05,P1,2,3', '1,C1,2026-10-05,P2,two,3', '2,C1,2026-10-05,P1,2,3'];
    const { leftOut } = await made.csv(file);
    const { headers, rows } = left(leftOut);
    expect(rows.map(({ row, problem }) => [row, problem !== ''])).toEqual([[2, false], [3, true]]);
    const mended = [headers, ...rows.map(({ cells }) => cells)].map((cells) => cells.join(',').replace('two', '2'));
    expect(await made.csv(mended)).toMatchObject({ rowsRejected: 0, leftOut: null, tables: { order_line: { created: 1, same: 1, removed: 0 } } });
    expect(made.rows('SELECT count(*) AS n FROM order_line')).toEqual([{ n: 3 }]);
  });

  it('leave as a file in which nothing reckons, and come back as they were', async () => {
    const { leftOut } = await made.csv(['Company Name,Customer since,Phone', '=1+1,soon,-12.5', '+49 30,2026-01-01,+49'], { kind: 'accounts' });
    const text = await leftOutAsFile(made.book, leftOut ?? '').text();
    expect(text).toContain("'=1+1,soon,-12.5,2,");
    expect(await made.csv(text.replace('\ufeff', '').replace('soon', '2026-01-01').split('\r\n'), { kind: 'accounts' })).toMatchObject({ rowsRejected: 0 });
    expect(made.rows('SELECT name, phone FROM account ORDER BY name')).toEqual([{ name: '+49 30', phone: '+49' }, { name: '=1+1', phone: '-12.5' }]);
  });

  it('are none where every row went in, or where nothing was written yet', async () => {
    expect(await made.csv(['Company Name', 'Acme'], { kind: 'accounts' })).toMatchObject({ leftOut: null });
    expect(await made.csv(['Company Name,Customer since', 'Acme,soon'], { kind: 'accounts', dryRun: true })).toMatchObject({ rowsRejected: 1, leftOut: null });
  });
});

describe('only some rows', () => {
  it('are read, and the others are counted apart', async () => {
    const summary = await made.csv(['Company Name,Stage', 'A,Won', 'B,Lost', 'C,Won'], { kind: 'accounts', choices: { only: { column: 1, values: ['Won'] } } });
    expect(summary).toMatchObject({ rowsRead: 2, rowsSkipped: 1, rowsRejected: 0, tables: { account: { created: 2 } } });
  });
});
