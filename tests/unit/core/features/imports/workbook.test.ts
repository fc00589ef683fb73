import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { afterAll, describe, expect, it } from 'vitest';
import { htmlRows } from '#core/features/imports/workbook/html-rows.ts';
import { PlainCell } from '#core/features/imports/workbook/plain-cell.ts';
import { attribute, XmlScanner } from '#core/features/imports/workbook/xml-scanner.ts';
import { madeXlsx } from '#tests/builders/made-xlsx.ts';
import { readFile } from '#tests/builders/read-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-workbook-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let n = 0;
function read(bytes: Uint8Array, choice: Parameters<typeof readFile>[2] = {}) {
  n += 1;
  const path = join(dir, `${n}.bin`);
  writeFileSync(path, bytes);
  return readFile(path, dir, choice);
}

const HEADER = ['Name', 'City', 'Since'];

describe('a workbook', () => {
  it('gives dates as ISO, numbers in full, texts whole and errors as nothing', async () => {
    const { rows } = await read(await madeXlsx({
      formats: ['yyyy"年"m"月"d"日"', '00000', 'yyyy-mm-dd hh:mm', '0%', '[$-804]h:mm:ss'], strings: ['<r><t>rich </t></r><r><t>text</t></r><rPh><t>aside</t></rPh>', '<t>a_x000D_b&lt;</t>'],
      sheets: [{ name: 'a', rows: [HEADER,
        [{ xml: '<c t="s"><v>0</v></c>' }, { xml: '<c t="s"><v>1</v></c>' }, { xml: '<c s="1"><v>44155</v></c>' }],
        [{ xml: '<c><v>1.8E10</v></c>' }, { xml: '<c><v>0.30000000000000004</v></c>' }, { xml: '<c s="3"><v>44155.5</v></c>' }],
        [{ xml: '<c s="2"><v>42</v></c>' }, { xml: '<c t="b"><v>1</v></c>' }, { xml: '<c t="e"><v>#N/A</v></c>' }],
        [{ xml: '<c t="str"><f>A1</f><v>formula</v></c>' }, { xml: '<c s="4"><v>0.15</v></c>' }, { xml: '<c s="5"><v>0.25</v></c>' }],
      ] }],
    }));
    expect(rows).toEqual({
      2: ['rich text', 'a\nb<', '2020-11-20'], 3: ['18000000000', '0.3', '2020-11-20 12:00:00'], 4: ['00042', 'TRUE', ''], 5: ['formula', '0.15', '06:00:00'],
    });
  });

  it('keeps the numbers of its rows, pads short ones and reports long ones', async () => {
    const { rows, problems, headerRow } = await read(await madeXlsx({ sheets: [{ name: 'a', rows: [['a notice'], [], HEADER, ['Acme'], [], ['x', 'y', 'z', 'beyond']] }] }));
    expect([headerRow, rows, problems]).toEqual([3, { 4: ['Acme', '', ''] }, [[6, 'too-many-fields']]]);
  });

  it('joins a row of groups to the names below where they would be alike', async () => {
    const { headers, headerRow } = await read(await madeXlsx({ sheets: [{ name: 'a', rows: [['Company Name', 'Buyer', null, 'Seller'], [null, 'Phone', 'City', 'Phone'], ['Acme', '1', 'Graz', '2']] }] }), { headerRow: 2 });
    expect([headerRow, headers]).toEqual([2, ['Company Name', 'Buyer / Phone', 'City', 'Seller / Phone']]);
  });

  it('lists hidden sheets last and starts with the first that holds something', async () => {
    const bytes = await madeXlsx({ sheets: [{ name: 'hidden', state: 'hidden', rows: [['h'], ['1']] }, { name: 'empty' }, { name: 'data', rows: [['d'], ['2']] }] });
    expect(await read(bytes)).toMatchObject({ sheets: ['empty', 'data', 'hidden'], headers: ['d'] });
    expect(await read(bytes, { sheet: 'hidden' })).toMatchObject({ headers: ['h'] });
    await expect(read(bytes, { sheet: 'gone' })).rejects.toMatchObject({ code: 'sheet-not-found', params: { sheet: 'gone' } });
  });

  it('counts its days from 1904 where it says so', async () => {
    const { rows } = await read(await madeXlsx({ from1904: true, formats: ['yyyy-mm-dd'], sheets: [{ name: 'a', rows: [['Since'], [{ xml: '<c s="1"><v>42693</v></c>' }]] }] }));
    expect(rows).toEqual({ 2: ['2020-11-20'] });
  });
});

const sheet = { name: 'a', rows: [HEADER, ['Acme', 'Graz', '1']] };

describe('a file that is not sound', () => {
  it('is refused where it stops short', async () => {
    const bytes = await madeXlsx({ sheets: [sheet] });
    for (const length of [40, bytes.length / 2, bytes.length - 10]) await expect(read(bytes.subarray(0, length))).rejects.toMatchObject({ code: 'file-damaged' });
    await expect(read(gzipSync('a,b\n1,2\n').subarray(0, 20))).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it('names the row behind which its sheet cannot be read', async () => {
    await expect(read(await madeXlsx({ sheets: [{ name: 'a', xml: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"></v></row>' }] })))
      .rejects.toMatchObject({ code: 'file-damaged', where: { path: 'a', row: 2 } });
  });

  it('is refused when it defines entities', async () => {
    const xml = '<!DOCTYPE a [<!ENTITY b "ccccccccccc">]><sst><si><t>&b;</t></si></sst>';
    await expect(read(await madeXlsx({ sheets: [sheet], parts: { 'xl/sharedStrings.xml': xml } }))).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it('is refused before it is unpacked where that would be far too much', async () => {
    await expect(read(await madeXlsx({ sheets: [sheet], parts: { 'xl/media/a': ' '.repeat(4_000_000) } }))).rejects.toMatchObject({ code: 'archive-too-large' });
    await expect(read(await madeXlsx({ sheets: [sheet], parts: Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`p/${i}`, ''])) }))).rejects.toMatchObject({ code: 'archive-too-large' });
    await expect(read(gzipSync(Buffer.alloc(40_000_000)))).rejects.toMatchObject({ code: 'archive-too-large' });
  });

  it('that claims to be smaller than it is ends where the claim ends', async () => {
    const bytes = await madeXlsx({ sheets: [sheet] });
    const at = bytes.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46;
    bytes.writeUInt32LE(20, at + 24);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it('of which a letter was changed is refused, with the part that differs from what was packed', async () => {
    const bytes = await madeXlsx({ sheets: [sheet], strings: ['<t>Unused</t>'], stored: true });
    const changed = (from: string, to: string): Buffer => Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
    expect(await read(bytes)).toMatchObject({ rows: { 2: ['Acme', 'Graz', '1'] } });
    const inSheet = await read(changed('Acme', 'Acne')).catch((error: unknown) => error);
    expect(inSheet).toMatchObject({ code: 'file-damaged', where: { path: 'a' } });
    expect(inSheet).not.toHaveProperty('where.row');
    await expect(read(changed('Unused', 'unused'))).rejects.toMatchObject({ code: 'file-damaged', where: { path: 'xl/sharedStrings.xml' } });
  });

  it('of another kind is named', async () => {
    const zipOf = (path: string) => new JSZip().file(path, 'x').generateAsync({ type: 'nodebuffer' });
    await expect(read(await zipOf('xl/workbook.bin'))).rejects.toMatchObject({ code: 'file-other-workbook', params: { format: 'XLSB' } });
    await expect(read(await new JSZip().file('mimetype', 'x').file('content.xml', 'x').generateAsync({ type: 'nodebuffer' }))).rejects.toMatchObject({ code: 'file-other-workbook', params: { format: 'ODS' } });
    await expect(read(await zipOf('word/document.xml'))).rejects.toMatchObject({ code: 'file-not-table', params: { format: 'DOCX' } });
    await expect(read(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'file-not-table', params: { format: 'PDF' } });
  });
});

describe('pages', () => {
  it('give the cells of their first real table, none shifted by those that span', () => {
    expect(htmlRows('<table><tr><td>menu</table><TABLE border=1><tr><th colspan=2>a<th>b</tr><tr><td rowspan=2>c<td>d<br>e<td>&nbsp;f &amp; g<tr><td>h<td><table><tr><td>in</table>')).toEqual([
      ['a', '', 'b'], ['c', 'd\ne', 'f & g'], ['', 'h', 'in'],
    ]);
    expect(htmlRows('<p>no table')).toEqual([]);
    expect(htmlRows('<table><tr><td>a<script>"<td>x"</script><style>td{}</style><!-- <td> --><tr><td>b')).toEqual([['a'], ['b']]);
  });
});

describe('PlainCell', () => {
  const cell = new PlainCell();

  it.each([
    ['<c r="A1"><v>1.5</v></c>', { column: 0, type: 'n', style: 0, value: '1.5' }], ['<c r="AB12" s="7" t="s"><v>3</v></c>', { column: 27, type: 's', style: 7, value: '3' }],
    ['<c t="str" r="C1"><f>A1&amp;B1</f><v>a&lt;</v></c>', { column: 2, type: 'str', value: 'a<' }], ['<c r="XFD9" s="1"/>', { column: 16_383, value: '' }],
    ['<c t="inlineStr"><is><t xml:space="preserve"> 客户 </t></is></c>', { column: -1, isInline: true, value: ' 客户 ' }],
  ])('takes %s at one go, once all of it is there', (xml, expected) => {
    expect([cell.read(`${xml}<c`, 0), cell]).toMatchObject([xml.length, expected]);
    for (let end = 2; end < xml.length; end += 1) expect(cell.read(xml.slice(0, end), 0)).toBe(-1);
  });

  it.each([
    "<c r='A1'><v>1</v></c>", '<c r="a1"><v>1</v></c>', '<c r="A1" cm="1"><v>1</v></c>', '<c r="A1" ><v>1</v></c>', '<c r="A1"><f t="shared" si="0"/><v>1</v></c>', '<c r="A1"><v>1</v><!-- --></c>',
    '<c><is><r><t>a</t></r></is></c>', '<c s="1234567890"/>', '<c t="s" t="b"><v>1</v></c>', '<cols/>', '<c><v><![CDATA[1]]></v></c>',
  ])('leaves %s to the scanner', (xml) => {
    expect(cell.read(xml, 0)).toBe(-1);
  });
});

describe('XmlScanner', () => {
  const events = (pieces: string[]): string[] => {
    const seen: string[] = [];
    const scanner = new XmlScanner({ open: (name, tag) => seen.push(`<${name} ${attribute(tag, 'v') ?? ''}`), close: (name) => seen.push(`/${name}`), text: (text) => seen.push(text) });
    for (const piece of pieces) scanner.push(piece);
    scanner.end();
    return seen;
  };
  const XML = '<?xml?><x:a v="1>2" w=\'"\'>t&lt;&#20013;<!-- <b> --><b v=""/><![CDATA[<&]]></x:a>';

  it('reads the same however the text is cut', () => {
    const whole = events([XML]);
    expect(whole.join('|')).toBe('<a 1>2|t<中|<b |/b|<&|/a');
    for (let cut = 1; cut < XML.length; cut += 1) expect(events([XML.slice(0, cut), XML.slice(cut)]).join('|')).toBe(whole.join('|'));
  });

  it('leaves brackets in values alone, and takes its time with none', () => {
    expect(events(["<a v='>' w=\">\"><b/></a>"]).join('|')).toBe('<a >|<b |/b|/a');
    expect(() => events([`<a v="${'>'.repeat(1_000_000)}`])).toThrow(SyntaxError);
  });

  it('asks for elements that are taken whole, where they have arrived', () => {
    const seen: string[] = [];
    const note = (word: string): void => void seen.push(word);
    const scanner = new XmlScanner({
      open: (name) => note(`<${name}`), close: (name) => note(`/${name}`), text: note,
      whole: (text, start) => {
        const end = text.startsWith('<b>', start) ? text.indexOf('</b>', start) : -1;
        if (end > 0) note(`whole ${text.slice(start + 3, end)}`);
        return end < 0 ? -1 : end + 4;
      },
    });
    for (const piece of ['<a>x<b>1</b>y<b', '>2</b><b>3</', 'b></a>']) scanner.push(piece);
    scanner.end();
    expect(seen).toEqual(['<a', 'x', 'whole 1', 'y', 'whole 2', '<b', '3', '/b', '/a']);
  });

  it.each(['<a>', '<a></b>', '</a>', '<!DOCTYPE a><a/>', `${'<a>'.repeat(300)}`])('refuses %s', (xml) => {
    expect(() => events([xml])).toThrow(SyntaxError);
  });
});
