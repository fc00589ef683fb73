import type { ContentPage, DeckBlock } from '#shared/domain/document/model.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { cleanText } from './clean-text.ts';
import { COLOURS, TYPE } from './deck-style.ts';
import { contentLayout, EXPLANATION, FOOT, NOTE, type Box } from './page-layout.ts';
import { addText, type Ink, type Slide } from './pptx-slide.ts';
import { writeChart } from './write-chart.ts';
import { writeFigures } from './write-figures.ts';
import { writeTable } from './write-table.ts';
import { writeText } from './write-text.ts';

function writeNotice(slide: Slide, text: string, ink: Ink, area: Box): void {
  slide.addShape('line', { x: area.x, y: area.y, w: area.w, h: 0, line: { color: COLOURS.line2, width: 0.75 }, objectName: 'Hairline' });
  addText(slide, ink, text, { ...area, y: area.y + 0.24, w: Math.min(area.w, 9), h: 1.1, size: 16, lines: 3, colour: COLOURS.text2, name: 'Notice' });
}

function writeBlock(slide: Slide, block: DeckBlock, ink: Ink, area: Box): void {
  switch (block.kind) {
    case 'bars': return writeChart(slide, block, ink, area);
    case 'table': return writeTable(slide, block, ink, area);
    case 'text': return writeText(slide, block, ink, area);
    case 'figures': return writeFigures(slide, block, ink, area);
    case 'notice': return writeNotice(slide, block.text, ink, area);
    default: return assertNever(block);
  }
}

/** A page under its finding: blocks, notes, source and account; the page number and the logo are the layout's. */
export function writeContent(slide: Slide, page: ContentPage, ink: Ink, account: string): void {
  const places = contentLayout(page, ink.theme);
  addText(slide, ink, page.headline, { ...places.headline, size: TYPE.headline.size, lines: 2, bold: true, placeholder: 'headline', name: 'Headline' });
  addText(slide, ink, page.explanation, { ...places.explanation, size: EXPLANATION.size, lines: 2, colour: COLOURS.text2, name: 'Explanation' });
  for (const { block, area } of places.blocks) writeBlock(slide, block, ink, area);
  for (const { text, box } of places.notes) addText(slide, ink, text, { ...box, size: NOTE.size, colour: COLOURS.text3, name: 'Note' });
  const foot = { size: FOOT.size, colour: COLOURS.text3, valign: 'middle' } as const;
  addText(slide, ink, page.source, { ...places.source, ...foot, name: 'Source' });
  addText(slide, ink, account, { ...places.account, ...foot, align: 'right', name: 'Account' });
  if (page.commentary !== undefined) slide.addNotes(page.commentary.split('\n').map(cleanText).filter((line) => line !== '').join('\n'));
}
