import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import { useApi } from '#renderer/client/use-api.ts';

type Outputs = InferContractRouterOutputs<Contract>['business'];

export type BusinessMonths = Outputs['months'];

/** Which lines stand behind a number: dates inclusive; one product (null: lines without one), all but some, one order, one currency. */
export interface RowsRequest {
  accountId: string;
  from: string;
  to: string;
  productId?: string | null;
  exceptProductIds?: (string | null)[];
  orderId?: string;
  currency?: string;
}

/** Twelve months to the month of `until`, or to today. */
export function useBusinessMonths(accountId: string, until: string | undefined) {
  return useQuery(useApi().business.months.queryOptions({ input: { accountId, ...(until === undefined ? {} : { until }) }, placeholderData: keepPreviousData }));
}

/** The order lines behind a number: the first 1,000, with count and sums of all. */
export function useBusinessRows(request: RowsRequest) {
  return useQuery(useApi().business.rows.queryOptions({ input: { ...request, limit: 1000 } }));
}
