/** A cell as CSV says it. */
const quoted = (cell: string): string => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * Rows corrected by hand as a file of the same columns, so that they are read as their file was.
 * @param file name of the file that they come from
 */
export function mendedFile(file: string, headers: readonly string[], rows: readonly (readonly string[])[]): File {
  const lines = [headers, ...rows].map((cells) => cells.map(quoted).join(','));
  // A row of one empty cell would be a blank line, which is no row.
  const text = lines.map((line) => (line === '' ? '""' : line)).join('\r\n');
  return new File([`${text}\r\n`], `${file.replace(/(?: \+)?(?:\.[^.]{1,5})+$/, '')} +.csv`, { type: 'text/csv' });
}
