import { useReducedMotion } from '@mantine/hooks';
import type { EChartsType } from 'echarts/core';
import { useEffect, useMemo, useRef } from 'react';
import { barOption } from './bar-option.ts';
import type { BarPoint } from './bar-point.ts';
import { ChartPoints } from './ChartPoints.tsx';
import { createChart, showTip } from './echarts.ts';
import { useChartPalette } from './use-chart-palette.ts';
import styles from './chart.module.css';

interface BarChartProps {
  /** What the chart shows, for those who cannot see it. */
  label: string;
  points: readonly BarPoint[];
  /** Bars that lie, one row each, for names too long to stand under a bar. */
  lying?: boolean;
  /** In px; lying bars take 30 each. */
  height?: number;
  formatAxis: (value: number) => string;
  onOpen: (point: BarPoint) => void;
}

/** Bars with the year before as a tick; each is a button that opens its rows. */
export function BarChart({ label, points, lying = false, height = 214, formatAxis, onOpen }: BarChartProps) {
  const canvas = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const palette = useChartPalette();
  const reduced = useReducedMotion();
  const { option, frame } = useMemo(
    () => barOption({ points, lying, palette, formatAxis, animate: !reduced }),
    [points, lying, palette, formatAxis, reduced],
  );

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const made = createChart(element);
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);

  const showPoint = (index: number | null) => {
    if (chart.current) showTip(chart.current, index, { fontFamily: palette.fontFamily, fontSize: 12 });
  };
  return (
    <div className={styles.chart} style={{ height: lying ? points.length * 30 + frame.top + frame.bottom : height }}>
      <div ref={canvas} aria-hidden="true" className={styles.canvas} />
      <ChartPoints points={points} frame={frame} lying={lying} label={label} onPoint={showPoint} onOpen={onOpen} />
    </div>
  );
}
