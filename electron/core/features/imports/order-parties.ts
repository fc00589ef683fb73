import type { OrderLineRow } from '#shared/domain/import/order-record.ts';
import { nameKey } from '#shared/domain/import/text.ts';
import { prepared } from '#core/db/prepared.ts';
import type { ImportPlan } from './import-plan.ts';
import { mergeRow } from './merge-row.ts';
import type { PlannerContext } from './planner.ts';
import { RecordIndex, type IndexedRow } from './record-index.ts';
import { tableSql, toColumns } from './table-sql.ts';

const products = tableSql('product', ['id'], ['name', 'category', 'external_id']);
const colleagues = tableSql('colleague', ['id'], ['name']);

/** Products and colleagues that orders name: found, or planned when they are new. */
export class OrderParties {
  readonly #context: PlannerContext;
  readonly #products = new RecordIndex();
  readonly #colleagues = new Map<string, string>();
  readonly #settled = new Set<string>();

  constructor(context: PlannerContext) {
    this.#context = context;
    this.refresh();
  }

  refresh(): void {
    const { db } = this.#context;
    this.#products.load(prepared<IndexedRow>(db, 'SELECT id, name, external_id FROM product').iterate());
    this.#colleagues.clear();
    for (const { id, name } of prepared<{ id: string; name: string }>(db, 'SELECT id, name FROM colleague').iterate()) this.#colleagues.set(nameKey(name), id);
  }

  /** @returns null when the row names no product. The first row of a file decides what a product is called. */
  product(values: OrderLineRow['values'], plan: ImportPlan): string | null {
    const { productExternalId: externalId, productName, category } = values;
    if (externalId === undefined && productName === undefined) return null;
    const [known] = this.#products.match(productName, externalId);
    const id = known ?? this.#context.uuid();
    if (this.#settled.has(id)) return id;
    this.#settled.add(id);
    const name = productName ?? externalId ?? '';
    this.#products.set({ id, name, external_id: externalId ?? null });
    if (known === undefined) plan.insert(products, [id, name, category ?? null, externalId ?? null]);
    else mergeRow(this.#context.db, plan, products, [id], toColumns({ name: productName, category, externalId }));
    return id;
  }

  colleague(name: string, plan: ImportPlan): string {
    const known = this.#colleagues.get(nameKey(name));
    if (known !== undefined) return known;
    const id = this.#context.uuid();
    this.#colleagues.set(nameKey(name), id);
    plan.insert(colleagues, [id, name]);
    return id;
  }
}
