import type PptxGenJS from 'pptxgenjs';
import type { DeckCell, DeckTable } from '#shared/domain/document/table.ts';
import { cleanText } from './clean-text.ts';
import { COLOURS, TYPE } from './deck-style.ts';
import { fitText } from './measure-text.ts';
import { addText, type Slide } from './pptx-slide.ts';

const SIZE = 12;
const HEADER_SIZE = 11;
const HEADER_HEIGHT = 0.36;
/** Tall enough for Chinese faces, whose lines are higher than Latin ones. */
const LINE = (SIZE * 1.42) / 72;
const ROOMY = 0.6;
const PAD = { top: 0.05, side: 0.09 };

const TONES: Record<NonNullable<DeckCell['tone']>, { color: string; bold: boolean }> = {
  plain: { color: COLOURS.text, bold: false },
  strong: { color: COLOURS.text, bold: true },
  quiet: { color: COLOURS.text3, bold: false },
  good: { color: COLOURS.good, bold: false },
  risk: { color: COLOURS.risk, bold: false },
};

const none = { type: 'none' } as const;
const border = (color: string, pt: number): PptxGenJS.BorderProps => ({ type: 'solid', color, pt });

/** Writes a native table with hairlines; every cell is cut to its lines, so that rows keep their height and the page never overflows. */
export function writeTable(slide: Slide, table: DeckTable, lang: string, area: { x: number; y: number; w: number; h: number }): void {
  const { x, y, w, h } = area;
  const last = table.columns.length - 1;
  const colW = table.columns.map((column) => column.share * w);
  const margins = table.columns.map((_, at): [number, number, number, number] => [PAD.top, at === last ? 0.02 : PAD.side, PAD.top, at === 0 ? 0.02 : PAD.side]);
  const room = (at: number): number => (colW[at] ?? 0) - (margins[at]?.[1] ?? 0) - (margins[at]?.[3] ?? 0);
  const least = Math.max(...table.columns.map((column) => column.lines)) * LINE + 2 * PAD.top;
  const bodyHeight = h - HEADER_HEIGHT - (table.more ? 0.36 : 0);
  const rowHeight = Math.max(least, Math.min(ROOMY, bodyHeight / Math.max(1, table.rows.length)));
  const cellOf = (text: string, at: number, size: number, color: string, bold: boolean, line: PptxGenJS.BorderProps): PptxGenJS.TableCell => ({
    text: fitText(cleanText(text), room(at), size, { lines: size === SIZE ? (table.columns[at]?.lines ?? 1) : 1, bold }),
    options: {
      align: table.columns[at]?.align ?? 'left', valign: 'middle', fontFace: TYPE.latin, lang, fontSize: size, color, bold,
      margin: margins[at], border: [none, none, line, none],
    },
  });
  const header = table.columns.map((column, at) => cellOf(column.title, at, HEADER_SIZE, COLOURS.text3, false, border(COLOURS.control, 0.75)));
  const rows = table.rows.map((row) => row.map((cell, at) => {
    const { color, bold } = TONES[cell.tone ?? 'plain'];
    return cellOf(cell.text, at, SIZE, color, bold, border(COLOURS.line2, 0.5));
  }));
  slide.addTable([header, ...rows], { x, y, w, colW, rowH: [HEADER_HEIGHT, ...rows.map(() => rowHeight)], objectName: cleanText(table.description) });
  if (table.more) {
    addText(slide, lang, table.more, { x, y: y + HEADER_HEIGHT + rows.length * rowHeight + 0.08, w, h: 0.26, size: HEADER_SIZE, colour: COLOURS.text3, name: 'More' });
  }
}
