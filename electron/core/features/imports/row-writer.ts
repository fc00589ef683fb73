import { open, type FileHandle } from 'node:fs/promises';
import { CodedError } from '#shared/kernel/coded-error.ts';

const FLUSH = 131_072;
const MAX_WRITTEN = 1024 ** 3;

const SPECIAL = /[",\r\n]/;

function field(text: string): string {
  const plain = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  return SPECIAL.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Writes records so that each has the number of its row: rows in between that hold nothing become blank ones. */
export class RowWriter {
  count = 0;
  readonly #file: FileHandle;
  readonly #name: string;
  #last = 0;
  #text = '';
  #written = 0;

  private constructor(file: FileHandle, name: string) {
    this.#file = file;
    this.#name = name;
  }

  /** @param name the name a person knows the source by */
  static async open(target: string, name: string): Promise<RowWriter> {
    return new RowWriter(await open(target, 'w', 0o600), name);
  }

  /** Writes rows in the order of their numbers. @throws CodedError `archive-too-large` when the text outgrows what any table needs */
  async add(rows: Iterable<{ row: number; cells: readonly string[] }>): Promise<void> {
    for (const { row, cells } of rows) {
      this.#append(row, cells);
      if (this.#text.length >= FLUSH) await this.#flush();
    }
  }

  #append(row: number, cells: readonly string[]): void {
    const joined = cells.join('\t');
    if (joined.trim() === '') return;
    // Nearly every row: no cell of it needs quotation marks.
    const line = SPECIAL.test(joined) ? cells.map(field).join(',') : cells.join(',');
    this.#text += `${'\n'.repeat(row - this.#last - 1)}${line}\n`;
    this.#last = row;
    this.count += 1;
  }

  async close(): Promise<void> {
    try {
      await this.#flush();
    } finally {
      await this.#file.close();
    }
  }

  async #flush(): Promise<void> {
    this.#written += this.#text.length;
    if (this.#written > MAX_WRITTEN) throw new CodedError('archive-too-large', { where: { file: this.#name } });
    const text = this.#text;
    this.#text = '';
    await this.#file.write(text);
  }
}
