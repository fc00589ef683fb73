/** The part of AbortSignal that a stream needs; this layer knows neither DOM nor Node. */
interface EndSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

/**
 * Everything a source tells, one by one, until the signal aborts. It listens before `first` is given, so that whoever has heard
 * that hears all that follows.
 * @param subscribe gives a listener to the source; @returns how to stop
 */
export async function* eventStream<T>(subscribe: (listener: (event: T) => void) => () => void, signal: EndSignal, first?: T): AsyncGenerator<T> {
  const waiting: T[] = [];
  let wake: () => void = () => undefined;
  const stop = subscribe((event) => {
    waiting.push(event);
    wake();
  });
  signal.addEventListener('abort', () => wake());
  try {
    if (first !== undefined) yield first;
    while (!signal.aborted) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else await new Promise<void>((resolve) => { wake = resolve; });
    }
  } finally {
    stop();
  }
}
