import type { OrderRecord } from '#shared/domain/import/order-record.ts';
import { cellProblem } from '#shared/domain/import/read-row.ts';
import { AccountLookup } from './account-lookup.ts';
import type { ImportPlan } from './import-plan.ts';
import { OrderParties } from './order-parties.ts';
import { OrderStore } from './order-store.ts';
import type { Planner, PlannerContext } from './planner.ts';

/** One record is one order with its lines. */
export class OrderPlanner implements Planner<'orders'> {
  readonly #context: PlannerContext;
  readonly #accounts: AccountLookup;
  readonly #parties: OrderParties;
  readonly #store: OrderStore;

  constructor(context: PlannerContext) {
    this.#context = context;
    this.#accounts = new AccountLookup(context);
    this.#parties = new OrderParties(context);
    this.#store = new OrderStore(context);
  }

  refresh(): void {
    this.#accounts.refresh();
    this.#parties.refresh();
  }

  plan(records: readonly OrderRecord[], plan: ImportPlan): void {
    for (const record of records) this.#planOne(record, plan);
  }

  #planOne(record: OrderRecord, plan: ImportPlan): void {
    const { accountExternalId: externalId, accountName: name, orderNo, orderedOn, currency, employee } = record;
    const account = this.#accounts.named({ row: record.lines[0]?.row ?? 0, name, externalId }, plan);
    if (!account.ok) {
      const column = this.#context.columnOf(externalId === undefined ? 'accountName' : 'accountExternalId');
      for (const { row } of record.lines) plan.reject(cellProblem(row, column, account.error, externalId ?? name ?? null));
      return;
    }
    const given = record.lines.map(({ row, values }) => ({ row, values, productId: this.#parties.product(values, plan) }));
    const colleagueId = employee === undefined ? undefined : this.#parties.colleague(employee, plan);
    const head = { orderNo, orderedOn, accountId: account.value, currency, colleagueId };
    const [stored] = this.#store.find(orderNo, account.value);
    if (!stored) return this.#store.createLines(this.#store.create(head, plan), given, plan);
    this.#store.change(stored, head, plan);
    this.#store.changeLines(stored.id, orderNo, given, record.partial, plan);
  }
}
