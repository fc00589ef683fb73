import JSZip from 'jszip';

/** A PPTX opened as its parts. */
export interface PptxParts {
  paths: string[];
  read(path: string): Promise<string>;
  /** Texts of a slide in reading order. */
  slideTexts(slide: number): Promise<string[]>;
  /** Rows of the tables of a slide. */
  tableRows(slide: number): Promise<string[][]>;
  /** XML of the deck's first, second, … chart; the writer numbers them on from deck to deck. */
  chart(no: number): Promise<string>;
  /** Series of a chart with names, categories and numbers as the chart keeps them. */
  series(chart: number): Promise<{ name: string; categories: string[]; values: number[] }[]>;
  /** Cells of a chart's embedded workbook, strings resolved. */
  workbook(chart: number): Promise<Record<string, string>>;
}

const decode = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
const inner = (xml: string, tag: string): string[] => [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'gs'))].map((match) => match[1] ?? '');
const values = (xml: string, tag: string): string[] => inner(inner(xml, tag).join(''), 'c:v').map(decode);

/** Reads a written deck back the way its readers do, without the program's own writer. */
export async function pptxParts(bytes: ArrayBuffer | Uint8Array): Promise<PptxParts> {
  const zip = await JSZip.loadAsync(bytes);
  const read = async (path: string): Promise<string> => {
    const file = zip.file(path);
    if (!file) throw new Error(`no part ${path}`);
    return file.async('string');
  };
  const numbers = Object.keys(zip.files).flatMap((path) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? []).map(Number).toSorted((a, b) => a - b);
  const chart = (no: number): Promise<string> => read(`ppt/charts/chart${numbers[no - 1]}.xml`);
  const slide = (no: number): Promise<string> => read(`ppt/slides/slide${no}.xml`);
  const cellText = (xml: string): string => inner(xml, 'a:t').map(decode).join('');
  return {
    paths: Object.keys(zip.files).filter((path) => !path.endsWith('/')),
    read,
    chart,
    slideTexts: async (no) => inner(await slide(no), 'a:p').map(cellText).filter((text) => text !== ''),
    tableRows: async (no) => inner(await slide(no), 'a:tr').map((row) => inner(row, 'a:tc').map(cellText)),
    series: async (no) => inner(await chart(no), 'c:ser').map((one) => ({
      name: values(one, 'c:tx')[0] ?? '', categories: values(one, 'c:cat'), values: values(one, 'c:val').map(Number),
    })),
    async workbook(no) {
      const embedded = zip.file(`ppt/embeddings/Microsoft_Excel_Worksheet${numbers[no - 1]}.xlsx`);
      if (!embedded) throw new Error(`chart ${no} has no workbook`);
      const book = await JSZip.loadAsync(await embedded.async('uint8array'));
      const part = async (path: string): Promise<string> => (await book.file(path)?.async('string')) ?? '';
      const shared = inner(await part('xl/sharedStrings.xml'), 'si').map((item) => decode(inner(item, 't')[0] ?? ''));
      const cells: Record<string, string> = {};
      for (const [, at, type, body] of (await part('xl/worksheets/sheet1.xml')).matchAll(/<c r="([A-Z]+\d+)"( t="s")?>(.*?)<\/c>/gs)) {
        const value = inner(body ?? '', 'v')[0] ?? '';
        cells[at ?? ''] = type ? (shared[Number(value)] ?? '') : value;
      }
      return cells;
    },
  };
}
