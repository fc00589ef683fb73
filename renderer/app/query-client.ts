import { QueryClient } from '@tanstack/react-query';
import { HostGoneError } from '#renderer/client/host-gone.ts';

const MOST_TRIES = 3;

/** The book is on this computer and topics say what changed, so nothing goes stale by time and only a lost core is asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, error) => error instanceof HostGoneError && count < MOST_TRIES,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
