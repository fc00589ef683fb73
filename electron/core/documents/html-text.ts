import { cleanText } from './clean-text.ts';
import type { Box } from './page-layout.ts';

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Any text as one line of HTML, in content or in an attribute. */
export const html = (text: string): string => cleanText(text).replaceAll(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);

const inches = (value: number): string => `${Number(value.toFixed(3))}in`;

/** A place on a page as a style. */
export const at = ({ x, y, w, h }: Box): string => `left:${inches(x)};top:${inches(y)};width:${inches(w)};height:${inches(h)}`;

/** A text in its place, cut with … after `lines` lines. @param classes of the sheet of styles */
export function textBox(text: string, box: Box, classes: string, lines = 1): string {
  return `<div class="box ${classes}" style="${at(box)}"><span class="cut" style="-webkit-line-clamp:${lines}">${html(text)}</span></div>`;
}
