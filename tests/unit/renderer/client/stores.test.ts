import { describe, expect, it, vi } from 'vitest';
import { createStore } from '#renderer/client/create-store.ts';
import { jobsStore } from '#renderer/client/jobs-store.ts';
import { undoStore } from '#renderer/client/undo-store.ts';

describe('a store', () => {
  it('tells its listeners of another value only', () => {
    const store = createStore(1);
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.set(1);
    expect(listener).not.toHaveBeenCalled();
    store.set(2);
    expect(listener).toHaveBeenCalledOnce();
    expect(store.read()).toBe(2);
    stop();
    store.set(3);
    expect(listener).toHaveBeenCalledOnce();
  });
});

describe('the toast', () => {
  it('shows the latest, each showing under an id of its own', () => {
    undoStore.show('Done: one', 1);
    const first = undoStore.read();
    undoStore.show('Done: one', 2);
    const second = undoStore.read();
    expect(second).toMatchObject({ text: 'Done: one', stepNo: 2 });
    expect(second?.id).not.toBe(first?.id);
  });

  it('is not taken away by the end of an earlier one', () => {
    undoStore.show('first', 1);
    const first = undoStore.read();
    undoStore.show('second', 2);
    undoStore.hide(first?.id);
    expect(undoStore.read()?.text).toBe('second');
    undoStore.hide(undoStore.read()?.id);
    expect(undoStore.read()).toBeNull();
  });

  it('goes at once when asked without an id', () => {
    undoStore.show('news', null);
    undoStore.hide();
    expect(undoStore.read()).toBeNull();
  });
});

describe('long work', () => {
  it('shows a card while it runs, counts and rates, and gives back its result', async () => {
    let now = 0;
    const seen: unknown[] = [];
    const stop = jobsStore.subscribe(() => seen.push(jobsStore.read().map(({ done, fraction, rate }) => ({ done, fraction, rate }))));
    const result = await jobsStore.start('Importing orders.csv', async (report) => {
      report({ done: 10, total: 100, fraction: 0.1 });
      now = 2_000;
      report({ done: 60, total: 100, fraction: 0.6 });
      return 'done';
    }, () => now);
    stop();
    expect(result).toBe('done');
    expect(seen).toEqual([
      [{ done: 0, fraction: null, rate: null }],
      [{ done: 10, fraction: 0.1, rate: null }],
      [{ done: 60, fraction: 0.6, rate: 30 }],
      [],
    ]);
  });

  it('hears of a cancel through its signal', async () => {
    const ended = jobsStore.start('Importing', (_report, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve('cancelled'))));
    const [job] = jobsStore.read();
    expect(job?.verb).toBe('Importing');
    jobsStore.cancel(job?.id ?? -1);
    expect(jobsStore.read()[0]?.cancelling).toBe(true);
    await expect(ended).resolves.toBe('cancelled');
    expect(jobsStore.read()).toEqual([]);
  });

  it('takes its card away when it fails, and passes the failure on', async () => {
    await expect(jobsStore.start('Importing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(jobsStore.read()).toEqual([]);
  });

  it('runs beside other work', async () => {
    let end: (value: string) => void = () => undefined;
    const slow = jobsStore.start('Slow', () => new Promise<string>((resolve) => { end = resolve; }));
    await jobsStore.start('Quick', () => Promise.resolve('quick'));
    expect(jobsStore.read().map(({ verb }) => verb)).toEqual(['Slow']);
    end('slow');
    await expect(slow).resolves.toBe('slow');
  });
});
