import { describe, expect, it } from 'vitest';
import type { ParseBatch } from '#core/features/imports/parse-job.ts';
import { RecordWindow } from '#core/features/imports/record-window.ts';

const record = (row: number) => ({ row, values: { accountExternalId: `C${row % 7}`, at: row, summary: `Visit ${row}` } });

/** The batches of `rows` records, gathered stretch by stretch as a parser does, a byte a row. */
function batchesOf(rows: number, sorted: boolean): { stretches: ParseBatch<'interactions'>[][] } {
  const window = new RecordWindow<'interactions'>({ rowsOf: () => 1, accountOf: sorted ? ({ values }) => values.accountExternalId ?? '' : undefined });
  const stretches: ParseBatch<'interactions'>[][] = [];
  for (let row = 1; row <= rows; row += 1) {
    window.add(record(row));
    if (window.full) stretches.push([...window.take(row)]);
  }
  stretches.push([...window.take(rows)]);
  return { stretches };
}

const rowsIn = (batches: readonly ParseBatch[]): number => batches.reduce((sum, { rows }) => sum + rows, 0);

describe('records on their way to the writer', () => {
  it('come account by account within a stretch of the file, those of one in the order of the file', () => {
    const { stretches: [first = []] } = batchesOf(1_500, true);
    const records = first.flatMap((batch) => batch.records);
    expect(records).toHaveLength(1_500);
    const places = records.map(({ row, values }) => `${values.accountExternalId} ${String(row).padStart(5, '0')}`);
    expect(places).toEqual(places.toSorted());
  });

  it('begin with a short stretch, so that writing begins soon, and go on in longer ones', () => {
    const { stretches } = batchesOf(80_000, true);
    expect(stretches.map(rowsIn)).toEqual([2_000, 4_000, 8_000, 16_000, 20_000, 20_000, 10_000]);
    expect(Math.max(...stretches.flat().map(({ rows }) => rows))).toBe(1_000);
  });

  it('stay in the order of the file where nothing is gained by another', () => {
    const { stretches } = batchesOf(2_500, false);
    expect(stretches.flat().flatMap((batch) => batch.records.map(({ row }) => row))).toEqual(Array.from({ length: 2_500 }, (_, n) => n + 1));
  });

  it('tell how far the file was read, never less than before', () => {
    const bytes = batchesOf(9_000, true).stretches.flat().map((batch) => batch.bytes);
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
    expect(bytes.at(-1)).toBe(9_000);
  });

  it('count what was refused and left out beside them', () => {
    const window = new RecordWindow<'interactions'>({ rowsOf: () => 1, accountOf: () => '' });
    window.add(record(1));
    window.reject([{ row: 2, column: null, code: 'missing-value', value: null }]);
    window.skip(3);
    const batches = [...window.take(6)];
    expect(batches.reduce((sum, { rejected }) => sum + rejected, 0)).toBe(1);
    expect(batches.reduce((sum, { skipped }) => sum + skipped, 0)).toBe(3);
    expect(rowsIn(batches)).toBe(2);
  });
});
