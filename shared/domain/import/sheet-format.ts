/** What a workbook's number format makes of a number. */
export interface SheetFormat {
  kind: 'number' | 'date' | 'time' | 'date-time';
  /** Digits of a format such as `00000`, which keeps leading zeros; 0 for others. */
  digits: number;
}

const NUMBER: SheetFormat = { kind: 'number', digits: 0 };
const DATES = [[14, 17], [27, 31], [34, 36], [50, 54], [57, 58]] as const;
const TIMES = [[18, 21], [32, 33], [45, 47], [55, 56]] as const;

const within = (ranges: readonly (readonly [number, number])[], id: number): boolean => ranges.some(([first, last]) => id >= first && id <= last);

/** Built-in formats, those of East Asian editions included, where 27 to 36 and 50 to 58 are dates and times. */
function builtIn(id: number): SheetFormat {
  if (id === 22) return { kind: 'date-time', digits: 0 };
  if (within(DATES, id)) return { kind: 'date', digits: 0 };
  return within(TIMES, id) ? { kind: 'time', digits: 0 } : NUMBER;
}

/**
 * Reads a number format.
 * @param code as written in the workbook, such as `yyyy"年"m"月"d"日"`; null for a built-in one
 */
export function sheetFormat(id: number, code: string | null): SheetFormat {
  if (code === null) return builtIn(id);
  const bare = (code.split(';')[0] ?? '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h').replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').replace(/general/gi, '');
  if (/^0{2,}$/.test(bare)) return { kind: 'number', digits: bare.length };
  const date = /[ydbeg]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
  const time = /[hs]/i.test(bare);
  if (/[0#?]/.test(bare.replace(/s\.0+/gi, ''))) return NUMBER;
  if (date) return { kind: time ? 'date-time' : 'date', digits: 0 };
  return time ? { kind: 'time', digits: 0 } : NUMBER;
}
