import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { cssVariablesResolver } from '#renderer/ui/css-variables-resolver.ts';
import { theme } from '#renderer/ui/theme.ts';
import { DARK_TOKENS, LIGHT_TOKENS, type TokenName } from '#renderer/ui/tokens.ts';

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio of two hex colours. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const TEXT_PAIRS: [TokenName, TokenName][] = [
  ...(['text', 'text2', 'text3'] as const).flatMap((text) => (['bg', 'surface', 'surface2', 'hover'] as const).map((back): [TokenName, TokenName] => [text, back])),
  ['text', 'asoft'], ['text2', 'asoft'], ['text3', 'asoft'], ['atext', 'asoft'], ['atext', 'surface'], ['atext', 'bg'], ['onaccent', 'accent'], ['onaccent', 'accent-h'],
  ['good', 'surface'], ['watch', 'surface'], ['risk', 'surface'], ['pro', 'surface'], ['con', 'surface'],
  ['good', 'gsoft'], ['watch', 'wsoft'], ['risk', 'rsoft'], ['pro', 'psoft'], ['con', 'csoft'], ['text', 'rsoft'], ['text2', 'rsoft'], ['text', 'wsoft'], ['text2', 'wsoft'],
  ['toast-text', 'toast'], ['toast-key', 'toast'], ['mark-text', 'mark'],
  ...([0, 1, 2, 3, 4, 5] as const).map((tone): [TokenName, TokenName] => [`av${tone}-fg`, `av${tone}-bg`]),
];

const EDGE_PAIRS: [TokenName, TokenName][] = [
  ['ctl', 'surface'], ['focus', 'surface'], ['focus', 'bg'],
  ...(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'] as const).map((series): [TokenName, TokenName] => [series, 'surface']),
];

describe.each([['light', LIGHT_TOKENS], ['dark', DARK_TOKENS]] as const)('%s', (_scheme, tokens) => {
  it.each(TEXT_PAIRS)('%s on %s reads at 4.5:1', (text, back) => {
    expect(contrast(tokens[text], tokens[back])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EDGE_PAIRS)('%s on %s shows at 3:1', (edge, back) => {
    expect(contrast(tokens[edge], tokens[back])).toBeGreaterThanOrEqual(3);
  });
});

describe('the theme', () => {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const resolved = cssVariablesResolver(merged);

  it('says every token in both schemes', () => {
    for (const name of Object.keys(LIGHT_TOKENS)) {
      expect(resolved.light).toHaveProperty(`--bl-${name}`);
      expect(resolved.dark).toHaveProperty(`--bl-${name}`);
    }
    expect(Object.keys(resolved.light)).toEqual(Object.keys(resolved.dark));
  });

  it('gives Mantine’s roles only tokens that exist', () => {
    for (const [role, value] of Object.entries(resolved.light).filter(([name]) => name.startsWith('--mantine'))) {
      expect(Object.keys(resolved.light), role).toContain(/^var\((--bl-[\w-]+)\)$/.exec(value)?.[1]);
    }
  });

  it('puts the accent on the shade that each scheme measures', () => {
    expect(merged.colors['keel']?.[7]).toBe(LIGHT_TOKENS.accent);
    expect(merged.colors['keel']?.[4]).toBe(DARK_TOKENS.accent);
    expect(merged.primaryShade).toEqual({ light: 7, dark: 4 });
  });

  it('writes on the accent in its own colour, whatever Mantine would guess', () => {
    const resolve = (variant: string, color: string) => merged.variantColorResolver({ color, theme: merged, variant });
    expect(resolve('filled', 'keel').color).toBe('var(--bl-onaccent)');
    expect(resolve('filled', 'gray').color).not.toBe('var(--bl-onaccent)');
    expect(resolve('default', 'keel').color).not.toBe('var(--bl-onaccent)');
  });

  it('has only the weights that Chinese faces carry', () => {
    expect(new Set(Object.values(merged.fontWeights))).toEqual(new Set(['400', '600']));
    expect(merged.headings.fontWeight).toBe('600');
  });
});
