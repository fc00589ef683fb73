import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { CsvSplitter } from '#core/features/imports/csv-splitter.ts';
import { RowWriter } from '#core/features/imports/row-writer.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-rows-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function written(rows: { row: number; cells: string[] }[]): Promise<{ text: string; count: number }> {
  const path = join(dir, 'rows.csv');
  const writer = await RowWriter.open(path, 'rows');
  await writer.add(rows);
  await writer.close();
  return { text: readFileSync(path, 'utf8'), count: writer.count };
}

describe('RowWriter', () => {
  it('puts quotation marks only where they are needed, and one kind of line end', async () => {
    const { text } = await written([{ row: 1, cells: ['a', '', 'b c'] }, { row: 2, cells: ['a,b', '"', 'c\td'] }, { row: 3, cells: ['x\r\ny', 'z\rz'] }]);
    expect(text).toBe('a,,b c\n"a,b","""",c\td\n"x\ny","z\nz"\n');
  });

  it('leaves blank lines for rows that hold nothing', async () => {
    expect(await written([{ row: 3, cells: ['a'] }, { row: 4, cells: ['', ' ', '\t'] }, { row: 6, cells: ['', 'b'] }])).toEqual({ text: '\n\na\n\n\n,b\n', count: 2 });
  });

  it('is read back row by row as what was written', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\t', ';', '客', '🚢'), maxLength: 6 });
    const row = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.array(cell, { minLength: 1, maxLength: 4 }));
    await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (made) => {
      let at = 0;
      const rows = made.map(([gap, cells]) => ({ row: at += gap, cells: [...cells, 'end'] }));
      expect(new CsvSplitter(',').push((await written(rows)).text, true)).toEqual(rows);
    }), { numRuns: 200 });
  });
});
