import { sheetNumber } from '#shared/domain/import/sheet-number.ts';
import { BiffReader, biffRecords, type BiffRecord } from './biff-record.ts';
import type { OldWorkbook } from './open-old-workbook.ts';

const [BOF, EOF] = [0x0809, 0x0A];
const [LABEL_SST, LABEL, RSTRING, NUMBER, RK, MULRK, FORMULA, STRING, BOOL_ERR] = [0xFD, 0x204, 0xD6, 0x203, 0x27E, 0xBD, 0x06, 0x207, 0x205];
/** Records between two looks at whether the reading shall go on. */
const PIECE = 20_000;

const GENERAL = { kind: 'number', digits: 0 } as const;

/** A number in four bytes: 30 bits of a whole number or of the higher half of a double, perhaps a hundred times too large. */
function packedNumber(packed: number): number {
  const double = Buffer.alloc(8);
  double.writeUInt32LE((packed & ~3) >>> 0, 4);
  const value = packed & 2 ? packed >> 2 : double.readDoubleLE(0);
  return packed & 1 ? value / 100 : value;
}

/** The rows of a sheet, gathered: cells need not come in the order of their rows. */
export class OldSheet {
  readonly #book: OldWorkbook;
  readonly #rows = new Map<number, string[]>();
  /** The cell whose formula ends in a text, which comes in a record of its own. */
  #awaited: { row: number; column: number } | null = null;
  #depth = 0;
  #row = 0;

  constructor(book: OldWorkbook) {
    this.#book = book;
  }

  /** The row last read, from 1. */
  get row(): number {
    return this.#row + 1;
  }

  /** Reads the records from a sheet's place on; each step is a piece of the work. @throws RangeError where they contradict themselves */
  *read(from: number): Generator<void> {
    let count = 0;
    for (const record of biffRecords(this.#book.stream, from)) {
      if (record.type === BOF) this.#depth += 1;
      else if (record.type === EOF) this.#depth -= 1;
      // Charts within a sheet have records of their own.
      else if (this.#depth === 1) this.#take(record);
      if (this.#depth <= 0) return;
      count += 1;
      if (count % PIECE === 0) yield;
    }
    throw new RangeError('a sheet without an end');
  }

  /** Rows that hold something, in their order, by their number. */
  rows(): { row: number; cells: string[] }[] {
    return [...this.#rows].toSorted(([a], [b]) => a - b).map(([row, cells]) => ({ row: row + 1, cells: Array.from(cells, (text) => text ?? '') }));
  }

  #take(record: BiffRecord): void {
    if (record.type === STRING) return this.#endFormula(new BiffReader(record).text());
    const [data] = record.parts;
    if (!data || ![LABEL_SST, LABEL, RSTRING, NUMBER, RK, MULRK, FORMULA, BOOL_ERR].includes(record.type)) return;
    const [row, column, style] = [data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4)];
    this.#row = row;
    switch (record.type) {
      case LABEL_SST: return this.#put(row, column, this.#book.strings[data.readUInt32LE(6)] ?? '');
      case NUMBER: return this.#putNumber(row, column, style, data.readDoubleLE(6));
      case RK: return this.#putNumber(row, column, style, packedNumber(data.readInt32LE(6)));
      case MULRK:
        for (let at = 4; at + 6 <= data.length - 2; at += 6) this.#putNumber(row, column + (at - 4) / 6, data.readUInt16LE(at), packedNumber(data.readInt32LE(at + 2)));
        return;
      case FORMULA: return this.#putFormula(row, column, style, data);
      case BOOL_ERR: return this.#put(row, column, data.readUInt8(7) === 0 ? this.#truth(data.readUInt8(6)) : '');
      default: {
        const reader = new BiffReader(record);
        reader.skip(6);
        this.#put(row, column, reader.text());
      }
    }
  }

  #putFormula(row: number, column: number, style: number, data: Buffer): void {
    if (data.readUInt16LE(12) !== 0xFFFF) return this.#putNumber(row, column, style, data.readDoubleLE(6));
    const kind = data.readUInt8(6);
    if (kind === 0) this.#awaited = { row, column };
    else if (kind === 1) this.#put(row, column, this.#truth(data.readUInt8(8)));
  }

  #endFormula(text: string): void {
    const cell = this.#awaited;
    this.#awaited = null;
    if (cell) this.#put(cell.row, cell.column, text);
  }

  #truth(value: number): string {
    return value === 0 ? 'FALSE' : 'TRUE';
  }

  #putNumber(row: number, column: number, style: number, value: number): void {
    const { formats, from1904 } = this.#book;
    this.#put(row, column, Number.isFinite(value) ? sheetNumber(String(value), formats[style] ?? GENERAL, from1904) : '');
  }

  #put(row: number, column: number, text: string): void {
    const plain = text.includes('\0') ? text.replaceAll('\0', '') : text;
    if (plain === '') return;
    const cells = this.#rows.get(row);
    if (cells) cells[column] = plain;
    else {
      const made: string[] = [];
      made[column] = plain;
      this.#rows.set(row, made);
    }
  }
}
