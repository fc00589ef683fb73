import { useSyncExternalStore } from 'react';
import { readPalette, type ChartPalette } from './chart-palette.ts';

let current: { key: string; palette: ChartPalette } | null = null;

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme', 'lang'] });
  return () => observer.disconnect();
}

function snapshot(): ChartPalette {
  const root = document.documentElement;
  const style = getComputedStyle(document.body);
  const palette = readPalette((property) => style.getPropertyValue(property), root.lang);
  const key = JSON.stringify(palette);
  if (current?.key !== key) current = { key, palette };
  return current.palette;
}

/** The chart palette of the theme and language in use; changes when either does. */
export function useChartPalette(): ChartPalette {
  return useSyncExternalStore(subscribe, snapshot);
}
