import { cellProblem } from '#shared/domain/import/read-row.ts';
import { AccountLookup } from './account-lookup.ts';
import type { ImportPlan } from './import-plan.ts';
import { OrderParties } from './order-parties.ts';
import { OrderStore } from './order-store.ts';
import type { RecordsOf } from './parse-job.ts';
import type { Planner, PlannerContext } from './planner.ts';
import { Repeats } from './repeats.ts';

/** One row is one order, whose lines come in a file of their own. */
export class OrderHeadPlanner implements Planner<'orderHeads'> {
  readonly #context: PlannerContext;
  readonly #accounts: AccountLookup;
  readonly #parties: OrderParties;
  readonly #store: OrderStore;
  readonly #repeats = new Repeats();

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

  plan(records: readonly RecordsOf['orderHeads'][], plan: ImportPlan): void {
    for (const record of records) this.#planOne(record, plan);
  }

  #planOne({ row, values }: RecordsOf['orderHeads'], plan: ImportPlan): void {
    const { columnOf } = this.#context;
    const { orderNo = '', orderedOn = '', accountExternalId: externalId, accountName: name, currency, employee } = values;
    const account = this.#accounts.named({ row, name, externalId }, plan);
    if (!account.ok) return plan.reject(cellProblem(row, columnOf(externalId === undefined ? 'accountName' : 'accountExternalId'), account.error, externalId ?? name ?? null));
    const met = this.#repeats.meet(orderNo, values);
    if (met === 'same') return;
    if (met !== 'new') return plan.reject(cellProblem(row, columnOf('orderNo'), 'repeated', orderNo));
    const colleagueId = employee === undefined ? undefined : this.#parties.colleague(employee, plan);
    const head = { orderNo, orderedOn, accountId: account.value, currency, colleagueId };
    const [stored] = this.#store.find(orderNo, account.value);
    if (stored) this.#store.change(stored, head, plan);
    else this.#store.create(head, plan);
  }
}
