const colourTokens = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'grid', 'line2', 'surface', 'text', 'text2', 'text3'] as const;

type ColourToken = (typeof colourTokens)[number];

/** The colours and letters a chart is drawn with, taken from the page's own tokens. */
export interface ChartPalette {
  colour: Record<ColourToken, string>;
  fontFamily: string;
  /** Size of ticks in px: 11, and 12 where Chinese is written. */
  tick: number;
}

/**
 * Reads the palette as it stands now, so that a switch of theme or language shows at the next drawing.
 * @param read value of a custom property such as `--bl-c1`, or of an ordinary one such as `font-family`
 */
export function readPalette(read: (property: string) => string, language: string): ChartPalette {
  return {
    colour: Object.fromEntries(colourTokens.map((name) => [name, read(`--bl-${name}`).trim()])) as Record<ColourToken, string>,
    fontFamily: read('font-family'),
    tick: language.startsWith('zh') ? 12 : 11,
  };
}
