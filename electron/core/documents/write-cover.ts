import type { CoverPage } from '#shared/domain/document/model.ts';
import { cleanText } from './clean-text.ts';
import { COLOURS, PAGE, TYPE } from './deck-style.ts';
import { addText, titleLines, type Slide } from './pptx-slide.ts';

const ROW = 0.56;

/** The title page: whose review, of which days, by whom, and what the pages say in one line each. */
export function writeCover(slide: Slide, page: CoverPage, lang: string): void {
  const w = PAGE.inner;
  const x = PAGE.side;
  addText(slide, lang, page.subtitle, { x, y: 0.78, w, h: 0.36, size: 16, bold: true, colour: COLOURS.accent, name: 'Subtitle' });
  const titleHeight = titleLines(cleanText(page.title), TYPE.coverTitle.size) * TYPE.coverTitle.line;
  addText(slide, lang, page.title, { x, y: TYPE.coverTitle.y, w, h: titleHeight, size: TYPE.coverTitle.size, lines: 2, bold: true, placeholder: 'headline', name: 'Title' });
  let y = TYPE.coverTitle.y + titleHeight + 0.04;
  if (page.alias) {
    addText(slide, lang, page.alias, { x, y, w, h: 0.4, size: 18, colour: COLOURS.text3, name: 'Alias' });
    y += 0.44;
  }
  addText(slide, lang, page.period, { x, y: y + 0.08, w, h: 0.34, size: 15, colour: COLOURS.text2, name: 'Period' });
  const top = PAGE.bottom - page.summary.length * ROW - 0.06;
  page.summary.forEach((finding, at) => {
    const rowTop = top + at * ROW;
    slide.addShape('line', { x, y: rowTop, w, h: 0, line: { color: at === 0 ? COLOURS.control : COLOURS.line2, width: 0.75 }, objectName: 'Hairline' });
    addText(slide, lang, finding.text, { x, y: rowTop, w: w - 0.6, h: ROW, size: 15, valign: 'middle', name: 'Finding' });
    addText(slide, lang, String(finding.page), { x: x + w - 0.5, y: rowTop, w: 0.5, h: ROW, size: 13, colour: COLOURS.text3, align: 'right', valign: 'middle', name: 'Page of the finding' });
  });
  addText(slide, lang, page.prepared, { x, y: PAGE.footer, w, h: 0.28, size: 11, colour: COLOURS.text3, valign: 'middle', name: 'Prepared by' });
}
