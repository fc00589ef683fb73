import type { DeckText } from '#shared/domain/document/model.ts';
import { COLOURS } from './deck-style.ts';
import { fitParagraphs, WORDS } from './fit-paragraphs.ts';
import type { Box } from './page-layout.ts';
import { addText, type Ink, type Slide } from './pptx-slide.ts';

/** Writes paragraphs or points until the area is full; what no longer fits is cut with … */
export function writeText(slide: Slide, block: DeckText, ink: Ink, area: Box): void {
  const { x, w } = area;
  const { size, between, heading, under, indent } = WORDS;
  if (block.heading !== null) addText(slide, ink, block.heading, { x, y: area.y, w, h: heading, size, bold: true, name: 'Heading' });
  const fitting = fitParagraphs(block, area, ink.theme);
  if (fitting.length === 0) return;
  const options = { breakLine: true, paraSpaceAfter: between * 72, ...(block.list && { bullet: { indent: indent * 72 } }) };
  const y = area.y + (block.heading === null ? 0 : heading + under);
  slide.addText(fitting.map((text) => ({ text, options })), {
    x, y, w, h: area.y + area.h - y, fontSize: size, color: COLOURS.text, align: 'left', valign: 'top', margin: 0, fontFace: ink.theme.latin, lang: ink.lang, fit: 'none', objectName: 'Text',
  });
}
