import type { ContentPage, DeckBlock } from '#shared/domain/document/model.ts';
import { cleanText } from './clean-text.ts';
import { COLOURS, PAGE, TYPE } from './deck-style.ts';
import { linesNeeded } from './measure-text.ts';
import { addText, titleLines, type Slide } from './pptx-slide.ts';
import { writeChart } from './write-chart.ts';
import { writeTable } from './write-table.ts';

const EXPLANATION = { size: 14, line: 0.29 };
const NOTE = { size: 11, line: 0.24 };
/** Part of the width that the first of two blocks takes. */
const LEFT = 0.42;

const plainText = (block: Exclude<DeckBlock, { kind: 'bars' | 'table' }>): string => {
  if (block.kind === 'notice') return block.text;
  if (block.kind === 'text') return [block.heading, ...block.paragraphs].filter((line) => line !== null).join('\n');
  return block.figures.map(({ label, value }) => `${label}: ${value}`).join('\n');
};

function writeNotice(slide: Slide, text: string, lang: string, area: { x: number; y: number; w: number }): void {
  slide.addShape('line', { x: area.x, y: area.y, w: area.w, h: 0, line: { color: COLOURS.line2, width: 0.75 }, objectName: 'Hairline' });
  addText(slide, lang, text, { ...area, y: area.y + 0.24, w: Math.min(area.w, 9), h: 1.1, size: 16, lines: 3, colour: COLOURS.text2, name: 'Notice' });
}

/** A page under its finding: blocks side by side, notes, source and account; the page number is the layout's. */
export function writeContent(slide: Slide, page: ContentPage, lang: string, account: string): void {
  const x = PAGE.side;
  const w = PAGE.inner;
  const headlineHeight = titleLines(cleanText(page.headline), TYPE.headline.size) * TYPE.headline.line;
  addText(slide, lang, page.headline, { x, y: PAGE.top, w, h: headlineHeight, size: TYPE.headline.size, lines: 2, bold: true, placeholder: 'headline', name: 'Headline' });
  const explanationTop = PAGE.top + headlineHeight + 0.06;
  const explanationHeight = Math.min(2, linesNeeded(cleanText(page.explanation), w, EXPLANATION.size)) * EXPLANATION.line;
  addText(slide, lang, page.explanation, { x, y: explanationTop, w, h: explanationHeight, size: EXPLANATION.size, lines: 2, colour: COLOURS.text2, name: 'Explanation' });
  const top = explanationTop + explanationHeight + 0.28;
  const notesTop = PAGE.bottom - page.notes.length * NOTE.line;
  const h = (page.notes.length > 0 ? notesTop - 0.1 : PAGE.bottom) - top;
  const [first, second] = page.blocks;
  const leftWidth = second ? (w - PAGE.gap) * LEFT : w;
  [first, second].forEach((block, at) => {
    if (!block) return;
    const area = at === 0 ? { x, y: top, w: leftWidth, h } : { x: x + leftWidth + PAGE.gap, y: top, w: w - leftWidth - PAGE.gap, h };
    if (block.kind === 'bars') writeChart(slide, block, lang, area);
    else if (block.kind === 'table') writeTable(slide, block, lang, area);
    else writeNotice(slide, plainText(block), lang, area);
  });
  page.notes.forEach((note, at) => {
    addText(slide, lang, note, { x, y: notesTop + at * NOTE.line, w, h: NOTE.line, size: NOTE.size, colour: COLOURS.text3, name: 'Note' });
  });
  const footer = { y: PAGE.footer, h: 0.28, size: 11, colour: COLOURS.text3, valign: 'middle' } as const;
  addText(slide, lang, page.source, { ...footer, x, w: w * 0.6, name: 'Source' });
  addText(slide, lang, account, { ...footer, x: x + w * 0.6, w: w * 0.4 - 0.4, align: 'right', name: 'Account' });
}
