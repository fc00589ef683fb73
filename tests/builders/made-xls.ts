const SECTOR = 512;
const MINI = 64;
const CUTOFF = 4_096;
const END = 0xFFFF_FFFE;
const LISTED = 109;

const numbers = (values: readonly number[], size: 1 | 2 | 4): Buffer => {
  const bytes = Buffer.alloc(values.length * size);
  values.forEach((value, n) => bytes.writeUIntLE(value, n * size, size));
  return bytes;
};
export const u8 = (...values: number[]): Buffer => numbers(values, 1);
export const u16 = (...values: number[]): Buffer => numbers(values, 2);
export const u32 = (...values: number[]): Buffer => numbers(values, 4);
export const f64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};

const padded = (bytes: Buffer, to: number): Buffer => Buffer.concat([bytes, Buffer.alloc((to - bytes.length % to) % to)]);

function entry(name: string, type: number, links: { right?: number; child?: number; start: number; size: number }): Buffer {
  const label = Buffer.from(`${name}\0`, 'utf16le');
  const none = 0xFFFF_FFFF;
  return Buffer.concat([
    label, Buffer.alloc(64 - label.length), u16(label.length), u8(type, 1), u32(none, links.right ?? none, links.child ?? none), Buffer.alloc(36), u32(links.start, links.size, 0),
  ]);
}

/** A compound file of these streams: small ones in the root's own, large ones in sectors of theirs. */
export function compoundFile(streams: Readonly<Record<string, Buffer>>): Buffer {
  const sectors: Buffer[] = [];
  const fat: number[] = [];
  const add = (bytes: Buffer): number => {
    const first = sectors.length;
    const whole = padded(bytes, SECTOR);
    for (let at = 0; at < whole.length; at += SECTOR) {
      sectors.push(whole.subarray(at, at + SECTOR));
      fat.push(at + SECTOR < whole.length ? sectors.length : END);
    }
    return whole.length === 0 ? END : first;
  };
  const mini: Buffer[] = [];
  const miniFat: number[] = [];
  const placed = Object.entries(streams).map(([name, bytes]) => {
    if (bytes.length >= CUTOFF) return { name, start: add(bytes), size: bytes.length };
    const start = miniFat.length;
    const count = Math.ceil(bytes.length / MINI);
    for (let n = 0; n < count; n += 1) miniFat.push(n + 1 < count ? start + n + 1 : END);
    mini.push(padded(bytes, MINI));
    return { name, start: count === 0 ? END : start, size: bytes.length };
  });
  const all = Buffer.concat(mini);
  const root = entry('Root Entry', 5, { child: placed.length > 0 ? 1 : 0xFFFF_FFFF, start: add(all), size: all.length });
  const directory = add(Buffer.concat([root, ...placed.map(({ name, start, size }, n) => entry(name, 2, { start, size, ...(n + 1 < placed.length ? { right: n + 2 } : {}) }))]));
  const miniStart = add(u32(...miniFat));
  let tables = 1;
  let lists = 0;
  while (tables * 128 < sectors.length + tables + lists) {
    tables += 1;
    lists = Math.ceil(Math.max(0, tables - LISTED) / 127);
  }
  const first = sectors.length;
  const ids = Array.from({ length: tables }, (_, n) => first + n);
  const all32 = [...fat, ...ids.map(() => 0xFFFF_FFFD), ...Array.from({ length: lists }, () => 0xFFFF_FFFC)];
  while (all32.length < tables * 128) all32.push(0xFFFF_FFFF);
  const rest = Array.from({ length: lists }, (_, n) => {
    const part = ids.slice(LISTED + n * 127, LISTED + (n + 1) * 127);
    while (part.length < 127) part.push(0xFFFF_FFFF);
    return u32(...part, n + 1 < lists ? first + tables + n + 1 : END);
  });
  const listed = ids.slice(0, LISTED);
  while (listed.length < LISTED) listed.push(0xFFFF_FFFF);
  const header = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(16), u16(0x3E, 3, 0xFFFE, 9, 6), Buffer.alloc(6),
    u32(0, tables, directory, 0, CUTOFF, miniFat.length > 0 ? miniStart : END, miniFat.length > 0 ? 1 : 0, lists > 0 ? first + tables : END, lists), u32(...listed),
  ]);
  return Buffer.concat([header, ...sectors, u32(...all32), ...rest]);
}

export const record = (type: number, ...parts: Uint8Array[]): Buffer => {
  const data = Buffer.concat(parts);
  return Buffer.concat([u16(type, data.length), data]);
};

/** A text of a workbook, in two bytes a letter. @param length how its length is written before it */
export const biffText = (text: string, length: typeof u8 = u16): Buffer => Buffer.concat([length(text.length), u8(1), Buffer.from(text, 'utf16le')]);

export interface MadeXls {
  sheets: { name: string; hidden?: boolean; kind?: number; cells: Uint8Array[] }[];
  strings?: string[];
  /** In place of `strings`: the record of texts and what goes on from it. */
  sst?: Buffer;
  /** Number format codes; the n-th is style n + 1. */
  formats?: string[];
  from1904?: boolean;
  /** Further records at the beginning. */
  extra?: Buffer[];
  version?: number;
}

const end = record(0x0A);

/** The stream of a workbook as Excel 97 would write it. */
export function biffStream({ sheets, strings = [], sst, formats = [], from1904 = false, extra = [], version = 0x0600 }: MadeXls): Buffer {
  const begin = record(0x0809, u16(version, 0x05, 0, 0));
  const texts = sst ?? record(0xFC, u32(strings.length, strings.length), ...strings.map((text) => biffText(text)));
  const styles = [record(0xE0, u16(0, 0)), ...formats.map((_, n) => record(0xE0, u16(0, 164 + n)))];
  const head = [begin, ...extra, record(0x22, u16(from1904 ? 1 : 0)), ...formats.map((code, n) => record(0x41E, u16(164 + n), biffText(code))), ...styles];
  const bodies = sheets.map(({ cells }) => Buffer.concat([begin, ...cells, end]));
  const list = (from: readonly number[]): Buffer[] => sheets.map(({ name, hidden, kind = 0 }, n) => record(0x85, u32(from[n] ?? 0), u8(hidden ? 1 : 0, kind), biffText(name, u8)));
  let at = Buffer.concat([...head, ...list([]), texts, end]).length;
  const places = bodies.map((body) => (at += body.length) - body.length);
  return Buffer.concat([...head, ...list(places), texts, end, ...bodies]);
}

/** A workbook as Excel 97 to 2003 would have saved it. */
export const madeXls = (book: MadeXls): Buffer => compoundFile({ '\u0005SummaryInformation': Buffer.from('made'), Workbook: biffStream(book) });

export const shared = (row: number, column: number, index: number): Buffer => record(0xFD, u16(row, column, 0), u32(index));
export const numeric = (row: number, column: number, value: number, style = 0): Buffer => record(0x203, u16(row, column, style), f64(value));
