import type { DeckChart } from '#shared/domain/document/chart.ts';
import { cleanText } from './clean-text.ts';
import { COLOURS } from './deck-style.ts';
import { fitText } from './measure-text.ts';
import { roomOf, type Box } from './page-layout.ts';
import { addText, bare, type Ink, type Slide } from './pptx-slide.ts';

/** By what a series stands for, as PPTX wants them; bars of the quarter before are outlined in theirs. */
const seriesColours = ({ theme }: Ink, lines: boolean): Record<DeckChart['series'][number]['role'], string> => ({ now: bare(theme.accent), lastQuarter: bare(lines ? theme.accentTint : theme.accent), lastYear: COLOURS.before });

const TITLE = 0.3;
/** Part of a chart with bars to the right that names may take. */
const NAMES = 0.36;

/** Ticks are whole numbers from ten on; below one the program finds the decimals itself. */
function axisFormat(largest: number): string {
  if (largest >= 10) return '#,##0';
  return largest >= 1 ? '0.0' : 'General';
}

/** Writes a native chart with its title above; the numbers at the bars are those of its embedded workbook. */
export function writeChart(slide: Slide, chart: DeckChart, ink: Ink, area: Box): void {
  const { x, y, w, h } = area;
  const right = chart.direction === 'right';
  addText(slide, ink, chart.title, { x, y, w, h: TITLE, size: 12, bold: true, name: 'Chart title' });
  const labels = chart.categories.map((category) => {
    const clean = cleanText(category);
    return right ? fitText(clean, roomOf(w * NAMES, ink.theme), 10) : clean;
  });
  const series = chart.series.map(({ name, values }) => ({ name: cleanText(name), labels, values }));
  const format = chart.digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(chart.digits)}`;
  const values = chart.series.flatMap((one) => one.values);
  const largest = Math.max(0, ...values.map(Math.abs));
  const face = ink.theme.latin;
  const lines = chart.mark === 'lines';
  const colours = seriesColours(ink, lines);
  slide.addChart(lines ? 'line' : 'bar', series, {
    x: x - 0.05, y: y + TITLE, w: w + 0.05, h: h - TITLE,
    altText: cleanText(chart.description), objectName: cleanText(chart.title), lang: ink.lang,
    chartArea: { roundedCorners: false }, barDir: right ? 'bar' : 'col', barGrouping: 'clustered', barGapWidthPct: right ? 45 : 55, barOverlapPct: right ? -5 : -8,
    chartColors: chart.series.map(({ role }) => colours[role]),
    showLegend: true, legendPos: 't', legendFontFace: face, legendFontSize: 10, legendColor: COLOURS.text2,
    ...(lines && { lineSize: 2.25, lineDataSymbol: 'none' }),
    showValue: !lines, dataLabelFormatCode: format, ...(!lines && { dataLabelPosition: 'outEnd' }), dataLabelFontFace: face, dataLabelFontSize: 10, dataLabelColor: COLOURS.text,
    catAxisLabelFontFace: face, catAxisLabelFontSize: right ? 10 : 11, catAxisLabelColor: COLOURS.text2, catAxisLineShow: true, catAxisLineColor: COLOURS.line2, catAxisLineSize: 0.75,
    catAxisMajorTickMark: 'none', catAxisLabelPos: 'low', catGridLine: { style: 'none' },
    valAxisHidden: right && !lines, valAxisLabelFontFace: face, valAxisLabelFontSize: 10, valAxisLabelColor: COLOURS.text3, valAxisLineShow: false, valAxisMajorTickMark: 'none',
    valAxisLabelFormatCode: axisFormat(largest), ...(values.every((value) => value >= 0) && { valAxisMinVal: 0 }), valGridLine: right ? { style: 'none' } : { color: COLOURS.line, size: 0.75, style: 'solid' },
  });
}
