/** Space in px around the drawing area of a bar chart; the points that take the focus lie over the same area. */
export interface ChartFrame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Rough width of a text in px: Han characters are square, others about half as wide. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += /[\u2e80-\uffef]/.test(char) ? size : size * 0.56;
  return Math.ceil(width);
}

/** Frame of standing bars, wide enough for the longest label of the value axis. */
export function columnFrame(axisLabels: readonly string[], tick: number): ChartFrame {
  return { left: Math.max(...axisLabels.map((label) => textWidth(label, tick)), 16) + 12, right: 8, top: 26, bottom: 26 };
}

/** Frame of lying bars: names on the left within a third of the chart, values at the bar's end. */
export function rowFrame(names: readonly string[], values: readonly string[], tick: number): ChartFrame {
  const widest = (texts: readonly string[]): number => Math.max(...texts.map((text) => textWidth(text, tick)), 16);
  return { left: Math.min(widest(names) + 12, 200), right: widest(values) + 16, top: 4, bottom: 4 };
}

/** A round axis from 0 (or below, for losses) to past the largest figure: its ends and the step between ticks. */
export function axisScale(values: readonly number[], ticks: number): { min: number; max: number; step: number } {
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const rough = (high - low) / ticks || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return { min: Math.floor(low / step) * step, max: Math.max(Math.ceil(high / step) * step, step), step };
}
