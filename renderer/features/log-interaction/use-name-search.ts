import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { NameHit } from '#shared/contract/people.ts';
import { useApi } from '#renderer/client/use-api.ts';

const LIMIT = 8;
const NO_HITS: NameHit[] = [];

/**
 * Names that fit the typed text by letters, pinyin or initials; those of the account first.
 * @returns `loading` while the hits on hand belong to an earlier text
 */
export function useNameSearch(typed: string, kinds: NameHit['kind'][], accountId: string | null): { hits: NameHit[]; loading: boolean } {
  const text = typed.trim();
  const { data, isPlaceholderData, isFetching } = useQuery(useApi().people.find.queryOptions({
    input: { text, kinds, accountId, limit: LIMIT },
    enabled: text !== '',
    placeholderData: keepPreviousData,
  }));
  if (text === '') return { hits: NO_HITS, loading: false };
  return { hits: data ?? NO_HITS, loading: isPlaceholderData || (data === undefined && isFetching) };
}
