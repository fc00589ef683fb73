import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recallSource, rememberSource } from '#core/features/imports/import-sources.ts';
import { forgetLeftOut } from '#core/features/imports/forget-left-out.ts';
import { dropLeftOut, keepLeftOut, listLeftOut, readLeftOut } from '#core/features/imports/left-out.ts';
import type { ParseJob } from '#core/features/imports/parse-job.ts';
import { wantedRows } from '#core/features/imports/wanted-rows.ts';
import { plainChoices, type ImportChoices } from '#shared/domain/import/choices.ts';
import { matchColumns } from '#shared/domain/import/match-columns.ts';
import type { ImportKind, RowProblem } from '#shared/domain/import/model.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

let made: FeatureBook;
let dir: string;
beforeEach(() => {
  made = featureBook();
  dir = mkdtempSync(join(tmpdir(), 'ballast-kept-'));
});
afterEach(() => {
  made.dispose();
  rmSync(dir, { recursive: true, force: true });
});

function jobOf(kind: ImportKind, lines: readonly string[], choices: Partial<ImportChoices> = {}): ParseJob {
  const path = join(dir, 'file.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const headers = lines[0]?.split(',') ?? [];
  return { path, file: 'file.csv', kind, mapping: matchColumns(kind, headers), headers, headerRow: 1, delimiter: ',', timeZone: 'UTC', choices: { ...plainChoices, ...choices } };
}

async function cellsOf(job: ParseJob): Promise<{ rows: (readonly string[] | null)[]; skipped: number }> {
  const all: { rows: (readonly string[] | null)[]; skipped: number } = { rows: [], skipped: 0 };
  for await (const { rows, skipped } of wantedRows(job)) {
    all.rows.push(...rows.map(({ cells }) => cells));
    all.skipped += skipped;
  }
  return all;
}

const wrong = (row: number): RowProblem => ({ row, column: 'Name', code: 'missing-value', value: null });
const words = ({ code }: RowProblem): string => `${code}!`;

describe('the rows that are wanted', () => {
  const header = 'OrderID,OrderDate,Customer,Product,Quantity,Amount';

  it('have their order’s head where only its first line says it', async () => {
    const { rows } = await cellsOf(jobOf('orders', [header, '1,2026-10-05,Acme,Bolt,1,5', ',,,Nut,2,6', '2,2026-10-06,B,Cog,1,7', ',,,Nut,1,8']));
    expect(rows.map((cells) => cells?.slice(0, 4).join(' '))).toEqual(['1 2026-10-05 Acme Bolt', '1 2026-10-05 Acme Nut', '2 2026-10-06 B Cog', '2 2026-10-06 B Nut']);
  });

  it('take no head from a row that cannot be read, nor give one to a row that says some of it', async () => {
    const { rows } = await cellsOf(jobOf('orders', [header, '1,2026-10-05,Acme,Bolt,1,5', '9,too,short', ',,,Nut,2,6', ',2026-10-09,,Nut,2,6']));
    expect(rows.map((cells) => cells?.slice(0, 2).join('|') ?? null)).toEqual(['1|2026-10-05', null, '|', '|2026-10-09']);
  });

  it('are those of the chosen values, and every row that cannot be read', async () => {
    const { rows, skipped } = await cellsOf(jobOf('accounts', ['Company Name,Stage', 'A,Won', 'B, Won ', 'C,Lost', 'D'], { only: { column: 1, values: ['Won'] } }));
    expect([rows, skipped]).toEqual([[['A', 'Won'], ['B', ' Won '], null], 1]);
  });

  it('of other kinds are never filled down', async () => {
    const { rows } = await cellsOf(jobOf('accounts', ['Company Name,City', 'A,Wuxi', ',Lyon']));
    expect(rows).toEqual([['A', 'Wuxi'], ['', 'Lyon']]);
  });
});

describe('rows kept to be mended', () => {
  it('are listed newest first, read as far as asked, and forgotten', async () => {
    const job = jobOf('accounts', ['Name,City', ...Array.from({ length: 30 }, (_, n) => `,City ${n}`)]);
    const problems = new Map(Array.from({ length: 30 }, (_, n) => [n + 2, [wrong(n + 2)]]));
    expect(await keepLeftOut(made.book, 'first', job, problems, words, 1)).toBe('first');
    expect(await keepLeftOut(made.book, 'second', job, new Map([[3, [wrong(3), wrong(3)]]]), words, 2)).toBe('second');
    expect(await keepLeftOut(made.book, 'none', job, new Map(), words, 3)).toBeNull();
    expect(listLeftOut(made.book)).toEqual([{ id: 'second', file: 'file.csv', kind: 'accounts', at: 2, rows: 1 }, { id: 'first', file: 'file.csv', kind: 'accounts', at: 1, rows: 30 }]);
    expect(readLeftOut(made.book, 'second', 10)).toMatchObject({ total: 1, rows: [{ row: 3, problem: 'missing-value! missing-value!', cells: ['', 'City 1'] }] });
    expect(readLeftOut(made.book, 'first', 4)).toMatchObject({ total: 30, rows: { length: 4 } });
    dropLeftOut(made.book, 'first');
    expect(listLeftOut(made.book).map(({ id }) => id)).toEqual(['second']);
    expect(() => readLeftOut(made.book, 'first', 1)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('keep quotes, commas, line breaks and cells beyond the header', async () => {
    const job = jobOf('accounts', ['Name,City', '"a ""b"", c","x', 'y"', '1,2,3,4']);
    await keepLeftOut(made.book, 'id', job, new Map([[2, [wrong(2)]], [3, [wrong(3)]]]), words, 1);
    expect(readLeftOut(made.book, 'id', 10).rows.map(({ cells }) => cells)).toEqual([['a "b", c', 'x\ny'], ['1', '2', '3', '4']]);
  });

  it('leave no trace in the change log', async () => {
    const before = made.book.db.prepare('SELECT count(*) AS n FROM change').get();
    await keepLeftOut(made.book, 'id', jobOf('accounts', ['Name', 'x']), new Map([[2, [wrong(2)]]]), words, 1);
    rememberSource(made.book, ['Name'], 'accounts', { mapping: { name: 0 }, choices: plainChoices }, 1);
    expect(made.book.db.prepare('SELECT count(*) AS n FROM change').get()).toEqual(before);
  });
});

describe('rows that speak of a person who is erased', () => {
  const lines = ['Contact,First,Last,Mail', 'Ana Trujillo,,,', ',Ana,Trujillo,', ',,,ANA@example.com', 'Ana Other,,,', ',陈,大文,', '林晓彤,,,'];
  const keep = (id: string, rows: number[]) => keepLeftOut(made.book, id, jobOf('people', lines), new Map(rows.map((row) => [row, [wrong(row)]])), words, 1);

  it('go, however the file writes them, and the others stay', async () => {
    await keep('id', [2, 3, 4, 5, 6, 7]);
    forgetLeftOut(made.book, ['Ana Trujillo', 'ana@example.com', '']);
    expect(readLeftOut(made.book, 'id', 10)).toMatchObject({ total: 3, rows: [{ row: 5 }, { row: 6 }, { row: 7 }] });
    forgetLeftOut(made.book, ['陈大文']);
    expect(readLeftOut(made.book, 'id', 10).rows.map(({ row }) => row)).toEqual([5, 7]);
    expect(listLeftOut(made.book)).toMatchObject([{ rows: 2 }]);
  });

  it('take their list along when nothing is left of it, and none that says nothing of them', async () => {
    await keep('theirs', [2, 3]);
    await keep('others', [5]);
    forgetLeftOut(made.book, ['Ana Trujillo']);
    expect(listLeftOut(made.book).map(({ id }) => id)).toEqual(['others']);
    forgetLeftOut(made.book, ['', '  ']);
    expect(listLeftOut(made.book).map(({ id }) => id)).toEqual(['others']);
  });
});

describe('sources', () => {
  const source = { mapping: { name: 1 }, choices: { ...plainChoices, createAccounts: true } };

  it('are known by their headers in any writing, apart by what they hold', () => {
    rememberSource(made.book, ['Customer ID', 'Company Name'], 'accounts', source, 1);
    expect(recallSource(made.book, ['customer_id', 'COMPANY NAME'], 'accounts')).toEqual(source);
    expect(recallSource(made.book, ['Customer ID', 'Company Name', 'ballast:row', 'ballast:problem'], 'accounts')).toEqual(source);
    expect(recallSource(made.book, ['Company Name', 'Customer ID'], 'accounts')).toBeNull();
    expect(recallSource(made.book, ['Customer ID', 'Company Name'], 'people')).toBeNull();
  });

  it('are remembered as they were read the last time', () => {
    rememberSource(made.book, ['A'], 'accounts', source, 1);
    rememberSource(made.book, ['A'], 'accounts', { ...source, mapping: { alias: 0 } }, 2);
    expect(recallSource(made.book, ['A'], 'accounts')?.mapping).toEqual({ alias: 0 });
  });

  it('that this version cannot read are as if they were new', () => {
    made.book.writeLocal(() => made.book.db.exec(`INSERT INTO import_source VALUES ('["a"]', 'accounts', 'no json', '{}', 1), ('["b"]', 'accounts', '{"name":0}', '{"dateOrder":"never"}', 1)`));
    expect([recallSource(made.book, ['A'], 'accounts'), recallSource(made.book, ['B'], 'accounts')]).toEqual([null, null]);
  });
});
