import type JSZip from 'jszip';
import type { DeckChart } from '#shared/domain/document/chart.ts';
import { COLOURS } from './deck-style.ts';
import type { Ink } from './pptx-slide.ts';

/** Chinese characters in their own face: the writer puts the Latin one everywhere, and none at all into charts. */
const withEastAsian = (xml: string, face: string): string => xml
  .replaceAll(/<a:ea typeface="[^"+]*"[^>]*\/>/g, face)
  .replaceAll(/(<a:latin typeface="[^"+]*"[^>]*\/>)(?!\s*<a:ea)/g, `$1${face}`);

/** The writer counts shapes and tables apart and so gives ids twice; readers want each once on a slide. */
function withOwnIds(xml: string): string {
  let id = 0;
  return xml.replaceAll(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${(id += 1)}"`);
}

const HALF_OPAQUE = (at: number, fill: string): string => `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fill.replace(/\/>(?=<\/a:solidFill>)/, '><a:alpha val="50000"/></a:srgbClr>')}</c:spPr></c:dPt>`;

const WHITE = `<a:solidFill><a:srgbClr val="${COLOURS.page}"/></a:solidFill>`;
const FILL = /<a:solidFill><a:srgbClr val="[^"]+"\/><\/a:solidFill>/;

/** Numbers only at the bars of the period itself, and its unfinished month half opaque; the quarter before is only outlined, or it would pass for that month. */
function finishSeries(xml: string, role: DeckChart['series'][number]['role'], { unfinishedAt, mark }: DeckChart): string {
  if (role !== 'now') {
    const quiet = xml.replace('<c:showVal val="1"/>', '<c:showVal val="0"/>');
    return role === 'lastQuarter' && mark !== 'lines' ? quiet.replace(FILL, (fill) => `${WHITE}<a:ln w="15875">${fill}</a:ln>`) : quiet;
  }
  const fill = FILL.exec(xml)?.[0];
  return unfinishedAt === null || mark === 'lines' || fill === undefined ? xml : xml.replace('<c:dLbls>', `${HALF_OPAQUE(unfinishedAt, fill)}<c:dLbls>`);
}

function finishChart(xml: string, chart: DeckChart): string {
  let at = -1;
  const marked = xml.replaceAll(/<c:ser>.*?<\/c:ser>/gs, (series) => {
    at += 1;
    return finishSeries(series, chart.series[at]?.role ?? 'now', chart);
  });
  const known = marked.replaceAll(/<c:showLeaderLines val="\d"\/>/g, '').replace(/(?:<c:axId [^>]*\/>){3}(?=<\/c:(?:bar|line)Chart>)/, (axes) => axes.replace(/<c:axId [^>]*\/>$/, ''));
  // With names down the side, the first stands on top.
  return chart.direction === 'up' ? known : known.replace(/(<c:catAx>.*?<c:orientation val=")minMax/s, '$1maxMin');
}

/** Each line of what is said to a slide on a line of its own. */
const withBreaks = (xml: string, lang: string): string => xml.replaceAll('lang="en-US"', `lang="${lang}"`)
  .replaceAll(/<a:t>([^<]*\n[^<]*)<\/a:t>/g, (_, text: string) => text.split(/\r?\n/).map((line) => `<a:t>${line}</a:t>`).join(`</a:r><a:br/><a:r><a:rPr lang="${lang}" dirty="0"/>`));

const hasZero = (chart: DeckChart): boolean => chart.series.some(({ values }) => values.includes(0));

const workbookOf = (chartPath = ''): string => chartPath.replace(/charts\/chart(\d+)\.xml$/, 'embeddings/Microsoft_Excel_Worksheet$1.xlsx');

/** The writer leaves the cell of a zero without a value; opened for editing, the bar would lose its number. */
async function withZeros(zip: JSZip, path: string, load: (bytes: Uint8Array) => Promise<JSZip>): Promise<void> {
  const bytes = await zip.file(path)?.async('uint8array');
  if (!bytes) throw new Error('a chart came without its workbook');
  const book = await load(bytes);
  const sheet = 'xl/worksheets/sheet1.xml';
  const xml = await book.file(sheet)?.async('string');
  if (xml === undefined || !xml.includes('<v></v>')) return;
  book.file(sheet, xml.replaceAll('<v></v>', '<v>0</v>'));
  zip.file(path, await book.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
}

/**
 * Puts right in a written PPTX what the writer cannot be told: East Asian faces, ids, header rows, which bars carry numbers,
 * zeros in the embedded workbooks, and what a strict reader would refuse. Charts are given in the order in which they were added.
 */
export async function finishPptx(bytes: Uint8Array, charts: DeckChart[], { lang, theme }: Ink): Promise<ArrayBuffer> {
  const face = `<a:ea typeface="${theme.chinese}"/>`;
  const { default: Zip } = await import('jszip');
  const zip = await Zip.loadAsync(bytes);
  const rewrite = async (path: string, change: (xml: string) => string): Promise<void> => {
    const xml = await zip.file(path)?.async('string');
    if (xml !== undefined) zip.file(path, change(xml));
  };
  const chartPaths = Object.keys(zip.files).filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path)).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (chartPaths.length !== charts.length) throw new Error(`${charts.length} charts were added, ${chartPaths.length} written`);
  await Promise.all([
    ...chartPaths.map((path, at) => rewrite(path, (xml) => withEastAsian(charts[at] ? finishChart(xml, charts[at]) : xml, face).replaceAll('lang="en-US"', `lang="${lang}"`))),
    ...Object.keys(zip.files).filter((path) => /^ppt\/slide(s|Layouts)\/[^/]+\.xml$/.test(path)).map((path) => rewrite(path, (xml) => withOwnIds(withEastAsian(xml, face)).replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>'))),
    ...Object.keys(zip.files).filter((path) => /^ppt\/notesSlides\/[^/]+\.xml$/.test(path)).map((path) => rewrite(path, (xml) => withBreaks(xml, lang))),
    ...charts.map((chart, at) => (hasZero(chart) ? withZeros(zip, workbookOf(chartPaths[at]), (book) => Zip.loadAsync(book)) : undefined)),
    rewrite('ppt/theme/theme1.xml', (xml) => xml.replaceAll('<a:ea typeface=""/>', face)),
    rewrite('[Content_Types].xml', (xml) => xml.replaceAll(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (part, path: string) => (zip.file(path) ? part : ''))),
  ]);
  return zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE', compressionOptions: { level: 1 } });
}
