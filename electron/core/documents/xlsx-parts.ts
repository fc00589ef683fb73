/** Number formats of cells by their place in the styles below; those of one workbook alone begin at `own`. */
export const STYLES = { plain: 0, head: 1, money: 2, date: 3, own: 4 } as const;

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

/** A sheet of a workbook: its name as it stands in XML, and its part. */
export interface BookSheet { name: string; path: string }

/**
 * The parts of a workbook, all but its sheets.
 * @param formats number formats beside those of every workbook; their styles follow on, in this order
 */
export function bookParts(sheets: readonly BookSheet[], formats: readonly string[] = []): [path: string, xml: string][] {
  const codes = ['yyyy\\-mm\\-dd', ...formats];
  const own = codes.map((_, at) => 164 + at);
  const styles = [cellStyle(0), cellStyle(0, 1), cellStyle(4), ...own.map((id) => cellStyle(id))];
  return [
    ['[Content_Types].xml', `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${
      override('xl/workbook.xml', 'sheet.main')}${sheets.map(({ path }) => override(path, 'worksheet')).join('')}${override('xl/styles.xml', 'styles')}</Types>`],
    ['_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'])],
    ['xl/workbook.xml', `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', relations(...sheets.map(({ path }): [string, string] => ['worksheet', path.slice('xl/'.length)]), ['styles', 'styles.xml'])],
    ['xl/styles.xml', `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${codes.length}">${codes.map((code, at) => `<numFmt numFmtId="${own[at]}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>`
      + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
      + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
      + `<cellXfs count="${styles.length}">${styles.join('')}</cellXfs>`
      + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'],
  ];
}

/** What stands before the rows: a first row that stays in view, and widths in characters. */
export const sheetHead = (widths: readonly number[]): string => `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${
  widths.length === 0 ? '' : `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`}<sheetData>`;

export const SHEET_TAIL = '</sheetData></worksheet>';
