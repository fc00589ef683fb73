import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Session } from './session.ts';

/** What may be meant, the surest first. */
const WAYS = ['id = @wanted', 'external_id = @wanted', 'name = @wanted OR alias = @wanted'];

/**
 * Finds an account of the open book by its id, its external id or its exact name.
 * @throws CodedError `account-unknown`, `account-ambiguous`
 */
export function findAccount({ core }: Pick<Session, 'core'>, wanted: string): string {
  const { db } = core.current.get();
  for (const way of WAYS) {
    const [found, ...others] = db.prepare<[object], { id: string }>(`SELECT id FROM account WHERE ${way} ORDER BY id`).all({ wanted }).map(({ id }) => id);
    if (others.length > 0) throw new CodedError('account-ambiguous', { where: { field: 'ACCOUNT' }, params: { ids: [found, ...others].join(', ') } });
    if (found !== undefined) return found;
  }
  throw new CodedError('account-unknown', { where: { field: 'ACCOUNT' } });
}
