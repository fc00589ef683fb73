import type PptxGenJS from 'pptxgenjs';
import type { DeckText } from '#shared/domain/document/model.ts';
import { cleanText } from './clean-text.ts';
import { COLOURS } from './deck-style.ts';
import { fitText, linesNeeded } from './measure-text.ts';
import { roomOf, type Box } from './page-layout.ts';
import { addText, type Ink, type Slide } from './pptx-slide.ts';

const SIZE = 14;
const LINE = 0.3;
const BETWEEN = 0.1;
const HEADING = 0.34;
const INDENT = 0.24;

/** Writes paragraphs or points until the area is full; what no longer fits is cut with … */
export function writeText(slide: Slide, block: DeckText, ink: Ink, area: Box): void {
  const { x, w } = area;
  const indent = block.list ? INDENT : 0;
  const bottom = area.y + area.h;
  let { y } = area;
  if (block.heading !== null) {
    addText(slide, ink, block.heading, { x, y, w, h: HEADING, size: SIZE, bold: true, name: 'Heading' });
    y += HEADING + 0.06;
  }
  const fitting: PptxGenJS.TextProps[] = [];
  const width = roomOf(w - indent, ink.theme);
  let used = 0;
  const paragraphs = block.paragraphs.map(cleanText);
  for (const [at, paragraph] of paragraphs.entries()) {
    const room = Math.floor((bottom - y - used) / LINE);
    if (room < 1) break;
    const lines = Math.min(room, linesNeeded(paragraph, width, SIZE));
    // The last that has room says that there are more.
    const isCut = at < paragraphs.length - 1 && used + (lines + 1) * LINE + BETWEEN > bottom - y;
    fitting.push({ text: fitText(isCut ? `${paragraph} …` : paragraph, width, SIZE, { lines }), options: { breakLine: true, paraSpaceAfter: BETWEEN * 72, ...(block.list && { bullet: { indent: INDENT * 72 } }) } });
    used += lines * LINE + BETWEEN;
  }
  if (fitting.length === 0) return;
  slide.addText(fitting, {
    x, y, w, h: bottom - y, fontSize: SIZE, color: COLOURS.text, align: 'left', valign: 'top', margin: 0, fontFace: ink.theme.latin, lang: ink.lang, fit: 'none', objectName: 'Text',
  });
}
