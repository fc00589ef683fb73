import { BarChart, CustomChart, type BarSeriesOption, type CustomSeriesOption } from 'echarts/charts';
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from 'echarts/components';
import { graphic, init, use, type ComposeOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, GridComponent, TooltipComponent, CanvasRenderer]);

export type ChartOption = ComposeOption<BarSeriesOption | CustomSeriesOption | GridComponentOption | TooltipComponentOption>;

/** A chart on a canvas: an SVG one would need inline styles, which the content security policy refuses. */
export function createChart(element: HTMLElement): EChartsType {
  return init(element, undefined, { renderer: 'canvas' });
}

/**
 * Shows the tooltip of a bar, or hides it. A rich-text tooltip takes no font from its options,
 * so its text element, the only one that stands on the canvas by itself, is given the page's.
 */
export function showTip(chart: EChartsType, dataIndex: number | null, font: { fontFamily: string; fontSize: number }): void {
  chart.dispatchAction(dataIndex === null ? { type: 'hideTip' } : { type: 'showTip', seriesIndex: 0, dataIndex });
  for (const element of chart.getZr().storage.getRoots()) if (element instanceof graphic.Text) element.setStyle({ ...font, lineHeight: 20 });
}
