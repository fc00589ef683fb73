import { describe, expect, it } from 'vitest';
import { readPalette } from '#renderer/charts/chart-palette.ts';

const properties: Record<string, string> = { '--bl-c1': ' #0B6477 ', '--bl-c2': '#D97B1C', 'font-family': 'Inter' };
const read = (property: string): string => properties[property] ?? '';

describe('chart palette', () => {
  it('takes its colours from the page', () => {
    const palette = readPalette(read, 'en');
    expect(palette.colour.c1).toBe('#0B6477');
    expect(palette.colour.c2).toBe('#D97B1C');
    expect(palette.fontFamily).toBe('Inter');
  });

  it('never writes Chinese below 12 px', () => {
    expect(readPalette(read, 'zh-CN').tick).toBe(12);
    expect(readPalette(read, 'en').tick).toBe(11);
  });
});
