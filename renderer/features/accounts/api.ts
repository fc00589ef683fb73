import { keepPreviousData, useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ExtraColumn } from '#shared/contract/accounts.ts';
import type { Api } from '#renderer/client/api-context.tsx';
import { useApi } from '#renderer/client/use-api.ts';
import type { SortState } from '#renderer/tables/window-column.ts';
import { extraOf } from './column-catalogue.ts';
import { listViews, type ListView } from './list-views.ts';
import { filterOf, firstView, isAccountSort, type AccountFilter } from './view-model.ts';

/** Rows of one window: enough for several screens, small enough to come at once. */
const WINDOW = 200;

function windowOptions(api: Api, filter: AccountFilter, sort: SortState, extra: ExtraColumn[]) {
  return api.accounts.window.infiniteOptions({
    input: (cursor: string | null) => ({
      filter, sort: isAccountSort(sort.column) ? sort.column : 'name', descending: sort.descending, cursor, limit: WINDOW, ...(extra.length > 0 ? { extra } : {}),
    }),
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

const totalsOptions = (api: Api, filter: AccountFilter) => api.accounts.totals.queryOptions({ input: { filter } });
const viewsOptions = (api: Api) => api.views.list.queryOptions({ input: { list: 'accounts' } });
const countsOptions = (api: Api, views: ListView[]) => api.accounts.counts.queryOptions({ input: { filters: views.map(({ document }) => filterOf(document.criteria, '')) } });

/** Fetches what the list begins with, while the screen itself is still on its way. Failures are left to the screen, which asks again. */
export async function prefetchAccounts(queries: QueryClient, api: Api): Promise<void> {
  const saved = await queries.fetchQuery(viewsOptions(api)).catch(() => null);
  if (!saved) return;
  const views = listViews(saved);
  const counts = await queries.fetchQuery(countsOptions(api, views)).catch(() => null);
  const first = views.find(({ id }) => id === firstView(counts?.[views.findIndex((view) => view.id === 'key')] ?? 0));
  if (!counts || !first) return;
  const filter = filterOf(first.document.criteria, '');
  await Promise.all([
    queries.prefetchQuery(totalsOptions(api, filter)),
    queries.prefetchInfiniteQuery(windowOptions(api, filter, first.document.sort, extraOf(first.document))),
  ]);
}

/** The views of the list with how many accounts each holds; null while they are on their way. */
export function useViews() {
  const api = useApi();
  const saved = useQuery(viewsOptions(api));
  const views = useMemo(() => (saved.data ? listViews(saved.data) : null), [saved.data]);
  const counts = useQuery({ ...countsOptions(api, views ?? []), enabled: views !== null, placeholderData: keepPreviousData });
  return { views, counts: views && counts.data?.length === views.length ? counts.data : null, error: saved.error ?? counts.error };
}

/** The windows of the list loaded so far, joined, and the way to the next one. Null filter: not known yet. */
export function useAccountWindows(filter: AccountFilter | null, sort: SortState, extra: ExtraColumn[]) {
  const api = useApi();
  const query = useInfiniteQuery({ ...windowOptions(api, filter ?? {}, sort, extra), placeholderData: keepPreviousData, enabled: filter !== null });
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

/** What accounts already say in a field that many share. */
export function useKnownValues(field: string, enabled = true): string[] {
  const api = useApi();
  const known = (['industry', 'city', 'region', 'country'] as const).find((one) => one === field);
  return useQuery({ ...api.accounts.values.queryOptions({ input: { field: known ?? 'city', text: '', limit: 100 } }), enabled: enabled && known !== undefined }).data ?? [];
}
