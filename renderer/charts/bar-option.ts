import type { CustomSeriesOption } from 'echarts/charts';
import type { BarPoint } from './bar-point.ts';
import { axisScale, columnFrame, rowFrame, textWidth, type ChartFrame } from './chart-frame.ts';
import type { ChartPalette } from './chart-palette.ts';
import type { ChartOption } from './echarts.ts';

export interface BarOptionInput {
  points: readonly BarPoint[];
  lying: boolean;
  palette: ChartPalette;
  /** Words for a value on the axis. */
  formatAxis: (value: number) => string;
  animate: boolean;
}

const TICK_WIDTH = 0.68;

/** Ticks are round figures: `¥12.0M` says no more than `¥12M`. */
const tickText = (value: number, text: string): string => (value === 0 ? '0' : text.replace(/\.0(?!\d)/, ''));

/** The year before as a tick across each bar, edged with the surface so that it shows on the bar too. */
function yearBefore({ points, lying, palette }: BarOptionInput): CustomSeriesOption {
  return {
    type: 'custom', silent: true, z: 3,
    data: points.flatMap(({ before }, index) => (before === null ? [] : [[index, before]])),
    renderItem: (_params, api) => {
      const index = Number(api.value(0));
      const value = Number(api.value(1));
      const [x = 0, y = 0] = api.coord(lying ? [value, index] : [index, value]);
      const size = api.size?.(lying ? [0, 1] : [1, 0]);
      const band = Array.isArray(size) ? (size[lying ? 1 : 0] ?? 0) : 0;
      const reach = band * TICK_WIDTH;
      const shape = lying ? { x: x - 1, y: y - reach / 2, width: 2, height: reach } : { x: x - reach / 2, y: y - 1, width: reach, height: 2 };
      return { type: 'rect', shape, style: { fill: palette.colour.c2, stroke: palette.colour.surface, lineWidth: 1 } };
    },
  };
}

/** “to 23 Nov” over the bar of a period that still runs, clear of the year before's tick. */
function unfinishedNotes({ points, palette }: BarOptionInput): CustomSeriesOption {
  return {
    type: 'custom', silent: true, z: 4,
    data: points.flatMap(({ unfinished, value, before }, index) => (unfinished ? [[index, Math.max(value ?? 0, before ?? 0, 0)]] : [])),
    renderItem: (_params, api) => {
      const index = Number(api.value(0));
      const [x = 0, y = 0] = api.coord([index, api.value(1)]);
      const half = textWidth(points[index]?.unfinished ?? '', palette.tick) / 2;
      return {
        type: 'text',
        style: {
          text: points[index]?.unfinished ?? '', x: Math.min(x, api.getWidth() - half - 4), y: y - 6, align: 'center', verticalAlign: 'bottom',
          fill: palette.colour.text2, font: `${palette.tick}px ${palette.fontFamily}`,
        },
      };
    },
  };
}

/** What the chart is drawn with, and the frame over which its points lie. Money stays in the integers it came in. */
export function barOption(input: BarOptionInput): { option: ChartOption; frame: ChartFrame } {
  const { points, lying, palette, formatAxis, animate } = input;
  const { colour, tick, fontFamily } = palette;
  const { min, max, step } = axisScale(points.flatMap(({ value, before }) => [value ?? 0, before ?? 0]), 4);
  const tickLabels = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) => min + index * step).map((value) => tickText(value, formatAxis(value)));
  const frame = lying ? rowFrame(points.map((point) => point.label), points.map((point) => point.valueText ?? ''), tick) : columnFrame(tickLabels, tick);
  const valueAxis = {
    type: 'value' as const, min, max, interval: step, axisLine: { show: false }, axisTick: { show: false },
    axisLabel: { show: !lying, color: colour.text3, fontSize: tick, formatter: (value: number) => tickText(value, formatAxis(value)), margin: 8 },
    splitLine: { show: !lying, lineStyle: { color: colour.grid } },
  };
  const nameAxis = {
    type: 'category' as const, data: points.map((point) => point.label), inverse: lying, axisTick: { show: false },
    axisLine: { show: !lying, lineStyle: { color: colour.grid } },
    axisLabel: { color: lying ? colour.text : colour.text3, fontSize: lying ? 12 : tick, interval: 0, width: lying ? frame.left - 12 : undefined, overflow: 'truncate' as const },
  };
  // The figures stand in a column of their own, clear of the ticks of the year before.
  const figureAxis = {
    type: 'category' as const, data: points.map((point) => point.valueText ?? ''), inverse: true, position: 'right' as const, axisTick: { show: false }, axisLine: { show: false },
    axisLabel: { color: colour.text, fontSize: 12, interval: 0, align: 'right' as const, margin: frame.right - 4 },
  };
  const option: ChartOption = {
    animation: animate, animationDuration: 200, animationEasing: 'cubicOut',
    textStyle: { fontFamily },
    grid: { ...frame, outerBoundsMode: 'none' },
    xAxis: lying ? valueAxis : nameAxis,
    yAxis: lying ? [nameAxis, figureAxis] : valueAxis,
    tooltip: {
      renderMode: 'richText', trigger: 'axis', triggerOn: 'none', confine: true, transitionDuration: 0,
      axisPointer: { type: 'none' },
      backgroundColor: colour.surface, borderColor: colour.line2, borderWidth: 1, padding: [8, 12],
      textStyle: { color: colour.text, fontSize: 12, lineHeight: 18, fontFamily },
      formatter: (params) => {
        const at = Array.isArray(params) ? params[0] : params;
        return (points[at?.dataIndex ?? -1]?.lines ?? []).join('\n');
      },
    },
    series: [
      {
        type: 'bar', silent: true, barWidth: lying ? 14 : '52%', barMaxWidth: lying ? 14 : 44,
        itemStyle: { color: colour.c1, borderRadius: lying ? [0, 2, 2, 0] : [2, 2, 0, 0] },
        data: points.map(({ value, unfinished }) => ({ value: value ?? '-', itemStyle: { opacity: unfinished ? 0.45 : 1 } })),
      },
      yearBefore(input),
      ...(lying ? [] : [unfinishedNotes(input)]),
    ],
  };
  return { option, frame };
}
