interface Amounts {
  amount: number;
  amountBefore: number;
  lines: number;
}

/** Keeps the first `count` rows and adds the others up, so that nothing is left out of the sum; null when there are no others. */
export function groupRest<Row extends Amounts>(rows: readonly Row[], count: number): { top: Row[]; rest: (Amounts & { products: number }) | null } {
  const others = rows.slice(count);
  if (others.length === 0) return { top: [...rows], rest: null };
  const sum = (pick: (row: Row) => number): number => others.reduce((total, row) => total + pick(row), 0);
  return {
    top: rows.slice(0, count),
    rest: { products: others.length, amount: sum((row) => row.amount), amountBefore: sum((row) => row.amountBefore), lines: sum((row) => row.lines) },
  };
}
