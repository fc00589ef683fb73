import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Topic } from '#shared/contract/topics.ts';
import type { Client } from '#renderer/client/types.ts';
import { watchTopics } from '#renderer/client/watch-topics.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A client whose streams the test feeds: each entry is what one stream gives before it breaks. */
function clientOf(streams: (Topic[] | 'refused')[]): { client: Client; opened: () => number } {
  let opened = 0;
  const topics = (_input: unknown, { signal }: { signal: AbortSignal }) => {
    const stream = streams[opened++];
    if (stream === 'refused') return Promise.reject(new Error('gone'));
    return Promise.resolve((async function* () {
      yield* stream ?? [];
      if (stream) throw new Error('broke');
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    })());
  };
  return { client: { api: { app: { topics } } } as never, opened: () => opened };
}

describe('watchTopics', () => {
  it('passes topics on, and opens the stream anew with a note that some may be missing', async () => {
    const { client } = clientOf([[{ topic: 'app' }], 'refused', [{ topic: 'book' }]]);
    const seen: unknown[] = [];
    const stop = watchTopics(client, { onTopic: (topic) => seen.push(topic.topic), onOpen: (again) => seen.push(again), onLost: () => seen.push('lost') });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual([false, 'app', 'lost', 'lost', true, 'book', 'lost', true]);
    stop();
  });

  it('waits longer each time, five seconds at most', async () => {
    const { client, opened } = clientOf(Array.from({ length: 50 }, () => 'refused' as const));
    const stop = watchTopics(client, { onTopic: () => undefined });
    const at = async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms);
      return opened();
    };
    expect([await at(0), await at(1000), await at(2000), await at(4000), await at(5000), await at(10_000)]).toEqual([1, 2, 3, 4, 5, 7]);
    stop();
  });

  it('stops, also while it waits', async () => {
    const { client, opened } = clientOf(['refused']);
    const lost = vi.fn();
    watchTopics(client, { onTopic: () => undefined, onLost: lost })();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(opened()).toBe(1);
    expect(lost).not.toHaveBeenCalled();
  });
});
