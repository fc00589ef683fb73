/** How the values of a column are written: money is given in 1/10,000, dates as `YYYY-MM-DD`. */
export interface SheetColumn {
  header: string;
  kind: 'text' | 'number' | 'money' | 'date';
}

export type SheetValue = string | number | null;

/** What a spreadsheet would take for a formula when it stands at the beginning of a text. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that no spreadsheet takes for a formula: one that looks like it begins with an apostrophe. */
export const quoteText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A number in the unit that a person reads. */
export const plainNumber = (kind: SheetColumn['kind'], value: number): number => (kind === 'money' ? value / 10_000 : value);
