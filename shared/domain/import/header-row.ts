import type { FirstRow } from './layout.ts';
import { matchColumns } from './match-columns.ts';
import { importKinds } from './model.ts';
import { cleanCell } from './text.ts';

/** The header stands among the first rows that are not blank. */
const LOOK = 15;

const clean = (cells: readonly string[]): string[] => cells.map(cleanCell);
const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;
const known = (cells: readonly string[]): number => Math.max(...importKinds.map((kind) => Object.keys(matchColumns(kind, cells)).length));

/** A row of groups stands above the header: it leaves cells open that the header fills, and fills at least two. */
function isGroupRow(above: readonly string[], header: readonly string[]): boolean {
  return filled(above) >= 2 && header.some((cell, index) => cell !== '' && (above[index] ?? '') === '');
}

/** Where two columns of different groups have one name, the group goes before it; a name that spans both rows comes down. */
function joinGroups(above: readonly string[], header: readonly string[]): string[] {
  let group = '';
  const width = Math.max(above.length, header.length);
  const seen = new Set<string>();
  const twice = new Set(header.filter((cell) => seen.has(cell) || !seen.add(cell)));
  return Array.from({ length: width }, (_, index) => {
    group = above[index] || group;
    const own = header[index] ?? '';
    if (own === '') return above[index] ?? '';
    return twice.has(own) && group !== '' && group !== own ? `${group} / ${own}` : own;
  });
}

/** Names of the columns, from the header row and a row of groups above it. @returns empty when there is no such row */
export function readHeader(rows: readonly FirstRow[], headerRow: number): string[] {
  const at = rows.findIndex(({ row }) => row === headerRow);
  const header = clean(rows[at]?.cells ?? []);
  const before = rows[at - 1];
  if (before?.row !== headerRow - 1) return header;
  const above = clean(before.cells);
  return isGroupRow(above, header) ? joinGroups(above, header) : header;
}

/**
 * Number of the row that most likely names the columns: the first that is about as wide as the table, for notices above it
 * are narrow, unless a later one has clearly more of the names that exports use.
 */
export function proposeHeaderRow(rows: readonly FirstRow[]): number {
  const looked = rows.filter(({ cells }) => filled(clean(cells)) > 0).slice(0, LOOK);
  const read = looked.map(({ row }) => {
    const cells = readHeader(rows, row);
    return { row, filled: filled(cells), known: known(cells) };
  });
  const width = read.map((each) => each.filled).toSorted((a, b) => a - b).at(Math.floor(read.length / 2)) ?? 0;
  let best = read.find((each) => each.filled * 2 > width);
  for (const each of read) if (best && each.row > best.row && each.known >= best.known + 2) best = each;
  return best?.row ?? 1;
}
