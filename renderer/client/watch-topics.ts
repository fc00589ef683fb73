import type { Topic } from '#shared/contract/topics.ts';
import type { Client } from './types.ts';

export interface TopicListener {
  onTopic(topic: Topic): void;
  /** The stream is open; `again` when topics may have been missed since it was last. */
  onOpen?(again: boolean): void;
  /** The stream broke; it is tried again until stopped. */
  onLost?(): void;
}

const firstWaitMs = 500;
const longestWaitMs = 5_000;

/**
 * Keeps one stream of topics open, and opens it anew whenever the core was away.
 * @returns ends it
 */
export function watchTopics(client: Client, listener: TopicListener): () => void {
  const ending = new AbortController();
  const { signal } = ending;

  const pause = (ms: number) => new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

  async function run() {
    let opened = false;
    for (let wait = firstWaitMs; !signal.aborted; wait = Math.min(wait * 2, longestWaitMs)) {
      try {
        const topics = await client.api.app.topics(undefined, { signal });
        listener.onOpen?.(opened);
        opened = true;
        wait = firstWaitMs;
        for await (const topic of topics) listener.onTopic(topic);
      } catch {
        // Whatever broke it, the answer is the same: tell, wait, open it anew.
      }
      if (signal.aborted) return;
      listener.onLost?.();
      await pause(wait);
    }
  }

  void run();
  return () => ending.abort();
}
