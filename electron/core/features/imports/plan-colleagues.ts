import { fullName } from '#shared/domain/import/complete-row.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { prepared } from '#core/db/prepared.ts';
import { PendingLinks } from './pending-links.ts';
import { RecordPlanner } from './plan-records.ts';
import type { PlannerContext } from './planner.ts';
import { RecordIndex, type IndexedRow } from './record-index.ts';
import { tableSql, toColumns } from './table-sql.ts';

const colleagues = tableSql('colleague', ['id'], ['name', 'title', 'email', 'phone', 'external_id', 'department']);

/** One row is one of our own people; who leads them may stand anywhere in the file or in the book. */
export function planColleagues(context: PlannerContext): RecordPlanner<'colleagues'> {
  const { db, columnOf } = context;
  const index = new RecordIndex();
  const pending = new PendingLinks({ table: 'colleague', column: 'reports_to_id', unknown: 'manager-not-found', circle: 'manager-circle' });
  const refresh = (): void => index.load(prepared<IndexedRow>(db, 'SELECT id, name, external_id FROM colleague').iterate());
  refresh();
  return new RecordPlanner(context, {
    table: colleagues,
    name: (values) => fullName(values) ?? '',
    given: (values) => {
      const { firstName: _first, lastName: _last, reportsTo: _to, reportsToExternalId: _toId, ...others } = values;
      return toColumns({ ...others, name: fullName(values) });
    },
    defaults: {},
    once: () => [],
    find(_row, name, externalId) {
      const [id, other] = index.match(name, externalId);
      return other === undefined ? ok(id) : fail('person-ambiguous');
    },
    withExternal: (externalId) => (externalId === undefined ? [] : index.match(undefined, externalId)),
    learn: (id, name, externalId) => index.set({ id, name, external_id: externalId ?? null }),
    refresh,
    links: {
      pending,
      of(row, id, { reportsTo, reportsToExternalId }) {
        const value = reportsToExternalId ?? reportsTo;
        if (value === undefined) return;
        const target = (): string | null => {
          const byNumber = reportsToExternalId === undefined ? undefined : index.match(undefined, reportsToExternalId)[0];
          const found = index.resolve(reportsTo ?? reportsToExternalId, undefined);
          return byNumber ?? (found.ok ? found.value : null);
        };
        pending.add({ row, id, column: columnOf(reportsToExternalId === undefined ? 'reportsTo' : 'reportsToExternalId'), value, target });
      },
    },
  });
}
