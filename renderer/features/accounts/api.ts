import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '#renderer/client/use-api.ts';
import type { SortState } from '#renderer/tables/window-column.ts';
import { QUIET_DAYS, isAccountSort, type AccountFilter } from './view-model.ts';

/** Rows of one window: enough for several screens, small enough to come at once. */
const WINDOW = 200;

/** The windows of the list loaded so far, joined, and the way to the next one. Null filter: not known yet. */
export function useAccountWindows(filter: AccountFilter | null, sort: SortState) {
  const api = useApi();
  const query = useInfiniteQuery(api.accounts.window.infiniteOptions({
    input: (cursor: string | null) => ({
      filter: filter ?? {}, sort: isAccountSort(sort.column) ? sort.column : 'name', descending: sort.descending, cursor, limit: WINDOW,
    }),
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    enabled: filter !== null,
  }));
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
  return useQuery(api.accounts.totals.queryOptions({ input: { filter: filter ?? {} }, placeholderData: keepPreviousData, enabled: filter !== null })).data;
}

/** Counts behind the tabs; null while they are on their way. */
export function useTabCounts() {
  const api = useApi();
  const key = useQuery(api.accounts.totals.queryOptions({ input: { filter: { keyOnly: true } } }));
  const quiet = useQuery(api.accounts.totals.queryOptions({ input: { filter: { quietDays: QUIET_DAYS } } }));
  const counts = key.data && quiet.data ? { key: key.data.count, all: key.data.all, quiet: quiet.data.count } : null;
  return { counts, error: key.error ?? quiet.error };
}
