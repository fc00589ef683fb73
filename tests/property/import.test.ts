import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvSplitter } from '#core/features/imports/csv-splitter.ts';
import { diffLines, type GivenLine, type StoredLine } from '#shared/domain/import/diff-lines.ts';
import { completeLine } from '#shared/domain/import/order-line.ts';
import { readDate } from '#shared/domain/import/read-date.ts';
import { readNumber } from '#shared/domain/import/read-number.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 200);

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('CSV', () => {
  const cell = fc.oneof(fc.constantFrom('', 'a', '"', ',', '\n', ' ', '客户', '""', 'x"y', '😀', '=1'), fc.string({ unit: 'grapheme', maxLength: 8 }))
    .map((text) => text.replaceAll('\r', ''));
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });

  it('comes back as it was written, wherever the text is cut', () => {
    fc.assert(fc.property(table, fc.infiniteStream(fc.boolean()), fc.array(fc.nat(40), { maxLength: 12 }), fc.boolean(), (rows, always, cuts, endsWithNewline) => {
      const must = (text: string): boolean => /[",\n]/.test(text) || text !== text.trim();
      const text = rows.map((row) => row.map((each) => (must(each) || always.next().value ? quote(each) : each)).join(',')).join('\n') + (endsWithNewline ? '\n' : '');
      const splitter = new CsvSplitter(',');
      const found = [];
      let at = 0;
      for (const length of cuts) {
        found.push(...splitter.push(text.slice(at, at + length), false));
        at += length;
      }
      found.push(...splitter.push(text.slice(at), true));
      const filled = rows.map((row, index) => ({ row: index + 1, cells: row })).filter(({ cells }) => cells.some((each) => each.trim() !== ''));
      expect(found).toEqual(filled);
    }), { numRuns: RUNS });
  });

  it('is split the same wherever broken text is cut', () => {
    const noise = fc.array(fc.oneof({ arbitrary: fc.constantFrom('"', ',', '\n', 'a', ' ', '\t', '"" ', '" ,', '"a"\n', '"a\nb"  ,', '"a\n"  \n'), weight: 30 }, { arbitrary: fc.constant(`${'wide '.repeat(60)}\n`), weight: 1 }), { maxLength: 80 });
    fc.assert(fc.property(noise, fc.array(fc.nat(400), { maxLength: 12 }), (parts, cuts) => {
      const text = parts.join('');
      const splitter = new CsvSplitter(',');
      let at = 0;
      const found = cuts.flatMap((length) => splitter.push(text.slice(at, at += length), false));
      expect([...found, ...splitter.push(text.slice(at), true)]).toEqual(new CsvSplitter(',').push(text, true));
    }), { numRuns: RUNS });
  });

  it('loses no line after broken quotation marks, and takes any text without failing', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', ' '), maxLength: 60 }), (noise) => {
      const rows = new CsvSplitter(',').push(`${noise}\n"last",1\nlast,2`, true);
      expect(rows.at(-1)?.cells).toEqual(['last', '2']);
      expect(rows.map(({ row }) => row)).toEqual(rows.map(({ row }) => row).toSorted((a, b) => a - b));
    }), { numRuns: RUNS });
  });
});

describe('numbers', () => {
  const amount = fc.integer({ min: -(2 ** 50), max: 2 ** 50 });
  const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

  it('read back every exact amount, grouped, signed and full-width', () => {
    fc.assert(fc.property(amount, fc.constantFrom('', '$', '￥', 'USD '), fc.boolean(), fc.boolean(), (value, sign, grouped, wide) => {
      const digits = String(Math.abs(value)).padStart(5, '0');
      const whole = digits.slice(0, -4);
      const body = `${sign}${grouped ? group(whole) : whole}.${digits.slice(-4)}`;
      const written = value < 0 ? `(${body})` : body;
      const text = wide ? written.replaceAll(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)) : written;
      expect(readNumber(text)).toEqual({ ok: true, value });
    }), { numRuns: RUNS });
  });

  it('never make a number of text that is none', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
      const result = readNumber(text);
      if (result.ok) expect(text.normalize('NFKC')).toMatch(/\d/);
      else expect(['number-invalid', 'number-ambiguous', 'number-too-large']).toContain(result.error);
    }), { numRuns: RUNS });
  });
});

describe('dates', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

  it('read back every day in every year-first form', () => {
    fc.assert(fc.property(day, fc.constantFrom('-', '/', '.'), fc.constantFrom('', ' 00:00:00.000', 'T23:59', ' 7:05'), (date, mark, time) => {
      const [year, month, dayOfMonth] = date.split('-').map(Number);
      expect(readDate(`${year}${mark}${month}${mark}${dayOfMonth}${time}`, 'UTC')).toEqual({ ok: true, value: date });
      expect(readDate(`${year}年${month}月${dayOfMonth}日${time.replace('T', ' ')}`, 'UTC')).toEqual({ ok: true, value: date });
    }), { numRuns: RUNS });
  });

  it('never take one day for another where the year is last', () => {
    fc.assert(fc.property(day, fc.boolean(), (date, monthFirst) => {
      const [year = '', month = '', dayOfMonth = ''] = date.split('-');
      const result = readDate(monthFirst ? `${month}/${dayOfMonth}/${year}` : `${dayOfMonth}/${month}/${year}`, 'UTC');
      const clear = Number(dayOfMonth) > 12 || month === dayOfMonth;
      expect(result).toEqual(clear ? { ok: true, value: date } : { ok: false, error: 'date-ambiguous' });
    }), { numRuns: RUNS });
  });
});

describe('the lines of an order', () => {
  const values = fc.record({ price: fc.integer({ min: 0, max: 3 }), quantity: fc.constantFrom(10_000, 20_000) });
  const product = fc.constantFrom('A', 'B', 'C');
  const given = fc.array(fc.record({ productId: product, values }), { maxLength: 7 }).map((lines): GivenLine[] => lines.map((line, index) => ({ row: index + 2, ...line })));
  const stored = given.map((lines): StoredLine[] => lines.map((line, index) => ({ lineNo: index * 2 + 1, ...completeLine(line.values, line.productId, null) })));
  const key = ({ productId, price, quantity }: { productId: string | null; price: number; quantity: number }) => `${productId} ${price} ${quantity}`;

  function apply(before: StoredLine[], { updates, inserts, removes }: ReturnType<typeof diffLines>): StoredLine[] {
    const lines = new Map(before.map((line) => [line.lineNo, line]));
    for (const line of [...updates, ...inserts]) lines.set(line.lineNo, line);
    for (const lineNo of removes) lines.delete(lineNo);
    return [...lines.values()];
  }

  it('become those of the file, and then stay', () => {
    fc.assert(fc.property(stored, given, (before, lines) => {
      const difference = diffLines(before, lines, false);
      const after = apply(before, difference);
      const wanted = lines.map((line) => key(completeLine(line.values, line.productId, null)));
      expect(after.map(key).toSorted()).toEqual(wanted.toSorted());
      expect(new Set(difference.updates.map(({ lineNo }) => lineNo)).size).toBe(difference.updates.length);
      expect(diffLines(after, lines, false)).toEqual({ same: lines.length, updates: [], inserts: [], removes: [], unclear: [] });
    }), { numRuns: RUNS });
  });

  it('stay also where some name no product, whatever the order had before', () => {
    const some = given.chain((lines) => fc.tuple(...lines.map((each) => fc.boolean().map((isNameless) => (isNameless ? { ...each, productId: null } : each)))));
    fc.assert(fc.property(stored, some, (before, lines) => {
      const after = apply(before, diffLines(before, lines, false));
      expect(after).toHaveLength(lines.length);
      expect(diffLines(after, lines, false)).toEqual({ same: lines.length, updates: [], inserts: [], removes: [], unclear: [] });
    }), { numRuns: RUNS });
  });

  it('lose nothing to a file that may lack rows', () => {
    fc.assert(fc.property(stored, given, (before, lines) => {
      const difference = diffLines(before, lines, true);
      expect(difference.removes).toEqual([]);
      expect(apply(before, difference).length).toBeGreaterThanOrEqual(before.length);
      expect(difference.same + difference.updates.length + difference.inserts.length + difference.unclear.length).toBe(lines.length);
    }), { numRuns: RUNS });
  });
});
