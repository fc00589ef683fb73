import type { DeckText } from '#shared/domain/document/model.ts';
import type { Theme } from '#shared/domain/document/theme.ts';
import { cleanText } from './clean-text.ts';
import { fitText, linesNeeded } from './measure-text.ts';
import { roomOf, type Box } from './page-layout.ts';

/** Texts of a page: size in points, heights and paddings in inches. */
export const WORDS = { size: 14, line: 0.3, between: 0.1, heading: 0.34, under: 0.06, indent: 0.24 };

/** The paragraphs or points that fit into an area under the heading; the last one ends with … where something is left out. */
export function fitParagraphs({ heading, list, paragraphs }: DeckText, { w, h }: Pick<Box, 'w' | 'h'>, theme: Theme): string[] {
  const { size, line, between } = WORDS;
  const width = roomOf(w - (list ? WORDS.indent : 0), theme);
  const height = h - (heading === null ? 0 : WORDS.heading + WORDS.under);
  const fitting: string[] = [];
  let used = 0;
  for (const [at, paragraph] of paragraphs.map(cleanText).entries()) {
    const room = Math.floor((height - used) / line);
    if (room < 1) break;
    const lines = Math.min(room, linesNeeded(paragraph, width, size));
    used += lines * line + between;
    const isLast = at < paragraphs.length - 1 && used + line > height;
    fitting.push(fitText(isLast ? `${paragraph} …` : paragraph, width, size, { lines }));
  }
  return fitting;
}
