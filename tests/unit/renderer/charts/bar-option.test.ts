import { describe, expect, it } from 'vitest';
import { barOption, type BarOptionInput } from '#renderer/charts/bar-option.ts';
import type { BarPoint } from '#renderer/charts/bar-point.ts';
import { readPalette } from '#renderer/charts/chart-palette.ts';

const palette = readPalette((property) => (property.startsWith('--bl-') ? `<${property.slice(5)}>` : 'Inter'), 'en');

const point = (key: string, more: Partial<BarPoint> = {}): BarPoint => ({ key, label: key, value: 10, before: 5, lines: [key, 'Revenue 10'], ...more });

const build = (points: BarPoint[], more: Partial<BarOptionInput> = {}) => barOption({ points, lying: false, palette, formatAxis: String, animate: true, ...more });

function seriesOf(points: BarPoint[], more: Partial<BarOptionInput> = {}) {
  const { series } = build(points, more).option;
  if (!Array.isArray(series)) throw new Error('no series');
  return series;
}

describe('bar chart', () => {
  it('draws no bar and no tick where there is no data', () => {
    const [bars, before] = seriesOf([point('Jan'), point('Feb', { value: null, before: null })]);
    expect(bars?.data).toMatchObject([{ value: 10 }, { value: '-' }]);
    expect(before?.data).toEqual([[0, 5]]);
  });

  it('draws an unfinished month half-opaque, with its note over bar and tick', () => {
    const [bars, , notes] = seriesOf([point('Oct'), point('Nov', { value: 4, before: 9, unfinished: 'to 23 Nov' })]);
    expect(bars?.data).toMatchObject([{ itemStyle: { opacity: 1 } }, { itemStyle: { opacity: 0.45 } }]);
    expect(notes?.data).toEqual([[1, 9]]);
  });

  it('begins its bars at 0 and leaves room for the year before', () => {
    expect(build([point('Jan', { value: 10, before: 61 })]).option.yAxis).toMatchObject({ min: 0, max: 80 });
    expect(build([point('Jan', { value: -30 })]).option.yAxis).toMatchObject({ min: -30 });
  });

  it('says what a point says, in a tooltip that is no HTML', () => {
    const { tooltip } = build([point('Jan'), point('Feb', { lines: ['Feb 2026', 'Revenue ¥3'] })]).option;
    expect(tooltip).toMatchObject({ renderMode: 'richText' });
    const { formatter } = Array.isArray(tooltip) ? { formatter: undefined } : (tooltip ?? {});
    if (typeof formatter !== 'function') throw new Error('no formatter');
    expect(Reflect.apply(formatter, null, [[{ dataIndex: 1 }]])).toBe('Feb 2026\nRevenue ¥3');
    expect(Reflect.apply(formatter, null, [[{ dataIndex: 7 }]])).toBe('');
  });

  it('lies down with the names on the category axis, the first on top', () => {
    const { option } = build([point('Tea', { valueText: '¥10' })], { lying: true });
    expect(option.yAxis).toMatchObject([{ type: 'category', inverse: true, data: ['Tea'] }, { type: 'category', inverse: true, position: 'right', data: ['¥10'] }]);
    expect(option.xAxis).toMatchObject({ type: 'value' });
  });

  it('stands still when motion is to be reduced', () => {
    expect(build([point('Jan')], { animate: false }).option.animation).toBe(false);
  });

  it('takes all colours from the palette', () => {
    expect(JSON.stringify(build([point('Jan')]).option)).not.toMatch(/#[0-9a-f]{3,6}/i);
  });
});
