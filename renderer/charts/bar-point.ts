/** One bar, with everything it says already in words. */
export interface BarPoint {
  key: string;
  /** On the axis. */
  label: string;
  /** Null draws no bar: there is no data, which is not 0. */
  value: number | null;
  /** The same figure a year before: a tick across the bar. */
  before: number | null;
  /** Over a half-opaque bar: what an unfinished period counts to. */
  unfinished?: string | null;
  /** Beside the end of a lying bar. */
  valueText?: string;
  /** Heading, then one line for each figure: the tooltip, and what a screen reader says. */
  lines: readonly string[];
}
