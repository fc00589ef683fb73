/** One line of the report: ours beside the simplest code that could do the same work. */
export interface Figure {
  name: string;
  ours: string;
  limit: string;
  ratio: number;
  budget: number;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export interface Comparison {
  name: string;
  /** Largest ratio that is acceptable. */
  budget: number;
  ours: () => unknown;
  limit: () => unknown;
  /** Done before each round, not counted. */
  prepare?: () => unknown;
  rounds?: number;
  /** How often one round repeats the work; for things too short to time once. */
  times?: number;
  /** Words a time (ms of one repetition), such as a rate; milliseconds when absent. */
  show?: (ms: number) => string;
}

const milliseconds = (ms: number): string => `${ms.toFixed(ms < 1 ? 3 : 1)} ms`;

/** Runs both in turn, so that a machine whose speed drifts slows both; medians, after one round that does not count. */
export async function compare({ name, budget, ours, limit, prepare, rounds = 5, times = 1, show = milliseconds }: Comparison): Promise<Figure> {
  const repeat = (work: () => unknown) => async () => {
    for (let n = 0; n < times; n += 1) await work();
  };
  const mine: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await prepare?.();
    const a = await timed(repeat(ours));
    const b = await timed(repeat(limit));
    if (round === 0) continue;
    mine.push(a / times);
    raw.push(b / times);
  }
  const ratio = median(mine.map((value, index) => value / (raw[index] ?? value)));
  return { name, ours: show(median(mine)), limit: show(median(raw)), ratio, budget };
}

export function printFigures(figures: Figure[]): void {
  const rows = [['figure', 'Ballast', 'raw limit', 'ratio', 'budget'], ...figures.map((one) => [one.name, one.ours, one.limit, one.ratio.toFixed(2), `≤ ${one.budget}${one.ratio > one.budget ? '  over' : ''}`])];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) process.stdout.write(`${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}\n`);
}
