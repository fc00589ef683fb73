import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jobsStore } from '#renderer/client/jobs-store.ts';
import type { Client } from '#renderer/client/types.ts';
import { undoStore } from '#renderer/client/undo-store.ts';
import { useExport, type ExportOrder } from '#renderer/features/accounts/use-export.ts';
import { createDrawing } from '#tests/builders/drawing.tsx';
import { partsOf } from '#tests/builders/parts.tsx';

type Event = { type: 'progress'; rows: number; total: number } | { type: 'done'; rows: number; fileName: string };

const order: ExportOrder = { filter: { text: 'oak' }, sort: { column: 'revenue', descending: true }, format: 'csv', title: 'All', columns: [{ id: 'name', header: 'Account' }] };

const refuse = () => Promise.reject(new Error('not here'));

/** A core that exports 3 rows; `hold` lets it wait before the last word, and it ends when its signal says so. */
function fakeCore() {
  const core = { asked: [] as Array<Record<string, unknown>>, hold: null as Promise<void> | null, fail: false };
  async function* run(signal: AbortSignal): AsyncGenerator<Event> {
    yield { type: 'progress', rows: 1, total: 4 };
    await core.hold;
    signal.throwIfAborted();
    if (core.fail) throw new Error('full disk');
    yield { type: 'progress', rows: 2, total: 4 };
    yield { type: 'done', rows: 3, fileName: 'All.csv' };
  }
  const accounts = {
    export: (input: Record<string, unknown>, { signal }: { signal: AbortSignal }) => {
      core.asked.push(input);
      return Promise.resolve(run(signal));
    },
    exported: ({ run: name }: { run: string }) => Promise.resolve(new File(['x'], name === core.asked.at(-1)?.['run'] ? 'All.csv' : 'another.csv')),
  };
  // Only the procedures above are called here.
  return { core, client: { api: { app: { state: refuse }, accounts }, upload: refuse } as object as Client };
}

async function exporting(language: 'en' | 'zh-CN' = 'en') {
  const { core, client } = fakeCore();
  const drawing = await createDrawing(language, client);
  let run: (order: ExportOrder) => Promise<void> = () => Promise.reject(new Error('not drawn'));
  partsOf(drawing, () => {
    run = useExport();
    return null;
  });
  return { core, drawing, run };
}

describe('an export', () => {
  const saved: string[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    saved.length = 0;
    const link = { href: '', download: '', click: () => saved.push(link.download), remove: () => undefined };
    vi.stubGlobal('document', { createElement: () => link, body: { append: () => undefined } });
  });
  afterEach(() => {
    undoStore.hide();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('hands over the file and says how much it holds', async () => {
    const { core, drawing, run } = await exporting();
    await run(order);
    expect(saved).toEqual(['All.csv']);
    expect(undoStore.read()).toMatchObject({ text: 'Exported 3 accounts to All.csv', stepNo: null });
    expect(core.asked).toEqual([{ filter: order.filter, format: 'csv', title: 'All', columns: order.columns, sort: 'revenue', descending: true, run: expect.any(String) }]);
    expect(drawing.missing).toEqual([]);
  });

  it('sorts by name where a column does not sort', async () => {
    const { core, run } = await exporting('zh-CN');
    await run({ ...order, sort: { column: 'of-a-later-version', descending: false } });
    expect(core.asked[0]).toMatchObject({ sort: 'name', descending: false });
    expect(undoStore.read()?.text).toBe('已将 3 家客户导出到 All.csv');
  });

  it('shows no card while it is quick', async () => {
    const { run } = await exporting();
    await run(order);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(jobsStore.read()).toEqual([]);
  });

  /** Starts one that waits, until its card is there. */
  async function slow() {
    const made = await exporting();
    let go: () => void = () => undefined;
    made.core.hold = new Promise((resolve) => {
      go = resolve;
    });
    const running = made.run(order);
    await vi.advanceTimersByTimeAsync(600);
    return { ...made, running, go };
  }

  it('shows a card once it takes its time, and takes it away at the end', async () => {
    const { running, go } = await slow();
    expect(jobsStore.read()).toMatchObject([{ verb: 'Exporting All' }]);
    go();
    await running;
    await vi.advanceTimersByTimeAsync(0);
    expect(jobsStore.read()).toEqual([]);
    expect(saved).toEqual(['All.csv']);
  });

  it('writes no file when it is cancelled, and says so', async () => {
    const { running, go } = await slow();
    jobsStore.cancel(jobsStore.read()[0]?.id ?? 0);
    go();
    await running;
    expect([saved, undoStore.read()?.text]).toEqual([[], 'The export was cancelled; no file was written.']);
  });

  it('says what went wrong, and leaves no card', async () => {
    const { core, running, go } = await slow();
    core.fail = true;
    go();
    await running;
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual([]);
    expect(undoStore.read()?.text).not.toMatch(/cancelled|^$/);
    expect(undoStore.read()).not.toBeNull();
    expect(jobsStore.read()).toEqual([]);
  });
});
