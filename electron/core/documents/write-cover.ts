import type { CoverPage } from '#shared/domain/document/model.ts';
import { COLOURS, PAGE, TYPE } from './deck-style.ts';
import { coverLayout, FOOT, LABEL, SUMMARY } from './page-layout.ts';
import { addText, bare, type Ink, type Slide } from './pptx-slide.ts';

/** The title page: whose review, of which days, by whom, and what the pages say in one line each. */
export function writeCover(slide: Slide, page: CoverPage, ink: Ink): void {
  const { theme } = ink;
  const places = coverLayout(page, theme);
  slide.addShape('rect', { ...places.label, fill: { color: bare(theme.accent) }, objectName: 'Label' });
  addText(slide, ink, page.subtitle, { ...places.subtitle, size: LABEL.size, bold: true, colour: bare(theme.onAccent), valign: 'middle', name: 'Subtitle' });
  addText(slide, ink, page.title, { ...places.title, size: TYPE.coverTitle.size, lines: 2, bold: true, placeholder: 'headline', name: 'Title' });
  if (page.alias) addText(slide, ink, page.alias, { ...places.alias, size: 18, colour: COLOURS.text3, name: 'Alias' });
  addText(slide, ink, page.period, { ...places.period, size: 15, colour: COLOURS.text2, name: 'Period' });
  places.summary.forEach(({ finding, y, text, page: number }, at) => {
    slide.addShape('line', { x: PAGE.side, y, w: PAGE.inner, h: 0, line: { color: at === 0 ? COLOURS.control : COLOURS.line2, width: 0.75 }, objectName: 'Hairline' });
    addText(slide, ink, finding.text, { ...text, size: SUMMARY.size, valign: 'middle', name: 'Finding' });
    addText(slide, ink, String(finding.page), { ...number, size: 13, colour: COLOURS.text3, align: 'right', valign: 'middle', name: 'Page of the finding' });
  });
  const foot = { size: FOOT.size, colour: COLOURS.text3, valign: 'middle' } as const;
  addText(slide, ink, page.prepared, { ...places.prepared, ...foot, name: 'Prepared by' });
  if (theme.company !== '') addText(slide, ink, theme.company, { ...places.company, ...foot, align: 'right', name: 'Company' });
}
