import type { ContentPage, CoverPage, DeckBlock } from '#shared/domain/document/model.ts';
import type { DeckTable } from '#shared/domain/document/table.ts';
import type { Theme } from '#shared/domain/document/theme.ts';
import { cleanText } from './clean-text.ts';
import { PAGE, TYPE } from './deck-style.ts';
import { logoBox } from './logo-box.ts';
import { linesNeeded, textWidth } from './measure-text.ts';

/** Inches from the page's top left corner. */
export interface Box { x: number; y: number; w: number; h: number }

/** Text sizes in points, heights of their lines in inches. */
export const EXPLANATION = { size: 14, line: 0.29 };
export const NOTE = { size: 11, line: 0.24 };
export const FOOT = { size: 11, h: 0.28 };
export const LABEL = { y: 0.56, h: 0.4, size: 14, pad: 0.18 };
export const SUMMARY = { size: 15, row: 0.56 };
/** Height of a row of figures. */
export const FIGURES_HEIGHT = 1.2;
/** The label leaves the logo its place. */
const LABEL_MOST = 8.5;
/** Part of the width that the first of two blocks takes. */
const LEFT = 0.42;

/** Tables: sizes in points, paddings and heights in inches. A line is tall enough for Chinese faces, which are higher than Latin ones. */
export const TABLE = { size: 12, head: 11, headHeight: 0.36, line: (12 * 1.42) / 72, top: 0.05, side: 0.09, more: 0.36 };
const ROOMY = 0.6;
/** The smallest that a number may become, points. */
const LEAST = 7;

/** Width in which a text is measured: faces wider than the measured one have less of it. */
export const roomOf = (width: number, theme: Theme): number => width / theme.widening;

/** One or two: longer titles are cut. */
export const titleLines = (title: string, size: number, theme: Theme): 1 | 2 => (linesNeeded(cleanText(title), roomOf(PAGE.inner, theme), size, true) > 1 ? 2 : 1);

/** Height that each row of a table has in an area of `h`. */
export function rowHeight({ columns, rows, more }: DeckTable, h: number): number {
  const least = Math.max(...columns.map((column) => column.lines)) * TABLE.line + 2 * TABLE.top;
  const body = h - TABLE.headHeight - (more === null ? 0 : TABLE.more);
  return Math.max(least, Math.min(ROOMY, body / Math.max(1, rows.length)));
}

/** Points in which a number stands on one line: a text that is too long is cut, a number never. */
export function numberSize(text: string, width: number, theme: Theme, bold: boolean): number {
  const needed = textWidth(cleanText(text), TABLE.size, bold) / roomOf(width, theme);
  return needed <= 1 ? TABLE.size : Math.max(LEAST, Math.floor((TABLE.size / needed) * 2) / 2);
}

/** Figures in a row across the top, the other blocks under them, two side by side. */
function placed(blocks: DeckBlock[], { x, y, w, h }: Box): { block: DeckBlock; area: Box }[] {
  const row = blocks.find((block) => block.kind === 'figures');
  const below = row ? { y: y + FIGURES_HEIGHT + 0.16, h: h - FIGURES_HEIGHT - 0.16 } : { y, h };
  const [first, second] = blocks.filter((block) => block !== row);
  const left = second ? (w - PAGE.gap) * LEFT : w;
  return [
    ...(row ? [{ block: row, area: { x, y, w, h: FIGURES_HEIGHT } }] : []),
    ...(first ? [{ block: first, area: { x, w: left, ...below } }] : []),
    ...(second ? [{ block: second, area: { x: x + left + PAGE.gap, w: w - left - PAGE.gap, ...below } }] : []),
  ];
}

/** Where everything on a page under its finding stands. */
export function contentLayout(page: ContentPage, theme: Theme) {
  const { side: x, inner: w } = PAGE;
  const headline: Box = { x, y: PAGE.top, w, h: titleLines(page.headline, TYPE.headline.size, theme) * TYPE.headline.line };
  const explanationLines = Math.min(2, linesNeeded(cleanText(page.explanation), roomOf(w, theme), EXPLANATION.size));
  const explanation: Box = { x, y: headline.y + headline.h + 0.06, w, h: explanationLines * EXPLANATION.line };
  const top = explanation.y + explanation.h + 0.28;
  const notesTop = PAGE.bottom - page.notes.length * NOTE.line;
  const logo = logoBox(theme, 'page');
  const indent = logo ? logo.w + 0.18 : 0;
  return {
    headline, explanation, logo,
    blocks: placed(page.blocks, { x, y: top, w, h: (page.notes.length > 0 ? notesTop - 0.1 : PAGE.bottom) - top }),
    notes: page.notes.map((text, at) => ({ text, box: { x, y: notesTop + at * NOTE.line, w, h: NOTE.line } })),
    source: { x: x + indent, y: PAGE.footer, w: w * 0.6 - indent, h: FOOT.h },
    account: { x: x + w * 0.6, y: PAGE.footer, w: w * 0.4 - 0.4, h: FOOT.h },
    number: { x: PAGE.width - x - 0.4, y: PAGE.footer, w: 0.4, h: FOOT.h },
  };
}

/** Where everything on the title page stands. */
export function coverLayout(page: CoverPage, theme: Theme) {
  const { side: x, inner: w } = PAGE;
  const label = Math.min(LABEL_MOST, textWidth(cleanText(page.subtitle), LABEL.size, true) * theme.widening + 0.1);
  const title: Box = { x, y: TYPE.coverTitle.y, w, h: titleLines(page.title, TYPE.coverTitle.size, theme) * TYPE.coverTitle.line };
  const under = title.y + title.h + 0.04;
  const top = PAGE.bottom - page.summary.length * SUMMARY.row - 0.06;
  return {
    logo: logoBox(theme, 'cover'), title,
    label: { x, y: LABEL.y, w: label + 2 * LABEL.pad, h: LABEL.h },
    subtitle: { x: x + LABEL.pad, y: LABEL.y, w: label, h: LABEL.h },
    alias: { x, y: under, w, h: 0.4 },
    period: { x, y: under + (page.alias ? 0.44 : 0) + 0.08, w, h: 0.34 },
    summary: page.summary.map((finding, at) => ({ finding, y: top + at * SUMMARY.row, text: { x, y: top + at * SUMMARY.row, w: w - 0.6, h: SUMMARY.row }, page: { x: x + w - 0.5, y: top + at * SUMMARY.row, w: 0.5, h: SUMMARY.row } })),
    prepared: { x, y: PAGE.footer, w: w * 0.6, h: FOOT.h },
    company: { x: x + w * 0.6, y: PAGE.footer, w: w * 0.4, h: FOOT.h },
  };
}
