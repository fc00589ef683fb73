import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '#renderer/client/use-api.ts';

const PAGE = 50;
/** Changes listed of one step; a whole import is not read through line by line. */
const LISTED = 200;

/** Steps that touched an account, newest first. */
export function useAccountSteps(accountId: string) {
  const query = useInfiniteQuery(useApi().history.steps.infiniteOptions({
    input: (before: number | null) => ({ accountId, before, limit: PAGE }),
    initialPageParam: null,
    getNextPageParam: (last) => (last.length < PAGE ? null : (last.at(-1)?.no ?? null)),
  }));
  const steps = useMemo(() => query.data?.pages.flat() ?? [], [query.data]);
  return { steps, query };
}

export function useStepChanges(no: number) {
  return useQuery(useApi().history.changes.queryOptions({ input: { no, limit: LISTED } }));
}

/** What undoing a step would do as the book stands now. */
export function useUndoPreview(no: number) {
  return useQuery(useApi().history.preview.queryOptions({ input: { no } }));
}

export function useFieldHistory(key: string) {
  return useQuery(useApi().history.fields.queryOptions({ input: { key } }));
}

/** Names of the people, positions, colleagues and the account that ids in the log of an account stand for. */
export function useNames(accountId: string): ReadonlyMap<string, string> {
  const api = useApi();
  const contacts = useQuery(api.people.list.queryOptions({ input: { accountId } })).data;
  const colleagues = useQuery(api.people.colleagues.queryOptions()).data;
  return useMemo(() => new Map([
    ...(contacts ?? []).flatMap(({ personId, positionId, name }): [string, string][] => [[personId, name], [positionId, name]]),
    ...(colleagues ?? []).map(({ id, name }): [string, string] => [id, name]),
  ]), [contacts, colleagues]);
}
