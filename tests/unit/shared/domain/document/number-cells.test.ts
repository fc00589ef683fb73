import { describe, expect, it } from 'vitest';
import { contrast, darkEnough, mix, textOn } from '#shared/domain/document/contrast.ts';
import { numberCell, percentCell, pointsCell } from '#shared/domain/document/number-cells.ts';
import { PLAIN_LOOK } from '#shared/domain/document/look.ts';
import { themeOf } from '#shared/domain/document/theme.ts';

describe('a number of a page says the same as text and as a number', () => {
  it.each([
    [numberCell(1_234.56, 'en', 1), '1,234.6', { value: 1_234.56, format: 'plain', digits: 1 }],
    [numberCell(-3, 'zh-CN'), '−3', { value: -3, format: 'plain', digits: 0 }],
    [numberCell(0, 'en'), '0', { value: 0, format: 'plain', digits: 0 }],
    [percentCell(0.341, 'en'), '34.1%', { value: 0.341, format: 'percent', digits: 1 }],
    [percentCell(0.341, 'en', true), '+34.1%', { value: 0.341, format: 'percent', digits: 1 }],
    [percentCell(-0.09, 'zh-CN', true), '−9.0%', { value: -0.09, format: 'percent', digits: 1 }],
  ])('%j is %s', (cell, text, number) => expect(cell).toEqual({ text, number }));

  it('a difference of shares is counted in points, not in ratios', () => {
    const { text, number } = pointsCell(0.025, 'en');
    expect(number).toEqual({ value: 2.5, format: 'points', digits: 1 });
    expect(text).toMatch(/^\+2\.5/);
    expect(pointsCell(-0.025, 'zh-CN').text).toMatch(/^−2\.5/);
  });
});

describe('whatever colour a company has, its documents can be read', () => {
  const colours = ['#000000', '#FFFFFF', '#FFFF00', '#0B6477', '#FF0000', '#00FF00', '#0000FF', '#777777', '#FEFEFE'];

  it.each(colours)('%s', (accent) => {
    const theme = themeOf({ ...PLAIN_LOOK, accent });
    expect(contrast(theme.accent, '#FFFFFF')).toBeGreaterThanOrEqual(3);
    expect(contrast(theme.accentText, '#FFFFFF')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.accent, theme.onAccent)).toBeGreaterThanOrEqual(4.5);
    expect(theme.accentTint).not.toBe(theme.accent);
    for (const colour of [theme.accent, theme.accentText, theme.onAccent, theme.accentTint]) expect(colour).toMatch(/^#[0-9A-F]{6}$/);
  });

  it('a colour that is dark enough stays as it is', () => expect(darkEnough('#0B6477', 4.5)).toBe('#0B6477'));

  it('contrast goes both ways, from none to all', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 6);
    expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 6);
    expect(contrast('#0B6477', '#0B6477')).toBe(1);
    expect([textOn('#000000'), textOn('#FFFF00')]).toEqual(['#FFFFFF', '#000000']);
  });

  it('a mix of nothing is the colour, of all the other', () => {
    expect([mix('#102030', '#FFFFFF', 0), mix('#102030', '#FFFFFF', 1), mix('#000000', '#FFFFFF', 0.5)]).toEqual(['#102030', '#FFFFFF', '#808080']);
  });
});
