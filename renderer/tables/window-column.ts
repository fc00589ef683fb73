import type { ReactNode } from 'react';

export interface SortState {
  column: string;
  descending: boolean;
}

/** One column of a window table. Numbers go to the end side with their header over them. */
export interface WindowColumn<Row> {
  id: string;
  header: string;
  /** Least width in pixels, and the exact one unless the column grows. */
  width: number;
  /** Share of the width left over. */
  grow?: number;
  align?: 'start' | 'end';
  sortable?: boolean;
  /** The first click sorts from the largest down. */
  largestFirst?: boolean;
  /** Below this width of the table, in pixels, the column goes; without it the column stays. */
  from?: number;
  /** `active`: the row has the focus, so that its buttons may take part in the tab order. */
  cell: (row: Row, active: boolean) => ReactNode;
  /** What stands in the totals row. */
  total?: ReactNode;
}

/**
 * Which columns have room in a table of `width` pixels, by id.
 * A table that was not measured yet (width 0) shows all.
 */
export function columnVisibility(columns: readonly { id: string; from?: number }[], width: number): Record<string, boolean> {
  return Object.fromEntries(columns.map(({ id, from }) => [id, from === undefined || width === 0 || width >= from]));
}

/** CSS grid tracks of the columns, and the width in pixels below which the table scrolls sideways. */
export function columnTracks(columns: readonly { width: number; grow?: number }[]): { tracks: string; minWidth: number } {
  return {
    tracks: columns.map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`)).join(' '),
    minWidth: columns.reduce((sum, { width }) => sum + width, 0),
  };
}
