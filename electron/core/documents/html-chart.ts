import type { DeckChart } from '#shared/domain/document/chart.ts';
import type { Theme } from '#shared/domain/document/theme.ts';
import { formatNumber, type FormatLanguage } from '#shared/kernel/format-number.ts';
import { cleanText } from './clean-text.ts';
import { COLOURS } from './deck-style.ts';
import { html } from './html-text.ts';
import { fitText, textWidth } from './measure-text.ts';
import { roomOf } from './page-layout.ts';

/** Pixels of an inch. */
const PX = 96;
const FONT = 10;
const LEGEND = 30;
const NAMES = 0.36;
const TICKS = 5;

type Scale = (value: number) => number;
/** Where the values stand and what they are called, in pixels. */
interface Plot { left: number; right: number; top: number; bottom: number }

interface Drawing { chart: DeckChart; theme: Theme; language: FormatLanguage; colours: string[] }

const px = (value: number): string => String(Number(value.toFixed(1)));
const wide = (text: string): number => textWidth(text, FONT) * PX;
const label = (x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end'): string => `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${html(text)}</text>`;
const line = (x1: number, y1: number, x2: number, y2: number, colour: string): string => `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" stroke="#${colour}"/>`;

/** Round steps from the lowest value (nought at most) to the highest. */
export function axisTicks(values: readonly number[]): number[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const raw = (high - low || 1) / TICKS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((part) => part * power >= raw) ?? 10) * power;
  const [first, last] = [Math.floor(low / step), Math.max(1, Math.ceil(high / step))];
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

function legend(drawing: Drawing, width: number): string {
  const { chart } = drawing;
  let x = 0;
  const names = chart.series.map(({ name }) => cleanText(name));
  const fits = names.reduce((sum, name) => sum + wide(name) + 33, 0) <= width + 18;
  return names.map((name, at) => {
    const text = fits ? name : fitText(name, width / names.length / PX - 0.25, FONT);
    const piece = `<rect x="${px(x)}" y="5" width="10" height="10" ${paint(drawing, at)}/>${label(x + 15, 14, text, 'start')}`;
    x += 15 + wide(text) + 18;
    return piece;
  }).join('');
}

/** The quarter before is only outlined: filled, it would pass for the unfinished month of this one. */
const paint = ({ chart, colours }: Drawing, series: number): string =>
  (chart.series[series]?.role === 'lastQuarter' && chart.mark !== 'lines' ? `fill="#${COLOURS.page}" stroke="${colours[series]}" stroke-width="1.5"` : `fill="${colours[series]}"`);

/** One bar of a category: `at` along the categories, from nought to its value along the other axis. */
function bar(drawing: Drawing, series: number, category: number, place: { at: number; thick: number; from: number; to: number }): string {
  const { chart } = drawing;
  const { at, thick, from, to } = place;
  const [start, length] = [Math.min(from, to), Math.abs(to - from)];
  const now = chart.series[series]?.role === 'now';
  const opacity = now && chart.unfinishedAt === category ? ' fill-opacity="0.5"' : '';
  const [x, y, w, h] = chart.direction === 'up' ? [at, start, thick, length] : [start, at, length, thick];
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(w)}" height="${px(h)}" ${paint(drawing, series)}${opacity}/>`;
}

function bars(drawing: Drawing, plot: Plot, scale: Scale): string {
  const { chart, language } = drawing;
  const up = chart.direction === 'up';
  const [begin, end] = up ? [plot.left, plot.right] : [plot.top, plot.bottom];
  const slot = (end - begin) / Math.max(1, chart.categories.length);
  const thick = Math.min((slot * 0.66) / Math.max(1, chart.series.length), 46);
  const zero = scale(0);
  return chart.categories.map((_, category) => {
    const first = begin + slot * (category + 0.5) - (thick * chart.series.length) / 2;
    return chart.series.map(({ role, values }, series) => {
      const value = values[category] ?? 0;
      const at = first + thick * series;
      const to = scale(value);
      const drawn = bar(drawing, series, category, { at, thick: thick * 0.94, from: zero, to });
      if (role !== 'now') return drawn;
      const text = formatNumber(value, language, chart.digits);
      return drawn + (up ? label(at + thick / 2, to + (value < 0 ? 15 : -5), text, 'middle') : label(to + (value < 0 ? -5 : 5), at + thick / 2 + 4.5, text, value < 0 ? 'end' : 'start'));
    }).join('');
  }).join('');
}

function lines({ chart, colours }: Drawing, plot: Plot, scale: Scale): string {
  const slot = (plot.right - plot.left) / Math.max(1, chart.categories.length);
  return chart.series.map(({ values }, series) => {
    const points = values.map((value, at) => `${px(plot.left + slot * (at + 0.5))},${px(scale(value))}`).join(' ');
    return `<polyline points="${points}" fill="none" stroke="${colours[series]}" stroke-width="3" stroke-linejoin="round"/>`;
  }).join('');
}

/** Values upwards over their categories; of many categories not every one is named. */
function upright(drawing: Drawing, width: number, height: number): string {
  const { chart, language } = drawing;
  const ticks = axisTicks(chart.series.flatMap(({ values }) => values));
  const digits = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  const names = ticks.map((tick) => formatNumber(tick, language, digits));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const plot: Plot = { left: Math.max(...names.map(wide)) + 8, right: width, top: LEGEND + 14, bottom: height - 24 };
  const scale: Scale = (value) => plot.bottom - ((value - low) / (high - low)) * (plot.bottom - plot.top);
  const slot = (plot.right - plot.left) / Math.max(1, chart.categories.length);
  const every = Math.max(1, Math.ceil((Math.max(0, ...chart.categories.map(wide)) + 10) / slot));
  const shortest = chart.categories.length <= 6 ? 1 : every;
  return [
    ...ticks.map((tick, at) => line(plot.left, scale(tick), plot.right, scale(tick), tick === 0 ? COLOURS.line2 : COLOURS.line) + label(plot.left - 6, scale(tick) + 4.5, names[at] ?? '', 'end')),
    chart.mark === 'lines' ? lines(drawing, plot, scale) : bars(drawing, plot, scale),
    ...chart.categories.map((category, at) => (at % shortest === 0 ? label(plot.left + slot * (at + 0.5), height - 6, fitText(cleanText(category), (slot * shortest) / PX, FONT), 'middle') : '')),
  ].join('');
}

/** Values to the right of their names. */
function sideways(drawing: Drawing, width: number, height: number): string {
  const { chart, language, theme } = drawing;
  const values = chart.series.flatMap((series) => series.values);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const number = Math.max(0, ...values.map((value) => wide(formatNumber(value, language, chart.digits)))) + 10;
  const plot: Plot = { left: width * NAMES + (low < 0 ? number : 0), right: width - number, top: LEGEND, bottom: height - 6 };
  const scale: Scale = (value) => plot.left + ((value - low) / (high - low || 1)) * (plot.right - plot.left);
  const slot = (plot.bottom - plot.top) / Math.max(1, chart.categories.length);
  return [
    bars(drawing, plot, scale), line(scale(0), plot.top, scale(0), plot.bottom, COLOURS.line2),
    ...chart.categories.map((category, at) => label(width * NAMES - 10, plot.top + slot * (at + 0.5) + 4.5, fitText(cleanText(category), roomOf((width * NAMES - 12) / PX, theme), FONT), 'end')),
  ].join('');
}

/** A chart as a drawing of its own, in an area of inches. */
export function htmlChart(chart: DeckChart, theme: Theme, language: FormatLanguage, area: { w: number; h: number }): string {
  const [width, height] = [area.w * PX, area.h * PX];
  const roles = { now: theme.accent, lastQuarter: chart.mark === 'lines' ? theme.accentTint : theme.accent, lastYear: `#${COLOURS.before}` };
  const drawing: Drawing = { chart, theme, language, colours: chart.series.map(({ role }) => roles[role]) };
  const body = chart.direction === 'up' || chart.mark === 'lines' ? upright(drawing, width, height) : sideways(drawing, width, height);
  return `<svg role="img" aria-label="${html(chart.description)}" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}">${legend(drawing, width)}${body}</svg>`;
}
