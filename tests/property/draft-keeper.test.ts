import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftKeeper } from '#renderer/features/log-interaction/draft-keeper.ts';

type Act =
  | { act: 'type'; text: string | null }
  | { act: 'wait'; ms: number }
  | { act: 'flush' | 'forget' | 'core goes' | 'core comes' };

const acts = fc.array(fc.oneof<fc.Arbitrary<Act>[]>(
  fc.record({ act: fc.constant('type' as const), text: fc.option(fc.string({ minLength: 1, maxLength: 4 }), { nil: null }) }),
  fc.record({ act: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ act: fc.constantFrom('flush' as const, 'forget' as const, 'core goes' as const, 'core comes' as const) }),
), { maxLength: 25 });

/** A core that takes a while to answer and may go away, and a window that keeps copies. */
function world(answerMs: number) {
  const core = { away: false, value: null as string | null };
  const copies = new Map<string, string>();
  const answer = async (work: () => void): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, answerMs));
    if (core.away) throw new Error('away');
    work();
  };
  const keeper = createDraftKeeper({
    copyKey: 'k', pauseMs: 100, retryMs: [200, 400],
    copies: { getItem: (key) => copies.get(key) ?? null, setItem: (key, value) => void copies.set(key, value), removeItem: (key) => void copies.delete(key) },
    save: async (value) => {
      await answer(() => {
        core.value = value;
      });
      return { savedAt: 1 };
    },
    drop: () => answer(() => {
      core.value = null;
    }),
  });
  return { core, copies, keeper };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a draft', () => {
  it('is in the core in the end as it was typed last, whatever happens meanwhile', async () => {
    await fc.assert(fc.asyncProperty(acts, fc.integer({ min: 0, max: 300 }), async (steps, answerMs) => {
      const { core, copies, keeper } = world(answerMs);
      let typed: string | null = null;
      for (const step of steps) {
        if (step.act === 'type') {
          typed = step.text;
          keeper.change(step.text);
        }
        if (step.act === 'wait') await vi.advanceTimersByTimeAsync(step.ms);
        if (step.act === 'flush') keeper.flush();
        if (step.act === 'forget') {
          typed = null;
          keeper.forget();
        }
        if (step.act === 'core goes' || step.act === 'core comes') core.away = step.act === 'core goes';
      }
      core.away = false;
      await vi.advanceTimersByTimeAsync(10_000);
      expect(core.value).toBe(typed);
      expect([...copies]).toEqual([]);
      expect(keeper.status().state).toBe(typed === null ? 'none' : 'saved');
    }), { numRuns: 300 });
  });

  it('lies in the window whenever the core is away and something waits', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), async (texts) => {
      const { core, copies, keeper } = world(0);
      core.away = true;
      for (const text of texts) {
        keeper.change(text);
        await vi.advanceTimersByTimeAsync(150);
        expect(copies.get('k')).toBe(text);
        expect(keeper.status().state).toBe('waiting');
      }
    }), { numRuns: 50 });
  });
});
