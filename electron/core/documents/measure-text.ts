/** Advance widths of Arial in 1/1000 em; a letter with an accent is as wide as without. */
const WIDTHS: [number, string][] = [
  [191, "'"], [222, 'ijl‘’'], [260, '|'], [278, ' !,./:;I[]\\ft·'], [333, '()-`r“”'], [334, '{}'], [355, '"'], [389, '*'], [469, '^'],
  [500, 'Jckvsxyz'], [556, '#$0123456789?L_abdeghnopqu–¥€£'], [584, '+<=>~−×'], [611, 'FTZß'], [667, '&ABEKPSVXY'], [722, 'CDHNRUw'], [778, 'GOQ'],
  [833, 'Mm'], [889, '%'], [944, 'W'], [1000, '…—'], [1015, '@'],
];
const KNOWN = new Map(WIDTHS.flatMap(([width, chars]) => [...chars].map((char) => [char, width / 1000] as const)));
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/u;
const MARK = /\p{M}|\u200d|\ufe0f/u;
const OTHER = 0.72;
const DOTS = '…';
const BOLD = 1.1;
/** Other faces that stand in for Arial are a little wider. */
const SAFETY = 1.03;

function charWidth(char: string): number {
  const known = KNOWN.get(char) ?? KNOWN.get(char.normalize('NFD')[0] ?? char);
  if (known !== undefined) return known;
  if (WIDE.test(char)) return 1;
  return MARK.test(char) ? 0 : OTHER;
}

/** Width in inches, on the wide side, of a text set at `pt` points. */
export function textWidth(text: string, pt: number, bold = false): number {
  let em = 0;
  for (const char of text.normalize('NFC')) em += charWidth(char);
  return (em * pt * (bold ? BOLD : 1) * SAFETY) / 72;
}

/** Lines that a text takes in a box of `width` inches: words break at spaces, Chinese between any two characters. */
export function linesNeeded(text: string, width: number, pt: number, bold = false): number {
  const room = width / textWidth('国', pt, bold);
  let lines = 1;
  let used = 0;
  for (const piece of text.normalize('NFC').match(/\s+|[\u2e80-\uffef\u{20000}-\u{3ffff}]|[^\s\u2e80-\uffef\u{20000}-\u{3ffff}]+/gu) ?? []) {
    let em = 0;
    for (const char of piece) em += charWidth(char);
    if (used + em > room && used > 0) {
      if (piece.trim() === '') continue;
      lines += 1;
      used = 0;
    }
    // A word longer than a line is broken wherever the line ends.
    while (em > room) {
      lines += 1;
      em -= room;
    }
    used += em;
  }
  return lines;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The text cut with … to what fits into `lines` lines of `width` inches. */
export function fitText(text: string, width: number, pt: number, { lines = 1, bold = false }: { lines?: number; bold?: boolean } = {}): string {
  if (linesNeeded(text, width, pt, bold) <= lines) return text;
  const parts = [...graphemes.segment(text)].map((part) => part.segment);
  let low = 0;
  let high = parts.length;
  const cut = (count: number): string => `${parts.slice(0, count).join('').trimEnd()}${DOTS}`;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (linesNeeded(cut(middle), width, pt, bold) <= lines) low = middle;
    else high = middle - 1;
  }
  const kept = cut(low);
  // Between words where one ends near by, so that no half word is left.
  const space = kept.lastIndexOf(' ');
  return space > kept.length * 0.6 && space > kept.length - 14 ? `${kept.slice(0, space)}${DOTS}` : kept;
}
