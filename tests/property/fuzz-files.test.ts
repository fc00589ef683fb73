import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { errorTable } from '#shared/contract/errors.ts';
import { biffStream, compoundFile, madeXls, numeric, record, shared, u16, type MadeXls } from '#tests/builders/made-xls.ts';
import { madeXlsx } from '#tests/builders/made-xlsx.ts';
import { readFile } from '#tests/builders/read-file.ts';

/** Mutations of each format; `npm run test:fuzz` asks for ten times as many. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? '5000');
const SEED = Number(process.env['FUZZ_SEED'] ?? '20261123');
/** Generous, for machines that do much else at the time; a hang is far longer. */
const SLOW_MS = 10_000;

const dir = mkdtempSync(join(tmpdir(), 'ballast-fuzz-'));
const rejections: unknown[] = [];
const note = (reason: unknown): void => void rejections.push(reason);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => {
  process.off('unhandledRejection', note);
  rmSync(dir, { recursive: true, force: true });
});

/** Numbers that are the same on every machine (a 32-bit xorshift). @returns below `limit` */
function dice(seed: number): (limit: number) => number {
  let state = seed | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(1, limit);
  };
}

type Roll = ReturnType<typeof dice>;

const NASTY = ['__proto__', 'constructor', 'prototype', '"', '""', "'", ',', '\n', '\r', '\0', '=cmd()', '\ufeff', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '&#0;', '&#x110000;', '<![CDATA[', '<!--',
  '</row>', '<c r="XFD1048576"/>', '<row r="1048576">', '<row r="0">', '<c r="A1" t="s"><v>99999999</v></c>', '<v>1e308</v>', '<v>-1</v>', '<sheet name="', '_x0000_', 'sep=;\n', '<table>', '%PDF-', '\x1f\x8b', 'PK\x03\x04']
  .map((text) => Buffer.from(text, 'latin1'));
const BYTES = [0, 1, 10, 13, 34, 44, 60, 62, 127, 128, 255];

function splice(bytes: Buffer, at: number, drop: number, put: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)]);
}

function mutateOnce(bytes: Buffer, other: Buffer, roll: Roll): Buffer {
  const at = roll(bytes.length);
  switch (roll(8)) {
    case 0: return splice(bytes, at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << roll(8))));
    case 1: return splice(bytes, at, 1, Uint8Array.of(BYTES[roll(BYTES.length)] ?? 0));
    case 2: return bytes.subarray(0, at);
    case 3: return splice(bytes, at, roll(64), Buffer.alloc(0));
    case 4: return splice(bytes, at, 0, bytes.subarray(roll(bytes.length)).subarray(0, roll(256)));
    case 5: return splice(bytes, at, 0, NASTY[roll(NASTY.length)] ?? Buffer.alloc(0));
    case 6: return splice(bytes, at, roll(64), other.subarray(roll(other.length)).subarray(0, roll(128)));
    // Numbers of lengths and offsets, as directories of archives hold them.
    default: return splice(bytes, at, 4, Buffer.from([[255, 255, 255, 255], [0, 0, 0, 0], [255, 255, 255, 127], [roll(256), roll(4), 0, 0]][roll(4)] ?? []));
  }
}

/** Now and then the same piece stands very often: what takes its time for each and looks at all others each time takes for ever. */
function multiply(bytes: Buffer, roll: Roll): Buffer {
  const at = roll(bytes.length);
  const piece = bytes.subarray(at, at + 1 + roll(32));
  return splice(bytes, at, 0, Buffer.concat(Array<Buffer>(4_000).fill(piece)));
}

function mutate(bytes: Buffer, other: Buffer, roll: Roll): Buffer {
  let made = roll(100) === 0 ? multiply(bytes, roll) : bytes;
  for (let n = roll(3); n >= 0; n -= 1) made = mutateOnce(made, other, roll);
  return made;
}

const TABLE = 'Customer ID,Company Name,City,Customer Since\nC1,"Ernst ""H"" Handel",Graz,2020-01-31\nC2,"two\nlines",,\n__proto__,constructor,prototype,1\nC3,México,São Paulo,01/02/2024\n';
const CHINESE = '客户编号;客户名称;城市\r\n甲一;"海川 ""重工""";上海\r\n乙二;远山物流;成都\r\n';
/** `海川,上海` and a header of plain letters in the encodings that JavaScript cannot write. */
const GBK = Buffer.concat([Buffer.from('id,name\n'), ...Array.from({ length: 6 }, () => Buffer.from([0xba, 0xa3, 0xb4, 0xa8, 0x2c, 0xc9, 0xcf, 0xba, 0xa3, 0x0a]))]);
const BIG5 = Buffer.concat([Buffer.from('id,name\n'), ...Array.from({ length: 6 }, () => Buffer.from([0xae, 0xfc, 0xa4, 0x74, 0x2c, 0xa4, 0x57, 0xae, 0xfc, 0x0a]))]);
const PAGE = '<html><meta charset=utf-8><table border=1><tr><th colspan=2>客户<th>City<tr><td rowspan=2>a<td>b<td>c<tr><td>d<td>&nbsp;e&amp;</table></html>';

const workbook = madeXlsx({
  strings: ['<t>客户名称</t>', '<r><t>rich</t></r><r><t> text_x000D_</t></r>'], formats: ['yyyy-mm-dd', '00000'],
  sheets: [
    { name: '客户', rows: [['notice'], [], [{ xml: '<c t="s"><v>0</v></c>' }, 'City', 'Since'], [{ xml: '<c t="s"><v>1</v></c>' }, '上海', { xml: '<c s="1"><v>44155.5</v></c>' }], ['x', { xml: '<c t="e"><v>#N/A</v></c>' }, 1e10]] },
    { name: 'hidden', state: 'hidden', rows: [['__proto__', 'b']] },
  ],
});

const OLD: MadeXls = {
  strings: ['客户名称', 'City', '上海'], formats: ['yyyy-mm-dd'],
  sheets: [
    { name: '客户', cells: [shared(0, 0, 0), shared(0, 1, 1), shared(1, 0, 2), numeric(1, 1, 44_155.5, 1), record(0x27E, u16(2, 0, 0, 30, 0)), record(0x06, u16(3, 0, 0, 0, 0, 0, 0xFFFF, 0, 0, 0)), record(0x207, u16(1), Buffer.from('\0x'))] },
    { name: 'hidden', hidden: true, cells: [shared(0, 0, 1)] },
  ],
};

/** An archive that is sound whatever it holds. */
function storedZip(parts: Record<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, bytes] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(crc32(bytes), 16);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    bodies.push(local, name, bytes);
    offset += local.length + name.length + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.reduce((sum, bytes) => sum + bytes.length, 0), 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const RELATIONS = '<Relationships><Relationship Id="a" Type="/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="c" Type="/styles" Target="styles.xml"/></Relationships>';

/** A workbook whose parts are all one text, cut where its marks stand; what breaks it is told apart from what breaks the archive. */
function workbookOf(bytes: Buffer): Buffer {
  const [sheet = '', strings = '', styles = '', book = ''] = bytes.toString('latin1').split('|||');
  return storedZip({
    'xl/workbook.xml': Buffer.from(book, 'latin1'), 'xl/_rels/workbook.xml.rels': Buffer.from(RELATIONS), 'xl/worksheets/sheet1.xml': Buffer.from(sheet, 'latin1'),
    'xl/sharedStrings.xml': Buffer.from(strings, 'latin1'), 'xl/styles.xml': Buffer.from(styles, 'latin1'),
  });
}

const SHEET = ['<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>客户 &amp; "Name"</t></is></c><c r="B1" t="s"><v>0</v></c></row><row r="3"><c r="A3" s="1"><v>44155</v></c><c r="C3" t="b"><v>1</v></c></row></sheetData></worksheet>',
  '<sst><si><t>b</t></si></sst>', '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>',
  '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="a"/></sheets></workbook>'].join('|||');

const formats: [name: string, seeds: () => Promise<Buffer[]>, pack: (bytes: Buffer) => Promise<Buffer>][] = [
  ['CSV', async () => [Buffer.from(TABLE), Buffer.from(CHINESE), Buffer.from(PAGE)], async (bytes) => bytes],
  ['CSV in other encodings', async () => [GBK, BIG5, Buffer.from(`\ufeff${CHINESE}`, 'utf16le'), Buffer.from(TABLE, 'latin1')], async (bytes) => bytes],
  ['gzip', async () => [gzipSync(TABLE), gzipSync(await workbook), Buffer.from(TABLE), GBK], async (bytes) => (bytes[0] === 0x1f ? bytes : gzipSync(bytes, { level: 1 }))],
  ['XLS', async () => [madeXls(OLD), compoundFile({ Workbook: Buffer.concat([biffStream(OLD), Buffer.alloc(4_096)]) })], async (bytes) => bytes],
  ['records of XLS', async () => [biffStream(OLD)], async (bytes) => compoundFile({ Workbook: bytes })],
  ['XLSX', async () => [await workbook], async (bytes) => bytes],
  ['parts of XLSX', async () => [Buffer.from(SHEET)], async (bytes) => workbookOf(bytes)],
];

describe.each(formats)('mutated %s', (name, seedsOf, pack) => {
  it(`ends ${RUNS} times in rows or a named error, soon, and leaves nothing behind`, async () => {
    const seeds = await seedsOf();
    const roll = dice(SEED + name.length);
    const prototype = Reflect.ownKeys(Object.prototype).length;
    const ends = { rows: 0, errors: 0 };
    for (let run = 0; run < RUNS; run += 1) {
      const bytes = await pack(mutate(seeds[roll(seeds.length)] ?? Buffer.alloc(0), seeds[roll(seeds.length)] ?? Buffer.alloc(0), roll));
      const path = join(dir, 'mutated');
      writeFileSync(path, bytes);
      const since = performance.now();
      try {
        const { rows, headers } = await readFile(path, dir);
        ends.rows += 1;
        for (const cells of Object.values(rows)) if (cells.length !== headers.length) throw new Error(`run ${run}: a row was shifted`);
      } catch (error) {
        ends.errors += 1;
        if (!(error instanceof CodedError) || !Object.hasOwn(errorTable, error.code)) {
          writeFileSync(join(tmpdir(), 'ballast-fuzz-failure'), bytes);
          throw new Error(`run ${run} of seed ${SEED} ended in no named error`, { cause: error });
        }
      }
      expect(performance.now() - since, `run ${run}`).toBeLessThan(SLOW_MS);
    }
    expect(Reflect.ownKeys(Object.prototype)).toHaveLength(prototype);
    expect(rejections).toEqual([]);
    // Mutations that only ever break the file, or never do, would show little.
    expect(Math.min(ends.rows, ends.errors)).toBeGreaterThan(RUNS / 200);
  }, 1_800_000);
});
