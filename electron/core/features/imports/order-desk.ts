import { cellProblem } from '#shared/domain/import/read-row.ts';
import type { GivenLine } from '#shared/domain/import/diff-lines.ts';
import type { OrderRecord } from '#shared/domain/import/order-record.ts';
import { accountCell, AccountLookup } from './account-lookup.ts';
import type { ImportPlan } from './import-plan.ts';
import { OrderParties } from './order-parties.ts';
import { OrderStore, type OrderHead } from './order-store.ts';
import type { RecordsOf } from './parse-job.ts';
import type { Planner, PlannerContext } from './planner.ts';

/** What a file says of an order beside its lines, as it names things. */
type SaidHead = Pick<OrderRecord, 'orderNo' | 'orderedOn' | 'accountExternalId' | 'accountName' | 'currency' | 'employee'>;

/** What planners of orders share: the orders of the book, and whom and what they name. */
export class OrderDesk {
  readonly context: PlannerContext;
  readonly parties: OrderParties;
  readonly store: OrderStore;
  /** Of lines apart no account is asked for. */
  #accounts: AccountLookup | null = null;

  constructor(context: PlannerContext) {
    this.context = context;
    this.parties = new OrderParties(context);
    this.store = new OrderStore(context);
  }

  /** @param planOne decides what becomes of one record */
  planner<K extends 'orders' | 'orderHeads' | 'orderLines'>(planOne: (record: RecordsOf[K], plan: ImportPlan) => void): Planner<K> {
    return {
      plan: (records, plan) => {
        this.parties.begin();
        records.forEach((record) => planOne(record, plan));
      },
      refresh: () => {
        this.#accounts?.refresh();
        this.parties.refresh();
      },
    };
  }

  /** The account that an order names. @param rows those of the order; without an account each of them is refused, and null given */
  account(said: SaidHead, rows: readonly number[], plan: ImportPlan): string | null {
    this.#accounts ??= new AccountLookup(this.context);
    const account = this.#accounts.named({ row: rows[0] ?? 0, name: said.accountName, externalId: said.accountExternalId }, plan);
    if (account.ok) return account.value;
    const { field, value } = accountCell(said, account.error);
    for (const row of rows) plan.reject(cellProblem(row, this.context.columnOf(field), account.error, value));
    return null;
  }

  /** The order as the book keeps it, its colleague planned where it is a new one. */
  head(accountId: string, { orderNo, orderedOn, currency, employee }: SaidHead, plan: ImportPlan): OrderHead {
    return { orderNo, orderedOn, accountId, currency, colleagueId: employee === undefined ? undefined : this.parties.colleague(employee, plan) };
  }

  /**
   * The lines of an order, their products planned where they are new ones. Of products of one name, a line that gives
   * the name alone means the one that the order has, so that the same file says the same again.
   * @param orderId of the order as the book has it
   */
  lines({ lines }: OrderRecord, orderId: string | undefined, plan: ImportPlan): GivenLine[] {
    const stored = orderId === undefined ? [] : this.store.productsOf(orderId);
    const left = [...stored];
    const claim = (productId: string | null | undefined): void => {
      const at = productId ? left.indexOf(productId) : -1;
      if (at >= 0) left.splice(at, 1);
    };
    for (const { values } of lines) if (values.productExternalId !== undefined) claim(this.parties.numbered(values.productExternalId));
    return lines.map(({ row, values }) => {
      const productId = this.parties.product(values, [left, stored], plan);
      if (values.productExternalId === undefined) claim(productId);
      return { row, values, productId };
    });
  }
}
