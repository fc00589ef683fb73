/** How a column's values are written: money in 1/10,000, shares as ratios, dates as `YYYY-MM-DD`. */
export interface DeckSheetColumn {
  title: string;
  kind: 'text' | 'number' | 'money' | 'percent' | 'date';
}

/** Rows as they are, without a page. */
export interface DeckSheet {
  title: string;
  columns: DeckSheetColumn[];
  rows: (string | number | null)[][];
}
