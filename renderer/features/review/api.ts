import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import { useApi } from '#renderer/client/use-api.ts';

/** Everything that the preparation of one review shows. */
export type ReviewView = InferContractRouterOutputs<Contract>['reviews']['get'];

export function useReview(id: string) {
  return useQuery(useApi().reviews.get.queryOptions({ input: { id } }));
}

export function useReviewList(accountId: string) {
  return useQuery(useApi().reviews.list.queryOptions({ input: { accountId } }));
}

/** The rows of a number; none while no number is open. */
export function useNumberRows(id: string, number: string | null) {
  return useQuery(useApi().reviews.rows.queryOptions({ input: { id, number: number ?? '' }, enabled: number !== null, placeholderData: keepPreviousData }));
}
