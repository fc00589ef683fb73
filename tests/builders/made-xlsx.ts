import JSZip from 'jszip';

export interface MadeSheet {
  name: string;
  /** Rows of cells; a string goes in as an inline text, null leaves the cell out, an object is written as it is. */
  rows?: (string | number | null | { xml: string })[][];
  /** In place of `rows`: what stands within `sheetData`. */
  xml?: string;
  state?: 'hidden';
}

export interface MadeWorkbook {
  sheets: MadeSheet[];
  /** Shared texts, each the content of an `si`. */
  strings?: string[];
  /** Number format codes; the n-th is style n + 1. */
  formats?: string[];
  from1904?: boolean;
  /** Further parts, or other content for the usual ones. */
  parts?: Record<string, string>;
  /** As they are, not packed. */
  stored?: boolean;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Letters of a zero-based column. */
function letters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : letters(rest)) + String.fromCharCode(65 + (index % 26));
}

function cellXml(cell: string | number | null | { xml: string }, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${place}"`);
  return typeof cell === 'number' ? `<c r="${place}"><v>${cell}</v></c>` : `<c r="${place}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
}

const sheetXml = ({ rows = [], xml }: MadeSheet): string => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${xml ?? rows
  .map((cells, row) => (cells.length === 0 ? '' : `<row r="${row + 1}">${cells.map((cell, index) => cellXml(cell, `${letters(index)}${row + 1}`)).join('')}</row>`)).join('')}</sheetData></worksheet>`;

/** A workbook as Excel would lay it out, part by part. */
export async function madeXlsx({ sheets, strings = [], formats = [], from1904 = false, parts = {}, stored = false }: MadeWorkbook): Promise<Buffer> {
  const zip = new JSZip();
  const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  zip.file('_rels/.rels', `<Relationships><Relationship Id="r1" Type="${kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>`);
  zip.file('xl/workbook.xml', `<workbook xmlns:r="${kinds}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${sheets
    .map(({ name, state }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" ${state ? `state="${state}"` : ''} r:id="s${index + 1}"/>`).join('')}</sheets></workbook>`);
  zip.file('xl/_rels/workbook.xml.rels', `<Relationships>${sheets.map((_, index) => `<Relationship Id="s${index + 1}" Type="${kinds}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}
    <Relationship Id="st" Type="${kinds}/styles" Target="styles.xml"/><Relationship Id="ss" Type="${kinds}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`);
  zip.file('xl/styles.xml', `<styleSheet><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escape(code).replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join('')}</cellXfs></styleSheet>`);
  zip.file('xl/sharedStrings.xml', `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`);
  sheets.forEach((sheet, index) => zip.file(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)));
  for (const [path, content] of Object.entries(parts)) zip.file(path, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: stored ? 'STORE' : 'DEFLATE' });
}
