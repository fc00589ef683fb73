import { keepPreviousData, useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Api } from '#renderer/client/api-context.tsx';
import { useApi } from '#renderer/client/use-api.ts';
import type { SortState } from '#renderer/tables/window-column.ts';
import { QUIET_DAYS, filterOf, firstSort, firstTab, isAccountSort, type AccountFilter } from './view-model.ts';

/** Rows of one window: enough for several screens, small enough to come at once. */
const WINDOW = 200;

function windowOptions(api: Api, filter: AccountFilter, sort: SortState) {
  return api.accounts.window.infiniteOptions({
    input: (cursor: string | null) => ({
      filter, sort: isAccountSort(sort.column) ? sort.column : 'name', descending: sort.descending, cursor, limit: WINDOW,
    }),
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

const totalsOptions = (api: Api, filter: AccountFilter) => api.accounts.totals.queryOptions({ input: { filter } });

/** Fetches what the list begins with, while the screen itself is still on its way. Failures are left to the screen, which asks again. */
export async function prefetchAccounts(queries: QueryClient, api: Api): Promise<void> {
  void queries.prefetchQuery(totalsOptions(api, { quietDays: QUIET_DAYS }));
  const key = await queries.fetchQuery(totalsOptions(api, { keyOnly: true })).catch(() => null);
  if (!key) return;
  const filter = filterOf(firstTab(key.count), '');
  await Promise.all([queries.prefetchQuery(totalsOptions(api, filter)), queries.prefetchInfiniteQuery(windowOptions(api, filter, firstSort))]);
}

/** The windows of the list loaded so far, joined, and the way to the next one. Null filter: not known yet. */
export function useAccountWindows(filter: AccountFilter | null, sort: SortState) {
  const api = useApi();
  const query = useInfiniteQuery({ ...windowOptions(api, filter ?? {}, sort), placeholderData: keepPreviousData, enabled: filter !== null });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const more = (): void => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  return { rows, more, hasMore: hasNextPage, loading: query.isPending, error: query.error, retry: () => void query.refetch() };
}

/** Count and sums of the list as it is filtered. */
export function useAccountTotals(filter: AccountFilter | null) {
  const api = useApi();
  return useQuery({ ...totalsOptions(api, filter ?? {}), placeholderData: keepPreviousData, enabled: filter !== null }).data;
}

/** Counts behind the tabs; null while they are on their way. */
export function useTabCounts() {
  const api = useApi();
  const key = useQuery(totalsOptions(api, { keyOnly: true }));
  const quiet = useQuery(totalsOptions(api, { quietDays: QUIET_DAYS }));
  const counts = key.data && quiet.data ? { key: key.data.count, all: key.data.all, quiet: quiet.data.count } : null;
  return { counts, error: key.error ?? quiet.error };
}
