export interface DeckCell {
  text: string;
  tone?: 'plain' | 'strong' | 'quiet' | 'good' | 'risk';
  /** The number that the text says, for a workbook: a share as a ratio, a difference of shares in points, anything else in the unit of its column or row. */
  number?: { value: number; format: 'plain' | 'percent' | 'points'; digits: number };
  /** Id of the number that the cell shows, by which its rows are opened. */
  ref?: string;
  /** On the first cell of a row: the row is for us only. */
  internal?: true;
}

/** A table of a deck, cut to what a page holds. */
export interface DeckTable {
  kind: 'table';
  /** Read to people who cannot see it. */
  description: string;
  /** `share` is the part of the width; a cell is cut to `lines` lines. */
  columns: { title: string; align: 'left' | 'right'; share: number; lines: number }[];
  rows: DeckCell[][];
  /** What was left out, below the last row. */
  more: string | null;
}
