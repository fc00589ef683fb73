import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import { useApi } from '#renderer/client/use-api.ts';

type Outputs = InferContractRouterOutputs<Contract>;

/** Everything the header and the overview show of one account. */
export type AccountFile = Outputs['accounts']['file'];
export type BusinessMonths = Outputs['business']['months'];

export function useAccountFile(accountId: string) {
  return useQuery(useApi().accounts.file.queryOptions({ input: { id: accountId } }));
}

/** Twelve months of business to the month of `until`, or to today. */
export function useBusinessMonths(accountId: string, until: string | undefined) {
  return useQuery(useApi().business.months.queryOptions({ input: { accountId, ...(until === undefined ? {} : { until }) }, placeholderData: keepPreviousData }));
}
