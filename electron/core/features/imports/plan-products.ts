import { fail, ok } from '#shared/kernel/result.ts';
import { prepared } from '#core/db/prepared.ts';
import { RecordPlanner } from './plan-records.ts';
import type { PlannerContext } from './planner.ts';
import { RecordIndex, type IndexedRow } from './record-index.ts';
import { tableSql, toColumns } from './table-sql.ts';

const products = tableSql('product', ['id'], ['name', 'category', 'external_id', 'list_price', 'unit_cost']);

/** One row is one product. */
export function planProducts(context: PlannerContext): RecordPlanner<'products'> {
  const index = new RecordIndex();
  const refresh = (): void => index.load(prepared<IndexedRow>(context.db, 'SELECT id, name, external_id FROM product').iterate());
  refresh();
  return new RecordPlanner(context, {
    table: products,
    name: ({ name = '' }) => name,
    given: (values) => toColumns(values),
    defaults: {},
    once: () => [],
    find(_row, name, externalId) {
      const [id, other] = index.match(name, externalId);
      return other === undefined ? ok(id) : fail('product-ambiguous');
    },
    withExternal: (externalId) => (externalId === undefined ? [] : index.match(undefined, externalId)),
    learn: (id, name, externalId) => index.set({ id, name, external_id: externalId ?? null }),
    refresh,
  });
}
