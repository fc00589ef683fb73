/**
 * Outline of a sparkline over a box: from 0 (or the lowest loss) to the largest value.
 * @returns the line, the closed area under it, and the last point; null where fewer than two values or nothing but 0 is known
 */
export function sparklinePath(values: readonly number[], width: number, height: number): { line: string; area: string; end: readonly [number, number] } | null {
  if (values.length < 2 || values.every((value) => value === 0)) return null;
  const pad = 2;
  const low = Math.min(0, ...values);
  const span = Math.max(...values, 0) - low;
  const points = values.map((value, index): [number, number] => [
    round(pad + (index * (width - 2 * pad)) / (values.length - 1)),
    round(height - pad - ((value - low) * (height - 2 * pad)) / span),
  ]);
  const line = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const end = points.at(-1) ?? [pad, height - pad];
  return { line, area: `${line}L${end[0]} ${height}L${pad} ${height}Z`, end };
}

const round = (value: number): number => Math.round(value * 10) / 10;
