import type PptxGenJS from 'pptxgenjs';
import { cleanText } from './clean-text.ts';
import { COLOURS, PAGE, TYPE } from './deck-style.ts';
import { fitText, linesNeeded } from './measure-text.ts';

export type Slide = ReturnType<InstanceType<typeof PptxGenJS>['addSlide']>;

/** Where and how one text stands; inches and points. */
interface TextBox {
  x: number;
  y: number;
  w: number;
  h: number;
  size: number;
  lines?: number;
  bold?: boolean;
  colour?: string;
  align?: 'left' | 'right';
  valign?: 'top' | 'middle' | 'bottom';
  /** Name of the layout's placeholder that the text fills. */
  placeholder?: string;
  name: string;
}

/** One or two: longer titles are cut. */
export const titleLines = (title: string, size: number): 1 | 2 => (linesNeeded(title, PAGE.inner, size, true) > 1 ? 2 : 1);

/** Puts a text into a box without margins, cut so that it cannot run over. */
export function addText(slide: Slide, lang: string, text: string, box: TextBox): void {
  const { x, y, w, h, size, lines = 1, bold = false, colour = COLOURS.text, align = 'left', valign = 'top', placeholder, name } = box;
  slide.addText(fitText(cleanText(text), w, size, { lines, bold }), {
    x, y, w, h, fontSize: size, bold, color: colour, align, valign, margin: 0, fontFace: TYPE.latin, lang, fit: 'none', placeholder, objectName: name,
  });
}
