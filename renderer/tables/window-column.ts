import type { ReactNode } from 'react';

export interface SortState {
  column: string;
  descending: boolean;
}

/** Where the keyboard goes when a cell was edited: back to the list, or on to the next cell that can be edited. */
export type LeaveCell = (to: 'list' | 'next') => void;

/** What a person does to the columns by their headers. */
export interface ColumnMoves {
  /** Puts a column in the place of another. */
  onMove: (id: string, to: string) => void;
  /** Pixels. */
  onResize: (id: string, width: number) => void;
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
  /** What stands before the name in the header. */
  head?: ReactNode;
  /** Stays at the left while the rest scrolls sideways. */
  pinned?: boolean;
  /** Draws the editor of a cell; null where the cell is changed at once. Without it the cell is only read. */
  edit?: (row: Row, leave: LeaveCell) => ReactNode;
}

/**
 * Which columns have room in a table of `width` pixels, by id.
 * A table that was not measured yet (width 0) shows all.
 */
export function columnVisibility(columns: readonly { id: string; from?: number }[], width: number): Record<string, boolean> {
  return Object.fromEntries(columns.map(({ id, from }) => [id, from === undefined || width === 0 || width >= from]));
}

/** Distance in pixels at which each pinned column stays, by id. Columns are pinned from the first one on. */
export function pinOffsets(columns: readonly { id: string; width: number; pinned?: boolean }[]): Record<string, number> {
  const offsets: Record<string, number> = {};
  let left = 0;
  for (const { id, width, pinned } of columns) {
    if (!pinned) break;
    offsets[id] = left;
    left += width;
  }
  return offsets;
}

/** CSS grid tracks of the columns, and the width in pixels below which the table scrolls sideways. */
export function columnTracks(columns: readonly { width: number; grow?: number }[]): { tracks: string; minWidth: number } {
  return {
    tracks: columns.map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`)).join(' '),
    minWidth: columns.reduce((sum, { width }) => sum + width, 0),
  };
}
