import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { createContext, use, useMemo, type ReactNode } from 'react';
import type { Client } from './types.ts';

/** Query and mutation options for every procedure of the contract. */
export type Api = RouterUtils<Client['api']>;

const SessionContext = createContext<{ client: Client; api: Api } | null>(null);

/** Gives everything below it the connection to the core. */
export function ClientProvider({ client, children }: { client: Client; children: ReactNode }) {
  const session = useMemo(() => ({ client, api: createTanstackQueryUtils(client.api) }), [client]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

/**
 * The client and its query options; most callers want `useApi` or `useClient`.
 * @throws Error outside of ClientProvider
 */
export function useSession(): { client: Client; api: Api } {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a ClientProvider above it');
  return session;
}
