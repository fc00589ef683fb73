import { prepared } from '#core/db/prepared.ts';
import { AccountLookup } from './account-lookup.ts';
import { PendingLinks } from './pending-links.ts';
import { RecordPlanner } from './plan-records.ts';
import type { PlannerContext } from './planner.ts';
import { tableSql, toColumns } from './table-sql.ts';

const accounts = tableSql('account', ['id'], [
  'name', 'alias', 'external_id', 'industry', 'address', 'city', 'region', 'postal_code', 'country', 'phone', 'fax', 'website',
  'customer_since', 'contract_end', 'is_key', 'founded_on',
], ['created_at']);

/** One row is one account; the account above it may stand anywhere in the file or in the book. */
export function planAccounts(context: PlannerContext): RecordPlanner<'accounts'> {
  const { db, now, columnOf } = context;
  const lookup = new AccountLookup(context);
  const pending = new PendingLinks({ table: 'account', column: 'parent_id', unknown: 'parent-not-found', circle: 'parent-circle' });
  const numberOf = (id: string): string | null => prepared<{ no: string | null }>(db, 'SELECT external_id AS no FROM account WHERE id = +?').get(id)?.no ?? null;
  const foreign = new Map<string, string>();
  return new RecordPlanner(context, {
    table: accounts,
    name: ({ name = '' }) => name,
    given({ parentExternalId: _id, parentName: _name, ...values }) {
      const { external_id: externalId, ...others } = toColumns(values);
      if (lookup.isFormer(values.name, values.externalId)) {
        const { name: _former, ...rest } = others;
        return rest;
      }
      // An account found by its name keeps the number of the system that it came from first.
      return externalId === undefined || foreign.has(String(externalId)) ? others : { ...others, external_id: externalId };
    },
    defaults: { is_key: 0 },
    once: () => [now()],
    find(row, name, externalId, plan, last) {
      const found = lookup.own({ row, name, externalId }, plan, last);
      if (found.ok && found.value !== undefined && externalId !== undefined && lookup.withExternal(externalId).length === 0) {
        const known = numberOf(found.value);
        if (known !== null && known !== externalId) foreign.set(externalId, found.value);
      }
      return found;
    },
    withExternal: (externalId) => lookup.withExternal(externalId),
    learn: (id, name, externalId) => lookup.set({ id, name, external_id: externalId ?? null }),
    refresh: () => lookup.refresh(),
    links: {
      pending,
      of(row, id, { parentExternalId, parentName }) {
        const value = parentExternalId ?? parentName;
        if (value === undefined) return;
        const target = (): string | null => {
          const found = lookup.known(parentName, parentExternalId);
          return found.ok ? found.value : null;
        };
        pending.add({ row, id, column: columnOf(parentExternalId === undefined ? 'parentName' : 'parentExternalId'), value, target });
      },
    },
  });
}
