import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftKeeper, type CopyStore } from '#renderer/features/log-interaction/draft-keeper.ts';

function memoryCopies(): CopyStore & { all: Map<string, string> } {
  const all = new Map<string, string>();
  return { all, getItem: (key) => all.get(key) ?? null, setItem: (key, value) => void all.set(key, value), removeItem: (key) => void all.delete(key) };
}

function keeperWith(options: { gone?: boolean } = {}) {
  const core = { gone: options.gone ?? false, value: null as string | null, saves: 0 };
  const copies = memoryCopies();
  const answer = async (): Promise<void> => {
    if (core.gone) throw new Error('gone');
  };
  const keeper = createDraftKeeper({
    copyKey: 'k', copies, pauseMs: 100, retryMs: [200, 400],
    async save(value) {
      await answer();
      core.value = value;
      core.saves += 1;
      return { savedAt: 1000 + core.saves };
    },
    async drop() {
      await answer();
      core.value = null;
    },
  });
  return { core, copies, keeper };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('draft keeper', () => {
  it('saves once on a pause, not on each key', async () => {
    const { core, keeper } = keeperWith();
    for (const text of ['a', 'ab', 'abc']) {
      keeper.change(text);
      await vi.advanceTimersByTimeAsync(60);
    }
    expect(core.saves).toBe(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(core).toMatchObject({ value: 'abc', saves: 1 });
    expect(keeper.status()).toEqual({ state: 'saved', savedAt: 1001 });
  });

  it('saves at once when flushed and not again after', async () => {
    const { core, keeper } = keeperWith();
    keeper.change('abc');
    keeper.flush();
    await vi.advanceTimersByTimeAsync(1000);
    expect(core).toMatchObject({ value: 'abc', saves: 1 });
  });

  it('keeps a copy while the core is away and saves when it is back', async () => {
    const { core, copies, keeper } = keeperWith({ gone: true });
    keeper.change('abc');
    await vi.advanceTimersByTimeAsync(100);
    expect(keeper.status().state).toBe('waiting');
    expect(copies.all.get('k')).toBe('abc');
    keeper.change('abcd');
    expect(copies.all.get('k')).toBe('abcd');
    core.gone = false;
    await vi.advanceTimersByTimeAsync(200);
    expect(core.value).toBe('abcd');
    expect(copies.all.size).toBe(0);
    expect(keeper.status()).toEqual({ state: 'saved', savedAt: 1001 });
  });

  it('tries again and again with longer waits', async () => {
    const { core, keeper } = keeperWith({ gone: true });
    keeper.change('abc');
    await vi.advanceTimersByTimeAsync(100 + 200 + 400 + 400);
    expect(keeper.status().state).toBe('waiting');
    core.gone = false;
    await vi.advanceTimersByTimeAsync(399);
    expect(core.value).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(core.value).toBe('abc');
  });

  it('keeps what was typed during a save', async () => {
    const { core, keeper } = keeperWith();
    keeper.change('a');
    keeper.flush();
    keeper.change('ab');
    await vi.advanceTimersByTimeAsync(300);
    expect(core.value).toBe('ab');
  });

  it('drops the draft for good, also one that an earlier window saved', async () => {
    const { core, copies, keeper } = keeperWith();
    core.value = 'old';
    copies.setItem('k', 'older');
    keeper.forget();
    await vi.advanceTimersByTimeAsync(1);
    expect(core.value).toBeNull();
    expect(keeper.copy()).toBeNull();
    expect(keeper.status()).toEqual({ state: 'none', savedAt: null });
  });

  it('saves what was typed while a slow save was under way, though its pause fell into it', async () => {
    const saved: string[] = [];
    const keeper = createDraftKeeper({
      copyKey: 'k', copies: memoryCopies(), pauseMs: 100, drop: () => Promise.resolve(),
      async save(value) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        saved.push(value);
        return { savedAt: 1 };
      },
    });
    keeper.change('a');
    await vi.advanceTimersByTimeAsync(150);
    keeper.change('ab');
    await vi.advanceTimersByTimeAsync(2000);
    expect(saved).toEqual(['a', 'ab']);
  });

  it('takes the copy away at once when the draft is thrown away while the core is gone', async () => {
    const { copies, keeper } = keeperWith({ gone: true });
    keeper.change('abc');
    await vi.advanceTimersByTimeAsync(100);
    keeper.forget();
    expect(copies.all.size).toBe(0);
    expect(keeper.status().state).toBe('none');
  });

  it('leaves no copy behind when the form is emptied while the core is gone, and saves what is typed after', async () => {
    const { core, copies, keeper } = keeperWith({ gone: true });
    keeper.change('abc');
    await vi.advanceTimersByTimeAsync(100);
    keeper.change(null);
    await vi.advanceTimersByTimeAsync(1000);
    expect(copies.all.size).toBe(0);
    expect(keeper.status().state).toBe('none');
    core.gone = false;
    keeper.change('x');
    await vi.advanceTimersByTimeAsync(100);
    expect(core.value).toBe('x');
  });

  it('goes on when the window can keep no copy', async () => {
    const full = { ...memoryCopies(), setItem: () => { throw new Error('full'); } };
    let gone = true;
    const keeper = createDraftKeeper({
      copyKey: 'k', copies: full, pauseMs: 100, retryMs: [200], drop: () => Promise.resolve(),
      save: () => (gone ? Promise.reject(new Error('gone')) : Promise.resolve({ savedAt: 9 })),
    });
    keeper.change('abc');
    await vi.advanceTimersByTimeAsync(100);
    expect(keeper.status().state).toBe('waiting');
    gone = false;
    await vi.advanceTimersByTimeAsync(200);
    expect(keeper.status()).toEqual({ state: 'saved', savedAt: 9 });
  });

  it('saves nothing when a kept draft is only opened', async () => {
    const { core, keeper } = keeperWith();
    keeper.adopt('abc', 500);
    keeper.change('abc');
    keeper.flush();
    await vi.advanceTimersByTimeAsync(1000);
    expect(core.saves).toBe(0);
    expect(keeper.status()).toEqual({ state: 'saved', savedAt: 500 });
  });

  it('drops it when the form is emptied again', async () => {
    const { core, keeper } = keeperWith();
    keeper.change('abc');
    await vi.advanceTimersByTimeAsync(100);
    keeper.change(null);
    await vi.advanceTimersByTimeAsync(100);
    expect(core.value).toBeNull();
    expect(keeper.status().state).toBe('none');
  });

  it('offers the copy of a window that ended without reaching the core, and tells its listeners', async () => {
    const { copies, keeper } = keeperWith();
    copies.setItem('k', 'abc');
    expect(keeper.copy()).toBe('abc');
    const heard = vi.fn();
    const stop = keeper.subscribe(heard);
    keeper.change('x');
    await vi.advanceTimersByTimeAsync(100);
    stop();
    keeper.change('y');
    await vi.advanceTimersByTimeAsync(100);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
