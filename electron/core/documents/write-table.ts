import type PptxGenJS from 'pptxgenjs';
import type { DeckTable } from '#shared/domain/document/table.ts';
import { cleanText } from './clean-text.ts';
import { COLOURS, TONES } from './deck-style.ts';
import { fitText } from './measure-text.ts';
import { numberSize, roomOf, rowHeight, TABLE, type Box } from './page-layout.ts';
import { addText, type Ink, type Slide } from './pptx-slide.ts';

const none = { type: 'none' } as const;
const border = (color: string, pt: number): PptxGenJS.BorderProps => ({ type: 'solid', color, pt });

/** Writes a native table with hairlines; every cell is cut to its lines, so that rows keep their height and the page never overflows. */
export function writeTable(slide: Slide, table: DeckTable, ink: Ink, area: Box): void {
  const { x, y, w, h } = area;
  const last = table.columns.length - 1;
  const colW = table.columns.map((column) => column.share * w);
  const margins = table.columns.map((_, at): [number, number, number, number] => [TABLE.top, at === last ? 0.02 : TABLE.side, TABLE.top, at === 0 ? 0.02 : TABLE.side]);
  const room = (at: number): number => (colW[at] ?? 0) - (margins[at]?.[1] ?? 0) - (margins[at]?.[3] ?? 0);
  const height = rowHeight(table, h);
  const cellOf = (text: string, at: number, size: number, color: string, bold: boolean, line: PptxGenJS.BorderProps, whole = false): PptxGenJS.TableCell => ({
    text: whole ? cleanText(text) : fitText(cleanText(text), roomOf(room(at), ink.theme), size, { lines: size === TABLE.head ? 1 : (table.columns[at]?.lines ?? 1), bold }),
    options: {
      align: table.columns[at]?.align ?? 'left', valign: 'middle', fontFace: ink.theme.latin, lang: ink.lang, fontSize: size, color, bold,
      margin: margins[at], border: [none, none, line, none],
    },
  });
  const header = table.columns.map((column, at) => cellOf(column.title, at, TABLE.head, COLOURS.text3, false, border(COLOURS.control, 0.75)));
  const rows = table.rows.map((row) => row.map((cell, at) => {
    const { color, bold } = TONES[cell.tone ?? 'plain'];
    const size = cell.number ? numberSize(cell.text, room(at), ink.theme, bold) : TABLE.size;
    return cellOf(cell.text, at, size, color, bold, border(COLOURS.line2, 0.5), cell.number !== undefined);
  }));
  slide.addTable([header, ...rows], { x, y, w, colW, rowH: [TABLE.headHeight, ...rows.map(() => height)], objectName: cleanText(table.description) });
  if (table.more) {
    addText(slide, ink, table.more, { x, y: y + TABLE.headHeight + rows.length * height + 0.08, w, h: 0.26, size: TABLE.head, colour: COLOURS.text3, name: 'More' });
  }
}
