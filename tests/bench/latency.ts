import { setTimeout as pause } from 'node:timers/promises';
import type { DrivenCore } from '#tests/builders/driven-core.ts';
import type { Figure } from './compare.ts';

/** Longest that a person should wait for any input, ms. */
const PATIENCE_MS = 50;

const percentile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** What a person does meanwhile: looks at the list, opens a file, saves a value. */
async function useMeanwhile(api: DrivenCore['api'], ids: readonly string[], until: () => boolean): Promise<number[]> {
  const waits: number[] = [];
  for (let turn = 0; !until(); turn += 1) {
    const id = ids[turn % ids.length] ?? '';
    const begin = performance.now();
    if (turn % 3 === 0) await api.accounts.window({ filter: {}, sort: 'revenue', descending: true, cursor: null, limit: 50 });
    else if (turn % 3 === 1) await api.accounts.file({ id });
    else await api.accounts.update({ id, patch: { city: `City ${turn}` } });
    waits.push(performance.now() - begin);
    await pause(15);
  }
  return waits;
}

/** How long any input waits while an import runs, against the same inputs with nothing else to do. */
export async function latencyFigure({ api, importFile }: DrivenCore, file: string): Promise<Figure> {
  const { rows } = await api.accounts.window({ filter: {}, sort: 'revenue', descending: true, cursor: null, limit: 50 });
  const ids = rows.map(({ id }) => id);
  let left = 150;
  const idle = await useMeanwhile(api, ids, () => (left -= 1) < 0);
  let done = false;
  const importing = importFile(file, 'orders').finally(() => { done = true; });
  const busy = await useMeanwhile(api, ids, () => done);
  await importing;
  const [p95, quiet] = [percentile(busy, 0.95), percentile(idle, 0.95)];
  return { name: `input while importing, p95 of ${busy.length} (limit: idle; ratio to ${PATIENCE_MS} ms)`, ours: `${p95.toFixed(1)} ms`, limit: `${quiet.toFixed(1)} ms`, ratio: p95 / PATIENCE_MS, budget: 1 };
}
