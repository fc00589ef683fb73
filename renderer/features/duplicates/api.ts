import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { RecordKind } from '#shared/domain/duplicates/model.ts';
import { useApi } from '#renderer/client/use-api.ts';
import { useEnded } from './use-looking.ts';

const PAGE = 50;

/** Likely pairs of a kind, the likeliest first, with the counts of both kinds; not `enabled`, or when the search was ended, those last read. */
export function useDuplicates(kind: RecordKind, enabled = true) {
  const ended = useEnded();
  const query = useInfiniteQuery(useApi().duplicates.list.infiniteOptions({
    input: (offset: number) => ({ kind, offset, limit: PAGE }),
    initialPageParam: 0,
    enabled: enabled && !ended,
    getNextPageParam: (last, pages) => (pages.length * PAGE < last.counts[kind] ? pages.length * PAGE : null),
  }));
  const first = query.data?.pages[0];
  return { query, pairs: query.data?.pages.flatMap(({ pairs }) => pairs) ?? [], counts: first?.counts, cap: first?.cap };
}

/** Both records side by side, as the book stands now. */
export function useSides(kind: RecordKind, firstId: string, secondId: string) {
  return useQuery(useApi().duplicates.compare.queryOptions({ input: { kind, firstId, secondId }, gcTime: 0 }));
}

/** Merges into an account that still stand. */
export function useMerges(accountId: string) {
  return useQuery(useApi().duplicates.merges.queryOptions({ input: { accountId } })).data ?? [];
}

/** Accounts or people whose names fit, without the one itself; people of its account first. */
export function useOthers({ text, kind, id, accountId }: { text: string; kind: RecordKind; id: string; accountId: string }) {
  const query = useQuery(useApi().people.find.queryOptions({
    input: { text: text.trim(), kinds: [kind], accountId: kind === 'person' ? accountId : null, limit: 8 }, enabled: text.trim() !== '', placeholderData: keepPreviousData,
  }));
  return text.trim() === '' ? [] : (query.data ?? []).filter((one) => one.id !== id);
}
