import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/client/use-api.ts';

/** The people of an account. */
export function useContacts(accountId: string) {
  return useQuery(useApi().people.list.queryOptions({ input: { accountId } }));
}
