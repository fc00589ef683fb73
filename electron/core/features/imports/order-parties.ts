import type { OrderLineRow } from '#shared/domain/import/order-record.ts';
import { nameKey } from '#shared/domain/import/text.ts';
import { prepared } from '#core/db/prepared.ts';
import { FreshRows } from './fresh-rows.ts';
import type { ImportPlan } from './import-plan.ts';
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
  readonly #fresh = new FreshRows(products);

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

  /** A new batch: what the last one planned is in the book. */
  begin(): void {
    this.#fresh.clear();
  }

  /** The product of a number; undefined while there is none. */
  numbered(externalId: string): string | undefined {
    return this.#products.match(undefined, externalId)[0];
  }

  /**
   * @param likely products that the order has already, those that no other row claims before all of them: of several that bear a name, the row means one of these
   * @returns null when the row names no product. The first row of a file decides what a product is called, and the first that numbers it, its number.
   */
  product(values: OrderLineRow['values'], likely: readonly (readonly (string | null)[])[], plan: ImportPlan): string | null {
    const { productExternalId: externalId, productName, category } = values;
    if (externalId === undefined && productName === undefined) return null;
    const found = this.#products.match(productName, externalId);
    const known = likely.map((ids) => found.find((id) => ids.includes(id))).find((id) => id !== undefined) ?? found[0];
    const id = known ?? this.#context.uuid();
    const isSettled = this.#settled.has(id);
    if (isSettled && (externalId === undefined || this.numbered(externalId) === id)) return id;
    this.#settled.add(id);
    const given = toColumns(isSettled ? { externalId } : { name: productName, category, externalId });
    if (known === undefined) this.#fresh.insert(plan, id, { ...given, name: productName ?? externalId ?? '' }, []);
    else this.#fresh.merge(this.#context.db, plan, id, given);
    this.#products.learn({ id, name: isSettled ? undefined : productName ?? (known === undefined ? externalId : undefined), externalId });
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
