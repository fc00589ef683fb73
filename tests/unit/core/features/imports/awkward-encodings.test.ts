import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Encoding, LayoutChoice } from '#shared/domain/import/layout.ts';
import { importBook, type ImportBook } from '#tests/builders/import-book.ts';
import { readFile } from '#tests/builders/read-file.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

const scratch = mkdtempSync(join(tmpdir(), 'ballast-encodings-'));
let made: ImportBook;
beforeAll(() => {
  made = importBook();
});
afterAll(() => {
  made.dispose();
  rmSync(scratch, { recursive: true, force: true });
});

/** Lines that hold something, by their number, in the encoding that a file's name or its authors give. */
function linesOf(path: string, label: string): [row: number, line: string][] {
  const lines = new TextDecoder(label, { fatal: true }).decode(readFileSync(path)).split(/\r\n|\r|\n/);
  const filled = lines.flatMap((line, index): [number, string][] => (line.trim() === '' ? [] : [[index + 1, line]]));
  // The first of them is taken for the header, whose names lose the spaces around them.
  return filled.map(([row, line], index) => [row, index === 0 ? line.trim() : line]);
}

/** Reads lines as they are: no comma separates anything in such texts. */
async function readLines(path: string, encoding?: Encoding) {
  const layout: LayoutChoice = { delimiter: '|', quote: '`', ...(encoding === undefined ? {} : { encoding }) };
  const found = await readFile(path, scratch, layout);
  return { ...found, lines: [[found.headerRow, found.headers.join('|')], ...Object.entries(found.rows).map(([row, cells]) => [Number(row), cells.join('|')])] };
}

const chardet = sharedData('encodings_node_chardet');

describe.skipIf(chardet === null)('texts in many encodings (../shared/data/encodings_node_chardet)', () => {
  const path = (name: string): string => join(chardet ?? '', name);
  /** What they are told to be; a name that the WHATWG holds for another's stands as that. */
  const told: Record<string, Encoding> = {
    ascii: 'utf-8', big5: 'big5', euc_jp: 'euc-jp', euc_kr: 'euc-kr', gb18030: 'gb18030', iso2022jp: 'iso-2022-jp', iso88591_en: 'utf-8', iso88592_cs: 'iso-8859-2', iso88595_ru: 'iso-8859-5',
    iso88596_ar: 'iso-8859-6', iso88597_el: 'iso-8859-7', iso88598: 'iso-8859-8', iso88598_he: 'iso-8859-8', iso88599_tr: 'windows-1254', koi8r: 'koi8-r', lang_arabic: 'utf-8', lang_chinese: 'utf-8',
    lang_czech: 'utf-8', lang_greek: 'utf-8', lang_hebrew: 'utf-8', lang_japanese: 'utf-8', lang_korean: 'utf-8', lang_russian: 'utf-8', lang_turkish: 'utf-8', shiftjis: 'shift_jis', utf16le: 'utf-16le',
    utf8: 'utf-8', windows_1250: 'windows-1250', windows_1251: 'windows-1251', windows_1252: 'windows-1252', windows_1253: 'windows-1253', windows_1254: 'windows-1254', windows_1255: 'windows-1255',
    windows_1256: 'windows-1256', windows_1257_et: 'windows-1257', windows_1257_lt: 'windows-1257', windows_1257_lv: 'windows-1257', windows_1258: 'windows-1258', windows_874: 'windows-874',
  };
  /** `utf16be` says by its mark that the higher byte comes first, and writes the lower one first. */
  const refused = { iso2022cn: undefined, iso2022kr: undefined, utf16be: 1, utf32be: undefined, utf32le: 1 };

  it('are all spoken of', () => {
    expect([...Object.keys(told), ...Object.keys(refused)].toSorted()).toEqual(readdirSync(path('')).filter((name) => name !== 'LICENSE').toSorted());
  });

  it.each(Object.entries(told))('%s is told to be %s, and every line is that of its name’s encoding', async (name, encoding) => {
    const label = name.replace(/_(?:cs|ru|ar|el|he|tr|en|et|lt|lv)$/, '').replace(/^lang_.*/, 'utf-8').replace(/^iso8859/, 'iso-8859-').replace('iso2022', 'iso-2022-').replaceAll('_', '-').replace('utf16', 'utf-16').replace('shiftjis', 'shift_jis').replace('koi8r', 'koi8-r');
    const found = await readLines(path(name));
    expect(found.encoding).toBe(encoding);
    expect(found.lines).toEqual(linesOf(path(name), label));
  });

  it.each(Object.entries(refused))('%s, which is none that can be read, is refused', async (name, row) => {
    await expect(readLines(path(name))).rejects.toMatchObject({ code: 'encoding-not-supported', where: { file: name, ...(row === undefined ? {} : { row }) } });
  });
});

const normalizer = sharedData('encodings_charset_normalizer');

describe.skipIf(normalizer === null)('texts of many languages (../shared/data/encodings_charset_normalizer)', () => {
  const path = (name: string): string => join(normalizer ?? '', name);
  /** What their authors hold them for, and what they are told to be where that is another encoding with the same letters for them. */
  const told: Record<string, [authors: Encoding, told?: Encoding]> = {
    'sample-arabic-1.txt': ['windows-1256'], 'sample-arabic.txt': ['utf-8'], 'sample-bulgarian.txt': ['utf-8'], 'sample-chinese.txt': ['big5'], 'sample-english.bom.txt': ['utf-8'], 'sample-french-1.txt': ['windows-1252'],
    'sample-french.txt': ['utf-8'], 'sample-greek-2.txt': ['windows-1253', 'iso-8859-7'], 'sample-greek.txt': ['windows-1253', 'iso-8859-7'], 'sample-hebrew-2.txt': ['windows-1255', 'iso-8859-8'],
    'sample-hebrew-3.txt': ['windows-1255', 'iso-8859-8'], 'sample-korean.txt': ['euc-kr'], 'sample-polish.txt': ['utf-8'], 'sample-russian-2.txt': ['utf-8'], 'sample-russian-3.txt': ['utf-8'],
    'sample-russian.txt': ['x-mac-cyrillic'], 'sample-spanish.txt': ['utf-8'], 'sample-turkish.txt': ['windows-1254'],
  };
  const each = Object.entries(told).map(([name, [authors, otherwise = authors]]) => ({ name, authors, otherwise }));

  it('are all spoken of', () => expect(Object.keys(told).toSorted()).toEqual(readdirSync(path('')).filter((name) => name.endsWith('.txt')).toSorted()));

  it.each(each)('$name is told to be $otherwise, and every line is as its authors wrote it', async ({ name, authors, otherwise }) => {
    const expected = linesOf(path(name), authors);
    const found = await readLines(path(name));
    expect(found.encoding).toBe(otherwise);
    expect(found.lines).toEqual(expected);
    expect((await readLines(path(name), authors)).lines).toEqual(expected);
  });

  it.each(each)('$name, made a table, goes into the book letter by letter', async ({ name, authors, otherwise }) => {
    const lines = linesOf(path(name), authors).map(([, line]) => line.trim());
    const bytes = readFileSync(path(name)).toString('latin1').split(/[\r\n]+/).filter((line) => line.trim() !== '').map((line) => line.replace(/^\xef\xbb\xbf/, '').replaceAll('"', '""'));
    const table = ['Time,Company,Subject,Notes', ...bytes.map((line, index) => `2026-11-20 10:00,Acme,${name} ${index},"${line}"`), ''].join('\r\n');
    const file = join(scratch, `${name}.csv`);
    writeFileSync(file, Buffer.from(table, 'latin1'));
    if (made.rows('SELECT id FROM account').length === 0) made.fill((fill) => fill.account('Acme'));
    expect((await made.inspect(file)).layout).toMatchObject({ encoding: otherwise, delimiter: ',', headerRow: 1 });
    expect(await made.run(file, { kind: 'interactions', mapping: { at: 0, accountName: 1, summary: 2, notes: 3 } })).toMatchObject({ rowsRead: lines.length, rowsRejected: 0 });
    const held = made.rows(`SELECT notes FROM interaction JOIN interaction_text ON interaction_id = interaction.id WHERE summary LIKE '${name} %' ORDER BY CAST(substr(summary, ${name.length + 2}) AS INTEGER)`);
    expect(held.map(({ notes }) => notes)).toEqual(lines);
  });
});
