import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '#renderer/client/use-api.ts';
import { kindsOf, type TimelineFilter } from './view-model.ts';

const WINDOW = 100;

/** The windows of an account's timeline loaded so far, joined, newest first. */
export function useTimeline(accountId: string, filter: TimelineFilter) {
  const query = useInfiniteQuery(useApi().timeline.window.infiniteOptions({
    input: (cursor: string | null) => ({ accountId, kinds: kindsOf(filter), cursor, limit: WINDOW }),
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  }));
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const more = (): void => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  return { rows, more, hasMore: hasNextPage, loading: query.isPending, error: query.error, retry: () => void query.refetch() };
}

/** One interaction with its words; asked for when its row opens. */
export function useInteraction(id: string) {
  return useQuery(useApi().interactions.get.queryOptions({ input: { id } }));
}
