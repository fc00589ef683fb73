import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SourceFiles } from '#core/features/imports/source-files.ts';
import { madeXlsx } from '#tests/builders/made-xlsx.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-sources-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const worker = new URL('../../../../../electron/core/features/imports/parse-worker.ts', import.meta.url);

async function* words(): AsyncGenerator<string> {
  yield 'one';
  yield 'two';
}

async function workbook(name: string) {
  const file = { path: join(dir, `${name}.xlsx`), name: `${name}.xlsx` };
  writeFileSync(file.path, await madeXlsx({ sheets: [{ name: 'one', rows: [['Name', 'City'], ['Acme', 'Graz']] }, { name: 'two', rows: [['Other'], ['1']] }] }));
  const kept = join(dir, name);
  return { file, kept, sources: new SourceFiles(worker, kept) };
}

describe('SourceFiles', () => {
  it('makes text of a workbook once, in a worker', async () => {
    const { file, kept, sources } = await workbook('once');
    const opened = await sources.open(file);
    expect(opened).toMatchObject({ padded: true, sheets: ['one', 'two'], layout: { sheet: 'one', headerRow: 1, encoding: null, delimiter: null }, head: { headers: ['Name', 'City'] } });
    expect((await sources.open(file, { sheet: 'one' })).path).toBe(opened.path);
    expect((await sources.open(file, { sheet: 'two' })).head.headers).toEqual(['Other']);
    expect(readdirSync(kept)).toHaveLength(2);
  });

  it('drops what was made of a file, of that one only, and makes it anew', async () => {
    const { file, kept, sources } = await workbook('dropped');
    await sources.open(file);
    sources.drop('/another');
    expect(readdirSync(kept)).toHaveLength(1);
    sources.drop(file.path);
    await expect.poll(() => readdirSync(kept)).toEqual([]);
    expect((await sources.open(file)).head.headers).toEqual(['Name', 'City']);
    sources.drop();
    await expect.poll(() => readdirSync(kept)).toEqual([]);
  });

  it('keeps it while it is read, also beyond a run that is not the last, and drops it after the last', async () => {
    const { file, kept, sources } = await workbook('read');
    await sources.open(file);
    const run = (last: boolean) => sources.during(file.path, words(), last);
    const [trial, real] = [run(false), run(true)];
    await trial.next();
    await real.next();
    sources.drop();
    await trial.return(undefined);
    expect(readdirSync(kept)).toHaveLength(1);
    for await (const _ of real);
    await expect.poll(() => readdirSync(kept)).toEqual([]);
    await sources.open(file);
    for await (const _ of run(false));
    expect(readdirSync(kept)).toHaveLength(1);
    for await (const _ of run(true));
    await expect.poll(() => readdirSync(kept)).toEqual([]);
  });

  it('passes on what is wrong with a file, keeps nothing of it, and says when the worker gives up', async () => {
    const path = join(dir, 'cut.xlsx');
    writeFileSync(path, (await madeXlsx({ sheets: [{ name: 'a' }] })).subarray(0, 300));
    const kept = join(dir, 'none');
    await expect(new SourceFiles(worker, kept).open({ path, name: 'cut.xlsx' })).rejects.toMatchObject({ code: 'file-damaged', where: { file: 'cut.xlsx' } });
    expect(readdirSync(kept)).toEqual([]);
    const hungry = new URL(`data:text/javascript,${encodeURIComponent('const hold = []; for (;;) hold.push(new Array(1e5).fill(Math.random()));')}`);
    await expect(new SourceFiles(hungry, kept).open({ path, name: 'cut.xlsx' })).rejects.toMatchObject({ code: 'file-not-readable' });
  });
});
