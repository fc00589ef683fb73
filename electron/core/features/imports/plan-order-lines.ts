import type { OrderRecord } from '#shared/domain/import/order-record.ts';
import { cellProblem } from '#shared/domain/import/read-row.ts';
import type { ImportPlan } from './import-plan.ts';
import { OrderParties } from './order-parties.ts';
import { OrderStore } from './order-store.ts';
import type { Planner, PlannerContext } from './planner.ts';

/** One record is the lines of one order, which the book has already. */
export class OrderLinePlanner implements Planner<'orderLines'> {
  readonly #context: PlannerContext;
  readonly #parties: OrderParties;
  readonly #store: OrderStore;

  constructor(context: PlannerContext) {
    this.#context = context;
    this.#parties = new OrderParties(context);
    this.#store = new OrderStore(context);
  }

  refresh(): void {
    this.#parties.refresh();
  }

  plan(records: readonly OrderRecord[], plan: ImportPlan): void {
    for (const record of records) this.#planOne(record, plan);
  }

  #planOne({ orderNo, lines, partial }: OrderRecord, plan: ImportPlan): void {
    const [order, other] = this.#store.find(orderNo);
    if (!order || other) {
      for (const { row } of lines) plan.reject(cellProblem(row, this.#context.columnOf('orderNo'), order ? 'order-ambiguous' : 'order-not-found', orderNo));
      return;
    }
    const given = lines.map(({ row, values }) => ({ row, values, productId: this.#parties.product(values, plan) }));
    this.#store.changeLines(order.id, orderNo, given, partial, plan);
  }
}
