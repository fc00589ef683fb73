import { ORPCError } from '@orpc/client';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Session } from './session.ts';

const CANDIDATES = 100;

type Client = Session['client'];

async function byId(client: Client, id: string): Promise<string | null> {
  try {
    return (await client.accounts.file({ id })).account.id;
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'not-found') return null;
    throw error;
  }
}

/**
 * Finds an account by its id, its external id or its exact name.
 * @throws CodedError `account-unknown`, `account-ambiguous`
 */
export async function findAccount(client: Client, wanted: string): Promise<string> {
  const known = await byId(client, wanted);
  if (known !== null) return known;
  const { rows } = await client.accounts.window({ filter: { text: wanted }, sort: 'name', descending: false, cursor: null, limit: CANDIDATES });
  const named = rows.filter(({ name, alias }) => name === wanted || alias === wanted).map(({ id }) => id);
  const files = await Promise.all(rows.map(({ id }) => client.accounts.file({ id })));
  const external = files.filter(({ account }) => account.externalId === wanted).map(({ account }) => account.id);
  const found = external.length > 0 ? external : named;
  if (found.length > 1) throw new CodedError('account-ambiguous', { where: { field: 'ACCOUNT' }, params: { ids: found.join(', ') } });
  const [id] = found;
  if (id === undefined) throw new CodedError('account-unknown', { where: { field: 'ACCOUNT' } });
  return id;
}
