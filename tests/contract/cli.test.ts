import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockBook } from '#core/db/book-lock.ts';
import { runCommand } from '#electron/cli/run-command.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-cli-'));
const env = { BALLAST_DATA_DIR: join(dir, 'data'), LANG: 'en_US.UTF-8' };
const never = new AbortController().signal;

/** Runs a command line as the terminal would, without a process of its own. */
async function ballast(...argv: string[]) {
  const told: string[] = [];
  const { document, exitCode } = await runCommand(argv, { env, cwd: dir, signal: never, tell: (text) => told.push(text) });
  // What reaches standard output is JSON, so nothing may be lost on the way.
  return { document: JSON.parse(JSON.stringify(document)) as never, exitCode, told: told.join('') };
}

const put = (name: string, lines: string[]): string => {
  writeFileSync(join(dir, name), `${lines.join('\n')}\n`);
  return name;
};

const customers = put('customers.csv', ['CustomerID,CompanyName,City', 'C1,Acme,Berlin', 'C2,远舟物流,上海', 'C3,Twin,Wuxi', 'C4,Twin,Suzhou']);
const orders = put('orders.csv', ['OrderID,CustomerID,OrderDate,Product,UnitPrice,Quantity', 'O1,C1,2026-08-03,Bolt,2.50,4', 'O1,C1,2026-08-03,Nut,1,10', 'O2,C2,2026-02-01,Bolt,2.50,1', 'O3,C9,2026-08-03,Bolt,1,1']);

beforeAll(async () => {
  expect(await ballast('new', 'b.ballast', '--title', 'Book', '--currency', 'USD', '--time-zone', 'UTC', '--owner', 'Anna')).toMatchObject({
    exitCode: 0, document: { title: 'Book', currency: 'USD', timeZone: 'UTC', me: { name: 'Anna' }, path: join(dir, 'b.ballast') },
  });
  expect((await ballast('import', 'b.ballast', customers, '--as', 'accounts')).document).toMatchObject({ rowsRejected: 0, tables: { account: { created: 4 } } });
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('new', () => {
  it('never touches a book that is there', async () => {
    expect(await ballast('new', 'b.ballast')).toMatchObject({ exitCode: 2, document: { code: 'book-exists', where: { path: join(dir, 'b.ballast') } } });
  });
});

describe('new --sample', () => {
  it('makes the sample of a seed and a day, telling how far it is', async () => {
    const { document, exitCode, told } = await ballast('new', 'sample.ballast', '--sample', '--seed', '3', '--today', '2026-11-23', '--time-zone', 'Asia/Shanghai', '--owner', 'Anna');
    expect({ document, exitCode }).toMatchObject({ exitCode: 0, document: { title: 'sample', currency: 'CNY', me: { name: 'Anna' } } });
    expect(told).toMatch(/rows, \d+ %/);
    expect((await ballast('sql', 'sample.ballast', 'SELECT count(*) AS n, sum(is_key) AS k FROM account')).document).toEqual([{ n: 120, k: 24 }]);
  });
});

describe('import', () => {
  it('tries without writing, imports, and names rejected rows', async () => {
    const problems = [{ row: 5, column: 'CustomerID', code: 'account-not-found', value: 'C9' }];
    expect(await ballast('import', 'b.ballast', orders, '--as', 'orders', '--dry-run')).toMatchObject({ exitCode: 0, document: { dryRun: true, stepNo: null, rowsRead: 4, rowsRejected: 1, problems } });
    expect((await ballast('sql', 'b.ballast', 'SELECT count(*) AS n FROM order_line')).document).toEqual([{ n: 0 }]);
    expect(await ballast('import', 'b.ballast', orders, '--as', 'orders')).toMatchObject({ exitCode: 0, document: { dryRun: false, rowsRejected: 1, tables: { order_line: { created: 3 } }, problems } });
  });

  it('takes a mapping by header or by number', async () => {
    const file = put('odd.csv', ['Wer,Wo,Was', 'Li Lei,C1,Buyer']);
    expect(await ballast('import', 'b.ballast', file, '--as', 'people')).toMatchObject({ exitCode: 2, document: { code: 'mapping-incomplete', where: { file: 'odd.csv', field: 'accountExternalId' } } });
    writeFileSync(join(dir, 'map.json'), JSON.stringify({ name: 'Wer', accountExternalId: 1, title: 'Was' }));
    expect(await ballast('import', 'b.ballast', file, '--as', 'people', '--mapping', 'map.json')).toMatchObject({ exitCode: 0, document: { tables: { person: { created: 1 } } } });
    writeFileSync(join(dir, 'map.json'), JSON.stringify({ name: 'Wen' }));
    expect(await ballast('import', 'b.ballast', file, '--as', 'people', '--mapping', 'map.json')).toMatchObject({ exitCode: 2, document: { code: 'mapping-incomplete', where: { field: 'name', column: 'Wen' } } });
    expect(await ballast('import', 'b.ballast', file, '--as', 'people', '--mapping', 'none.json')).toMatchObject({ exitCode: 2, document: { code: 'file-not-readable', where: { file: join(dir, 'none.json') } } });
  });

  it('tells how far it is, and when interrupted keeps what is written and says so', async () => {
    const many = put('many.csv', ['CustomerID,CompanyName', ...Array.from({ length: 40_000 }, (_, n) => `M${n},Many ${n}`)]);
    const interrupt = new AbortController();
    const told: string[] = [];
    const { document, exitCode } = await runCommand(['import', 'many.ballast', many, '--as', 'accounts'], {
      env, cwd: dir, signal: interrupt.signal, tell: (text) => {
        told.push(text);
        interrupt.abort();
      },
    });
    expect([exitCode, (document as { code: string }).code]).toEqual([2, 'book-not-found']);
    const fresh = new AbortController();
    await ballast('new', 'many.ballast');
    const cancelled = await runCommand(['import', 'many.ballast', many, '--as', 'accounts'], { env, cwd: dir, signal: fresh.signal, tell: (text) => void (told.push(text), fresh.abort()) });
    const summary = cancelled.document as { cancelled: boolean; rowsRead: number; tables: { account: { created: number } } };
    expect([cancelled.exitCode, summary.cancelled, summary.rowsRead % 1_000]).toEqual([0, true, 0]);
    expect(summary.rowsRead).toBeLessThan(40_000);
    expect(told.at(-1)).toMatch(/^\d+ rows, \d+ %\n$/);
    expect((await ballast('sql', 'many.ballast', 'SELECT count(*) AS n FROM account')).document).toEqual([{ n: summary.tables.account.created }]);
  });

  it.each([
    [['import', 'b.ballast', 'none.csv', '--as', 'orders'], { code: 'file-not-found', where: { file: 'none.csv' } }],
    [['import', 'b.ballast', 'customers.csv', '--as', 'ships'], { code: 'usage', where: { field: '--as' } }],
    [['import', 'none.ballast', 'customers.csv', '--as', 'orders'], { code: 'book-not-found', where: { path: join(dir, 'none.ballast') } }],
  ])('answers %j with its code and place', async (argv, document) => {
    expect(await ballast(...argv)).toMatchObject({ exitCode: 2, document, told: expect.stringMatching(/.{20,}\n$/s) });
  });
});

describe('sql', () => {
  it('gives the rows of a query', async () => {
    expect((await ballast('sql', 'b.ballast', '-- towns\nWITH x AS (SELECT name, city FROM account) SELECT * FROM x ORDER BY city LIMIT 2')).document).toEqual([{ name: 'Acme', city: 'Berlin' }, { name: 'Twin', city: 'Suzhou' }]);
  });

  it('tells the columns of a table', async () => {
    expect((await ballast('sql', 'b.ballast', 'PRAGMA table_info(product)')).document).toContainEqual(expect.objectContaining({ name: 'category', type: 'TEXT' }));
  });

  it.each([
    'DELETE FROM account', 'WITH x AS (SELECT 1) DELETE FROM account', 'PRAGMA query_only = 0', "ATTACH 'x.db' AS x", "VACUUM INTO 'x.db'", 'DROP TABLE account', '/* SELECT */ UPDATE account SET name = 1', 'BEGIN', 'PRAGMA journal_mode = DELETE', 'PRAGMA wal_checkpoint', 'PRAGMA optimize',
  ])('refuses %s', async (query) => {
    expect(await ballast('sql', 'b.ballast', query)).toMatchObject({ exitCode: 2, document: { code: 'query-not-read-only' } });
    expect((await ballast('sql', 'b.ballast', 'SELECT count(*) AS n FROM account')).document).toEqual([{ n: 4 }]);
  });

  it.each(['SELECT * FROM nowhere', 'SELECT 1; DELETE FROM account', 'SELECT json(1, 2, 3)'])('says why %s fails', async (query) => {
    expect(await ballast('sql', 'b.ballast', query)).toMatchObject({ exitCode: 2, document: { code: 'query-failed', message: expect.stringMatching(/\(.+\)$/) } });
  });
});

describe('call and procedures', () => {
  it('lists every procedure with the schema of its input', async () => {
    const { document } = await ballast('procedures');
    expect(document).toContainEqual({ name: 'book.status', input: null });
    expect(document).toContainEqual({ name: 'accounts.file', input: expect.objectContaining({ type: 'object', required: ['id'] }) });
  });

  it('calls any of them, gathers events, and says what is wrong with the input', async () => {
    expect((await ballast('call', 'b.ballast', 'accounts.totals', '{"filter":{}}')).document).toMatchObject({ count: 4 });
    const input = JSON.stringify({ file: 'customers.csv', kind: 'accounts', mapping: { externalId: 0, name: 1 }, dryRun: true });
    const { document } = await ballast('call', 'b.ballast', 'imports.run', input);
    expect((document as unknown[]).at(-1)).toMatchObject({ type: 'done', summary: { tables: { account: { same: 4 } } } });
    expect(await ballast('call', 'b.ballast', 'accounts.totals', '{"filter":{"text":7}}')).toMatchObject({ exitCode: 2, document: { code: 'invalid-value', where: { field: 'filter.text' } } });
    expect(await ballast('call', 'b.ballast', 'accounts.file', '{"id":"none"}')).toMatchObject({ exitCode: 2, document: { code: 'not-found' } });
    for (const name of ['accounts.nothing', 'nothing', 'constructor.name', '__proto__.x']) {
      expect(await ballast('call', 'b.ballast', name)).toMatchObject({ exitCode: 2, document: { code: 'procedure-unknown', where: { field: 'PROCEDURE' } } });
    }
  });
});

describe('review', () => {
  const review = (account: string, ...more: string[]) => ballast('review', 'b.ballast', account, '--out', 'deck.pptx', '--period', '2026-Q3', ...more);

  it('writes a deck for an account by its external id, its name or its id', async () => {
    const [{ id } = { id: '' }] = (await ballast('sql', 'b.ballast', "SELECT id FROM account WHERE name = 'Acme'")).document as { id: string }[];
    for (const account of ['C1', 'Acme', id]) {
      expect(await review(account)).toMatchObject({ exitCode: 0, document: { accountId: id, period: '2026-Q3', language: 'en', file: join(dir, 'deck.pptx') } });
      expect(readFileSync(join(dir, 'deck.pptx')).subarray(0, 2).toString()).toBe('PK');
      rmSync(join(dir, 'deck.pptx'));
    }
  });

  it('writes the format that is asked for, or that the name of the file says', async () => {
    expect(await review('C1', '--format', 'xlsx')).toMatchObject({ document: { format: 'xlsx' } });
    expect(Object.keys((await JSZip.loadAsync(readFileSync(join(dir, 'deck.pptx')))).files)).toContain('xl/workbook.xml');
    rmSync(join(dir, 'deck.pptx'));
    expect(await ballast('review', 'b.ballast', 'C1', '--out', 'numbers.XLSX', '--period', '2026-Q3')).toMatchObject({ exitCode: 0, document: { format: 'xlsx' } });
    expect(await review('C1', '--format', 'docx')).toMatchObject({ exitCode: 2, document: { code: 'usage', where: { field: '--format' } } });
  });

  it('finds an account by a short external id among many that hold it', async () => {
    const many = put('many.csv', ['CustomerID,CompanyName', ...Array.from({ length: 600 }, (_, n) => `${n + 1},${String(600 - n).padStart(3, '0')} Ltd`)]);
    await ballast('new', 'many.ballast', '--time-zone', 'UTC', '--currency', 'USD', '--owner', 'Anna');
    await ballast('import', 'many.ballast', many, '--as', 'accounts');
    expect(await ballast('review', 'many.ballast', '1', '--out', 'deck.pptx', '--period', '2026-Q3')).toMatchObject({ exitCode: 0 });
  });

  it.each([
    [['nobody'], { code: 'account-unknown', where: { field: 'ACCOUNT' } }], [['Twin'], { code: 'account-ambiguous', where: { field: 'ACCOUNT' } }],
    [['C1', '--period', '2026'], { code: 'usage', where: { field: '--period' } }], [['C1', '--language', 'fr'], { code: 'usage', where: { field: '--language' } }],
    [['C1', '--out', 'no/such/folder/x.pptx'], { code: 'file-not-written', where: { file: join(dir, 'no/such/folder/x.pptx') } }],
  ])('answers %j with its code and place', async ([account = '', ...more], document) => {
    expect(await review(account, ...more)).toMatchObject({ exitCode: 2, document });
  });
});

describe('verify', () => {
  it('reports on a sound book', async () => {
    expect(await ballast('verify', 'b.ballast')).toMatchObject({ exitCode: 0, document: { healthy: true, problems: [], tables: { account: { rows: 4 } } } });
  });
});

describe('a book that another has open', () => {
  it('is left alone, with the way to its owner', async () => {
    const lock = lockBook(join(dir, 'b.ballast'), 'loopback');
    try {
      expect(await ballast('verify', 'b.ballast')).toMatchObject({
        exitCode: 2, document: { code: 'book-in-use', message: expect.stringContaining('Ballast in a browser'), where: { path: join(dir, 'b.ballast') } }, told: expect.stringContaining('starting Ballast again'),
      });
    } finally {
      lock.release();
    }
  });
});

describe('paths', () => {
  it('are meant from where npm was called, not from the project it runs scripts in', async () => {
    const npm = { ...env, npm_lifecycle_event: 'ballast', INIT_CWD: dir };
    expect(await runCommand(['verify', 'b.ballast'], { env: npm, cwd: tmpdir(), signal: never, tell: () => undefined })).toMatchObject({ exitCode: 0 });
    expect(await runCommand(['verify', 'b.ballast'], { env: { ...npm, npm_lifecycle_event: 'test' }, cwd: tmpdir(), signal: never, tell: () => undefined }))
      .toMatchObject({ exitCode: 2, document: { code: 'book-not-found', where: { path: join(tmpdir(), 'b.ballast') } } });
  });
});

describe('the program', () => {
  it('prints one document, speaks beside it, and ends with the right code', async () => {
    const run = promisify(execFile);
    const main = new URL('../../electron/cli/main.ts', import.meta.url).pathname;
    const options = { cwd: dir, env: { ...process.env, ...env } };
    const good = await run(process.execPath, [main, 'sql', 'b.ballast', 'SELECT 1 AS one'], options);
    expect([JSON.parse(good.stdout), good.stderr]).toEqual([[{ one: 1 }], '']);
    // Nothing but the backup's own thread keeps the process then.
    const backup = await run(process.execPath, [main, 'call', 'b.ballast', 'book.backUp'], options);
    expect(JSON.parse(backup.stdout)).toMatchObject({ kind: 'daily' });
    const bad = await run(process.execPath, [main, 'verify', 'none.ballast'], options).catch((error: { code: number; stdout: string; stderr: string }) => error);
    expect(bad).toMatchObject({ code: 2, stderr: expect.stringContaining('not there') });
    expect(JSON.parse(bad.stdout)).toMatchObject({ code: 'book-not-found', where: { path: join(dir, 'none.ballast') } });
  });
});
