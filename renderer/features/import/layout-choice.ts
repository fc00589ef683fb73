import type { Encoding, Layout, LayoutChoice } from '#shared/domain/import/layout.ts';

/**
 * What to ask for when one part of the layout changes: the parts before it stay as they are, those that depend on it are
 * proposed anew.
 */
export function layoutChange(layout: Layout, part: LayoutChoice): LayoutChoice {
  const { sheet, encoding, delimiter, quote } = layout;
  if (part.sheet !== undefined) return { sheet: part.sheet };
  if (part.encoding !== undefined) return { encoding: part.encoding };
  if (part.delimiter !== undefined) return { encoding, delimiter: part.delimiter };
  return { sheet, encoding, delimiter, quote, ...part };
}

/** Key of an encoding's words: locale keys hold no hyphen. */
export const encodingKey = (encoding: Encoding): string => encoding.replaceAll('-', '_');
