/** Number formats of cells by their place in the styles below. */
export const STYLES = { plain: 0, head: 1, money: 2, date: 3 } as const;

export const SHEET_PATH = 'xl/worksheets/sheet1.xml';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relations = (...listed: [type: string, target: string][]): string => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${listed
  .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const override = (path: string, kind: string): string => `<Override PartName="/${path}" ContentType="${TYPE}.${kind}+xml"/>`;

const cellStyle = (format: number, font = 0): string => `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';

/** The parts of a workbook of one sheet, all but the sheet. */
export const XLSX_PARTS: readonly (readonly [path: string, xml: string])[] = [
  ['[Content_Types].xml', `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${
    override('xl/workbook.xml', 'sheet.main')}${override(SHEET_PATH, 'worksheet')}${override('xl/styles.xml', 'styles')}</Types>`],
  ['_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'])],
  ['xl/workbook.xml', `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`],
  ['xl/_rels/workbook.xml.rels', relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])],
  ['xl/styles.xml', `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>`
    + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + `<cellXfs count="4">${cellStyle(0)}${cellStyle(0, 1)}${cellStyle(4)}${cellStyle(164)}</cellXfs>`
    + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'],
];

/** What stands before the rows: a first row that stays in view, and widths in characters. */
export const sheetHead = (widths: readonly number[]): string => `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${
  widths.length === 0 ? '' : `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`}<sheetData>`;

export const SHEET_TAIL = '</sheetData></worksheet>';
