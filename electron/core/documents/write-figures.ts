import type { DeckFigures } from '#shared/domain/document/model.ts';
import { COLOURS, TONES } from './deck-style.ts';
import { FIGURES_HEIGHT, type Box } from './page-layout.ts';
import { addText, bare, type Ink, type Slide } from './pptx-slide.ts';

const GAP = 0.3;
const RULE = 0.05;
const MOST = 4;

/** Writes figures in a row, each behind a rule in the accent: what it is, the number, how it stands to another. */
export function writeFigures(slide: Slide, { figures }: DeckFigures, ink: Ink, area: Box): void {
  const shown = figures.slice(0, MOST);
  const w = (area.w - GAP * (shown.length - 1)) / shown.length;
  shown.forEach((figure, at) => {
    const left = area.x + at * (w + GAP);
    const text = { x: left + RULE + 0.14, w: w - RULE - 0.14 };
    slide.addShape('rect', { x: left, y: area.y, w: RULE, h: FIGURES_HEIGHT - 0.1, fill: { color: bare(ink.theme.accent) }, objectName: 'Rule' });
    addText(slide, ink, figure.label, { ...text, y: area.y, h: 0.28, size: 12, colour: COLOURS.text2, name: 'Label' });
    addText(slide, ink, figure.value, { ...text, y: area.y + 0.28, h: 0.52, size: 28, bold: true, valign: 'middle', name: 'Figure' });
    if (figure.comparison !== null) addText(slide, ink, figure.comparison, { ...text, y: area.y + 0.82, h: 0.28, size: 12, colour: TONES[figure.tone].color, name: 'Comparison' });
  });
}
