/** Colours of the visual language, light set: a page is always light. Hex without #, as PPTX wants them. */
export const COLOURS = {
  page: 'FFFFFF', text: '14202A', text2: '43515D', text3: '5D6C78', line: 'E5E9EC', line2: 'CDD5DA', control: '84919B',
  accent: '0B6477', accentTint: '76B8C7', before: 'B9C3CA', good: '17734A', risk: 'B42F27',
} as const;

/** Inches on a page of 13.33 × 7.5. */
export const PAGE = { width: 13.333, height: 7.5, side: 0.57, top: 0.44, footer: 6.96, bottom: 6.74, gap: 0.45, inner: 13.333 - 2 * 0.57 } as const;

/**
 * Latin text in a face that every computer has; Chinese characters in the one Office brings to Windows and macOS.
 * Where either is missing, another face of about the same width stands in. Titles: points, top and height of a line in inches.
 */
export const TYPE = {
  latin: 'Arial', eastAsian: 'Microsoft YaHei',
  headline: { size: 26, y: PAGE.top, line: 0.5 }, coverTitle: { size: 38, y: 1.2, line: 0.72 },
} as const;
