import type PptxGenJS from 'pptxgenjs';
import type { Theme } from '#shared/domain/document/theme.ts';
import { cleanText } from './clean-text.ts';
import { COLOURS } from './deck-style.ts';
import { fitText } from './measure-text.ts';
import { roomOf } from './page-layout.ts';

/** In which language and look everything on a slide is written. */
export interface Ink {
  lang: string;
  theme: Theme;
}

/** A colour as PPTX wants it. */
export const bare = (colour: string): string => colour.slice(1);

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

/** Puts a text into a box without margins, cut so that it cannot run over. */
export function addText(slide: Slide, ink: Ink, text: string, box: TextBox): void {
  const { x, y, w, h, size, lines = 1, bold = false, colour = COLOURS.text, align = 'left', valign = 'top', placeholder, name } = box;
  slide.addText(fitText(cleanText(text), roomOf(w, ink.theme), size, { lines, bold }), {
    x, y, w, h, fontSize: size, bold, color: colour, align, valign, margin: 0, fontFace: ink.theme.latin, lang: ink.lang, fit: 'none', placeholder, objectName: name,
  });
}
