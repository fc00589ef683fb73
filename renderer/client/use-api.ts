import { useSession, type Api } from './api-context.tsx';
import type { Client } from './types.ts';

/** Query and mutation options: `useQuery(api.accounts.file.queryOptions({ input: { id } }))`. */
export const useApi = (): Api => useSession().api;

/** Plain calls and uploads: `await client.api.tasks.setDone(…)`. */
export const useClient = (): Client => useSession().client;
