import { AsyncIteratorClass, mapEventIterator, ORPCError, type ClientContext, type ClientLink, type ClientOptions } from '@orpc/client';

/** The core cannot be reached: it has ended, is being started again, or no longer knows this page. */
export class HostGoneError extends Error {
  readonly code = 'host-gone';

  constructor(cause?: unknown) {
    super('the core cannot be reached', { cause });
    this.name = 'HostGoneError';
  }
}

/** What a transport failed with, as the caller should see it; a call that the caller ended stays an abort. */
function translate(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted || error instanceof HostGoneError) return error;
  if (error instanceof ORPCError) return error.status === 401 || error.status === 421 ? new HostGoneError(error) : error;
  const broken = (reason: unknown) => reason instanceof TypeError || (reason instanceof Error && reason.name === 'AbortError');
  return broken(error) || (error instanceof Error && broken(error.cause)) ? new HostGoneError(error) : error;
}

/** The same link, with a lost connection told apart from everything else, in calls and in streams. */
export function tellHostGone<T extends ClientContext>(link: ClientLink<T>): ClientLink<T> {
  return {
    async call(path: readonly string[], input: unknown, options: ClientOptions<T>) {
      try {
        const output = await link.call(path, input, options);
        if (!(output instanceof AsyncIteratorClass)) return output;
        return mapEventIterator(output, {
          value: (value) => Promise.resolve(value),
          error: (error) => Promise.resolve(translate(error, options.signal)),
        });
      } catch (error) {
        throw translate(error, options.signal);
      }
    },
  };
}
