/** A bar chart of a deck; its numbers are in the unit that the title names. */
export interface DeckChart {
  kind: 'bars';
  title: string;
  /** Read to people who cannot see it. */
  description: string;
  direction: 'up' | 'right';
  categories: string[];
  /** What a series stands for decides its colour and whether its numbers are written. */
  series: { name: string; role: 'now' | 'lastQuarter' | 'lastYear'; values: number[] }[];
  /** Decimals of the numbers written at the bars. */
  digits: number;
  /** Position of the category that is not over yet; its bar is drawn half opaque. */
  unfinishedAt: number | null;
}
