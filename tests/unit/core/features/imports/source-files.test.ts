import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SourceFiles } from '#core/features/imports/source-files.ts';
import { madeXlsx } from '#tests/builders/made-xlsx.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-sources-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const worker = new URL('../../../../../electron/core/features/imports/parse-worker.ts', import.meta.url);

describe('SourceFiles', () => {
  it('makes text of a workbook once, in a worker, and removes what an earlier day left', async () => {
    const path = join(dir, 'a.xlsx');
    writeFileSync(path, await madeXlsx({ sheets: [{ name: 'one', rows: [['Name', 'City'], ['Acme', 'Graz']] }, { name: 'two', rows: [['Other'], ['1']] }] }));
    const kept = join(dir, 'kept');
    const first = new SourceFiles(worker, kept);
    const opened = await first.open({ path, name: 'a.xlsx' });
    expect(opened).toMatchObject({ padded: true, sheets: ['one', 'two'], layout: { sheet: 'one', headerRow: 1, encoding: null, delimiter: null }, head: { headers: ['Name', 'City'] } });
    expect((await first.open({ path, name: 'a.xlsx' }, { sheet: 'one' })).path).toBe(opened.path);
    expect((await first.open({ path, name: 'a.xlsx' }, { sheet: 'two' })).head.headers).toEqual(['Other']);
    expect(readdirSync(kept)).toHaveLength(2);
    utimesSync(opened.path, 0, 0);
    await new SourceFiles(worker, kept).open({ path, name: 'a.xlsx' });
    expect(readdirSync(kept)).toHaveLength(2);
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
