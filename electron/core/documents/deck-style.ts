import type { DeckCell } from '#shared/domain/document/table.ts';

/** Colours of the visual language, light set: a page is always light. Hex without #, as PPTX wants them. */
export const COLOURS = {
  page: 'FFFFFF', text: '14202A', text2: '43515D', text3: '5D6C78', line: 'E5E9EC', line2: 'CDD5DA', control: '84919B',
  before: 'B9C3CA', good: '17734A', risk: 'B42F27',
} as const;

/** Inches on a page of 13.33 × 7.5. */
export const PAGE = { width: 13.333, height: 7.5, side: 0.57, top: 0.44, footer: 6.96, bottom: 6.74, gap: 0.45, inner: 13.333 - 2 * 0.57 } as const;

/** Sizes of titles: points, top and height of a line in inches. Faces are the theme's. */
export const TYPE = {
  headline: { size: 26, y: PAGE.top, line: 0.5 }, coverTitle: { size: 38, y: 1.2, line: 0.72 },
} as const;

/** How the tone of a text looks. */
export const TONES: Readonly<Record<NonNullable<DeckCell['tone']>, { color: string; bold: boolean }>> = {
  plain: { color: COLOURS.text, bold: false },
  strong: { color: COLOURS.text, bold: true },
  quiet: { color: COLOURS.text3, bold: false },
  good: { color: COLOURS.good, bold: false },
  risk: { color: COLOURS.risk, bold: false },
};

/** Boxes that the logo stands in, inches: at the right of the cover, at the left of each page's foot. */
export const LOGO = { cover: { w: 2.6, h: 0.64, y: 0.44 }, page: { w: 1.2, h: 0.3, y: PAGE.footer - 0.01 } } as const;
