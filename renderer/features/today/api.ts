import { keepPreviousData, useQuery, type QueryClient } from '@tanstack/react-query';
import type { TodaySection } from '#shared/domain/today/model.ts';
import type { Api } from '#renderer/client/api-context.tsx';
import { useApi } from '#renderer/client/use-api.ts';

/** A moment after the page has become another by itself, so that the core sees it so too. */
const AFTER_MS = 250;
/** Timers of a browser do not reach further. */
const LONGEST_MS = 2_000_000_000;

const pageOptions = (api: Api, whole: TodaySection[]) => api.today.read.queryOptions({ input: whole.length > 0 ? { whole } : {} });

/** Fetches the page while the screen itself is still on its way. A failure is left to the screen, which asks again. */
export async function prefetchToday(queries: QueryClient, api: Api): Promise<void> {
  await queries.prefetchQuery(pageOptions(api, []));
}

/** The page, asked anew when something changes, at midnight, and when what was put off is back. */
export function useToday(whole: TodaySection[]) {
  return useQuery({
    ...pageOptions(useApi(), whole), placeholderData: keepPreviousData, refetchIntervalInBackground: true,
    refetchInterval: ({ state }) => (state.data ? Math.min(LONGEST_MS, state.data.changesInMs + AFTER_MS) : false),
  });
}

/** Tasks that are late or due today; null while it is not known. */
export function usePressingCount(): number | null {
  return useQuery(useApi().today.count.queryOptions()).data?.pressing ?? null;
}
