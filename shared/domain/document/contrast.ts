/** Red, green and blue of `#RRGGBB`, each 0 to 255. */
function channels(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

const hex = (parts: readonly number[]): string => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('').toUpperCase()}`;

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours (`#RRGGBB`) as WCAG counts it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The first colour with `share` of the second mixed in. */
export function mix(colour: string, into: string, share: number): string {
  const other = channels(into);
  return hex(channels(colour).map((part, at) => part + ((other[at] ?? 0) - part) * share));
}

/** Black or white, whichever is read better on a colour; one of them always keeps 4.5:1. */
export const textOn = (colour: string): string => (contrast(colour, '#FFFFFF') >= 4.5 ? '#FFFFFF' : '#000000');

/** The colour itself where it keeps `least`:1 on white, else darkened until it does. */
export function darkEnough(colour: string, least: number): string {
  for (let share = 0; share < 1; share += 0.02) {
    const darker = mix(colour, '#000000', share);
    if (contrast(darker, '#FFFFFF') >= least) return darker;
  }
  return '#000000';
}
