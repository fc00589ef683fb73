import { CodedError } from '#shared/kernel/coded-error.ts';
import type { TaskFields } from './model.ts';

type Owner = Partial<Pick<TaskFields, 'colleagueId' | 'personId'>>;

/**
 * A task has one owner at most: ours or the customer's. Naming one takes the place of the other.
 * @returns the owner fields to write; empty when the owner is not spoken of
 * @throws CodedError `invalid-value` on `personId` when both are named
 */
export function settleOwner({ colleagueId, personId }: Owner): Owner {
  if (colleagueId && personId) throw new CodedError('invalid-value', { where: { field: 'personId' } });
  if (colleagueId) return { colleagueId, personId: null };
  if (personId) return { colleagueId: null, personId };
  return { ...(colleagueId === undefined ? {} : { colleagueId: null }), ...(personId === undefined ? {} : { personId: null }) };
}
