import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createChosenFileTable } from '#core/adapters/chosen-file-table.ts';
import { createNodePorts } from '#core/adapters/node-ports.ts';
import { programFiles } from '#core/adapters/program-files.ts';
import { createCore, type Core } from '#core/create-core.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { ImportKind, ImportSummary } from '#shared/domain/import/model.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-imports-'));
const files = createChosenFileTable();
let core: Core;
let api: ContractRouterClient<Contract>;
let books = 0;

const thisMonth = new Date().toISOString().slice(0, 7);

/** Chooses a file as a host does. @returns its token */
function choose(name: string, lines: string[]): string {
  const path = join(dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return files.add(path);
}

async function bring(name: string, lines: string[], kind: ImportKind): Promise<ImportSummary> {
  const file = choose(name, lines);
  const { mapping } = await api.imports.inspect({ file, kind });
  for await (const event of await api.imports.run({ file, kind, mapping, dryRun: false })) if (event.type === 'done') return event.summary;
  throw new Error('no summary');
}

const customers = ['CustomerID,CompanyName,City', 'C1,Acme,Berlin', 'C2,远舟物流,上海'];
const orders = ['OrderID,CustomerID,OrderDate,Product,UnitPrice,Quantity,Cost', `O1,C1,${thisMonth}-01,Bolt,2.50,4,6`, `O1,C1,${thisMonth}-01,Nut,1,10,7`, `O2,C2,${thisMonth}-01,Bolt,2.50,1,1`];

beforeAll(() => {
  core = createCore(createNodePorts({ hostName: 'test', dataDir: join(dir, 'data'), program: programFiles(new URL('../../electron/cli/main.ts', import.meta.url).href), files }));
  api = createRouterClient(core.router);
});

beforeEach(async () => {
  books += 1;
  await api.book.create({ path: join(dir, `${books}.ballast`), title: 'Book', timeZone: 'UTC', currency: 'EUR', owner: 'Anna' });
});

afterAll(async () => {
  await core.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('imports through the contract', () => {
  it('knows files by the tokens of this run only', async () => {
    const path = join(dir, 'real.csv');
    writeFileSync(path, customers.join('\n'));
    for (const file of [path, 'token', '../real.csv', '']) {
      await expect(api.imports.inspect({ file })).rejects.toMatchObject({ code: 'file-not-found', defined: true });
      await expect(api.imports.run({ file, kind: 'accounts', mapping: {}, dryRun: true })).rejects.toMatchObject({ code: 'file-not-found' });
    }
    expect(await api.imports.inspect({ file: files.add(path) })).toMatchObject({ file: 'real.csv', kind: 'accounts' });
  });

  it('keeps what it made of a packed file only while that is of use', async () => {
    const path = join(dir, 'packed.csv.gz');
    writeFileSync(path, gzipSync(`${customers.join('\n')}\n`));
    const file = files.add(path);
    const made = (): string[] => readdirSync(join(dir, 'data', 'staged'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));
    const look = async (): Promise<void> => {
      await api.imports.inspect({ file });
      expect(made()).toHaveLength(1);
    };
    await look();
    await api.imports.release({ files: ['none', file] });
    await expect.poll(made).toEqual([]);
    await look();
    for await (const _ of await api.imports.run({ file, kind: 'accounts', mapping: { name: 1 }, dryRun: true }));
    expect(made()).toHaveLength(1);
    for await (const _ of await api.imports.run({ file, kind: 'accounts', mapping: { name: 1 }, dryRun: false }));
    await expect.poll(made).toEqual([]);
    await look();
    const { id: accountId } = await api.accounts.create({ name: 'Of a person' });
    const { personId } = await api.people.create({ accountId, name: 'Anna' });
    await api.people.eraseForGood({ personId });
    await expect.poll(made).toEqual([]);
  });

  it('needs an open book', async () => {
    const file = choose('customers.csv', customers);
    await api.book.close();
    await expect(api.imports.run({ file, kind: 'accounts', mapping: { name: 1 }, dryRun: false })).rejects.toMatchObject({ code: 'no-book' });
  });

  it.each([{ kind: 'ships' }, { mapping: { name: -1 } }, { mapping: { name: 'CompanyName' } }, { dryRun: 'yes' }])('refuses input of the wrong shape: %j', async (wrong) => {
    const file = choose('customers.csv', customers);
    const input = { file, kind: 'accounts', mapping: { name: 1 }, dryRun: true, ...wrong } as Parameters<typeof api.imports.run>[0];
    await expect(api.imports.run(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('passes errors of a running import on with their place', async () => {
    const file = choose('customers.csv', customers);
    const events = await api.imports.run({ file, kind: 'accounts', mapping: { externalId: 0 }, dryRun: true });
    await expect((async () => {
      for await (const _ of events);
    })()).rejects.toMatchObject({ code: 'mapping-incomplete', data: { where: { file: 'customers.csv', field: 'name' } } });
  });

  it('brings what screens read up to date: figures, names, history', async () => {
    await bring('customers.csv', customers, 'accounts');
    await bring('people.csv', ['CustomerID,ContactName,ContactTitle', 'C2,韩梅梅,采购总监'], 'people');
    await bring('orders.csv', orders, 'orders');
    const { rows } = await api.accounts.window({ filter: {}, sort: 'revenue', descending: true, cursor: null, limit: 10 });
    expect(rows.map(({ name, revenue, margin }) => [name, revenue, margin])).toEqual([['Acme', 200_000, 70_000], ['远舟物流', 25_000, 15_000]]);
    expect(await api.people.find({ text: 'hmm', kinds: ['person'], limit: 5 })).toMatchObject([{ name: '韩梅梅', detail: expect.stringContaining('采购总监') }]);
    const steps = await api.history.steps({ before: null, limit: 10 });
    expect(steps.map(({ verb, kind, params }) => [verb, kind, params['file'], params['count']]).slice(0, 3)).toEqual([
      ['import.orders', 'import', 'orders.csv', 3], ['import.people', 'import', 'people.csv', 1], ['import.accounts', 'import', 'customers.csv', 2],
    ]);
  });

  it('tells listening clients which topics changed', async () => {
    const heard: string[] = [];
    const stop = core.topics.subscribe(({ topic }) => heard.push(topic));
    await bring('customers.csv', customers, 'accounts');
    stop();
    expect(heard).toContain('accounts');
    expect(heard).toContain('history');
  });

  it('is reverted by one undo, which keeps what people changed since', async () => {
    const { stepNo } = await bring('customers.csv', customers, 'accounts');
    const { rows } = await api.accounts.window({ filter: { text: 'Acme' }, sort: 'name', descending: false, cursor: null, limit: 1 });
    await api.accounts.update({ id: rows[0]?.id ?? '', patch: { city: 'Bonn' } });
    const preview = await api.history.preview({ no: stepNo ?? 0 });
    expect(preview.revertCount + preview.keptCount).toBeGreaterThan(0);
    const undone = await api.history.undo({ no: stepNo ?? 0 });
    expect(undone.keptCount).toBeGreaterThan(0);
    const left = await api.accounts.window({ filter: {}, sort: 'name', descending: false, cursor: null, limit: 10 });
    expect(left.rows.map(({ name, city }) => [name, city])).toEqual([['Acme', 'Bonn']]);
  });

  it('lets people read and save while it runs, and cannot be undone before its end', async () => {
    const file = choose('many.csv', ['CustomerID,CompanyName', ...Array.from({ length: 30_000 }, (_, n) => `C${n},Company ${n}`)]);
    const cancel = new AbortController();
    const events = await api.imports.run({ file, kind: 'accounts', mapping: { externalId: 0, name: 1 }, dryRun: false }, { signal: cancel.signal });
    let summary: ImportSummary | null = null;
    let saved = '';
    for await (const event of events) {
      if (event.type === 'done') summary = event.summary;
      else if (event.rows > 0 && saved === '') {
        saved = (await api.accounts.create({ name: 'Made by hand' })).id;
        const [running] = (await api.history.steps({ before: null, limit: 5 })).filter(({ verb }) => verb === 'import.accounts');
        await expect(api.history.undo({ no: running?.no ?? 0 })).rejects.toMatchObject({ code: 'step-open' });
        cancel.abort();
      }
    }
    expect((await api.accounts.file({ id: saved })).account.name).toBe('Made by hand');
    expect(summary).toMatchObject({ cancelled: true });
    const { all } = await api.accounts.totals({ filter: {} });
    expect(all).toBe(1 + (summary?.tables['account']?.created ?? 0));
    expect((all - 1) % 1_000).toBe(0);
    expect(await api.book.verify()).toMatchObject({ healthy: true });
  });
});
