import { diffLines, type GivenLine, type StoredLine } from '#shared/domain/import/diff-lines.ts';
import { completeLine } from '#shared/domain/import/order-line.ts';
import type { OrderRecord } from '#shared/domain/import/order-record.ts';
import { cellProblem } from '#shared/domain/import/read-row.ts';
import { prepared } from '#core/db/prepared.ts';
import type { ImportPlan } from './import-plan.ts';
import { OrderParties } from './order-parties.ts';
import type { Planner, PlannerContext } from './planner.ts';
import { RecordIndex, type IndexedRow } from './record-index.ts';
import { tableSql, type SqlValue } from './table-sql.ts';

const orders = tableSql('sales_order', ['account_id', 'ordered_on', 'id'], ['currency', 'colleague_id', 'external_id']);
/** The order's date and account cluster the table, so that a change of them moves the row. */
const orderHeads = tableSql('sales_order', ['id'], ['account_id', 'ordered_on', 'currency', 'colleague_id']);
const lines = tableSql('order_line', ['order_id', 'line_no'], ['product_id', 'quantity', 'list_price', 'price', 'discount', 'amount', 'cost', 'is_return']);

interface StoredOrder { id: string; account_id: string; ordered_on: string; currency: string; colleague_id: string | null }

type LineRow = Omit<StoredLine, 'isReturn'> & { isReturn: number };

const lineRow = (line: StoredLine): Record<string, SqlValue> => ({
  product_id: line.productId, quantity: line.quantity, list_price: line.listPrice, price: line.price,
  discount: line.discount, amount: line.amount, cost: line.cost, is_return: Number(line.isReturn),
});

export class OrderPlanner implements Planner<'orders'> {
  readonly #context: PlannerContext;
  readonly #accounts = new RecordIndex();
  readonly #parties: OrderParties;

  constructor(context: PlannerContext) {
    this.#context = context;
    this.#parties = new OrderParties(context);
    this.refresh();
  }

  refresh(): void {
    this.#accounts.load(prepared<IndexedRow>(this.#context.db, 'SELECT id, name, alias, external_id FROM account').iterate());
    this.#parties.refresh();
  }

  plan(records: readonly OrderRecord[], plan: ImportPlan): void {
    for (const record of records) this.#planOne(record, plan);
  }

  #planOne(record: OrderRecord, plan: ImportPlan): void {
    const { accountExternalId, accountName } = record;
    const account = this.#accounts.resolve(accountName, accountExternalId);
    if (!account.ok) {
      const column = this.#context.columnOf(accountExternalId === undefined ? 'accountName' : 'accountExternalId');
      for (const { row } of record.lines) plan.reject(cellProblem(row, column, account.error, accountExternalId ?? accountName ?? null));
      return;
    }
    const given = record.lines.map(({ row, values }) => ({ row, values, productId: this.#parties.product(values, plan) }));
    const colleagueId = record.employee === undefined ? undefined : this.#parties.colleague(record.employee, plan);
    const stored = this.#stored(record.orderNo, account.value);
    if (stored) this.#change(stored, record, account.value, colleagueId, given, plan);
    else this.#create(record, account.value, colleagueId, given, plan);
  }

  #stored(orderNo: string, accountId: string): StoredOrder | undefined {
    const found = prepared<StoredOrder>(this.#context.db, 'SELECT id, account_id, ordered_on, currency, colleague_id FROM sales_order WHERE external_id = ?').all(orderNo);
    return found.find((order) => order.account_id === accountId) ?? found[0];
  }

  #create(record: OrderRecord, accountId: string, colleagueId: string | undefined, given: GivenLine[], plan: ImportPlan): void {
    const id = this.#context.uuid();
    plan.insert(orders, [accountId, record.orderedOn, id, record.currency ?? this.#context.currency, colleagueId ?? null, record.orderNo]);
    for (const [index, line] of given.entries()) this.#insertLine(id, { lineNo: index + 1, ...completeLine(line.values, line.productId, null) }, plan);
  }

  #change(stored: StoredOrder, record: OrderRecord, accountId: string, colleagueId: string | undefined, given: GivenLine[], plan: ImportPlan): void {
    const head = { account_id: accountId, ordered_on: record.orderedOn, currency: record.currency ?? stored.currency, colleague_id: colleagueId ?? stored.colleague_id };
    const isSame = orderHeads.columns.every((column) => head[column as keyof typeof head] === stored[column as keyof typeof head]);
    if (isSame) plan.count(orders, 'same');
    else plan.update(orderHeads, head, [stored.id]);
    const { same, updates, inserts, removes, unclear } = diffLines(this.#linesOf(stored.id), given, record.partial);
    if (same > 0) plan.count(lines, 'same', same);
    for (const line of updates) plan.update(lines, lineRow(line), [stored.id, line.lineNo]);
    for (const line of inserts) this.#insertLine(stored.id, line, plan);
    for (const lineNo of removes) plan.remove(lines, [stored.id, lineNo]);
    const column = this.#context.columnOf('productExternalId', 'productName', 'orderNo');
    for (const { row, values } of unclear) plan.reject(cellProblem(row, column, 'order-incomplete', values.productExternalId ?? values.productName ?? record.orderNo));
  }

  #linesOf(orderId: string): StoredLine[] {
    return prepared<LineRow>(this.#context.db, `
      SELECT line_no AS lineNo, product_id AS productId, quantity, list_price AS listPrice, price, discount, amount, cost, is_return AS isReturn
      FROM order_line WHERE order_id = ? ORDER BY line_no`).all(orderId).map((line) => ({ ...line, isReturn: line.isReturn === 1 }));
  }

  #insertLine(orderId: string, line: StoredLine, plan: ImportPlan): void {
    const row = lineRow(line);
    plan.insert(lines, [orderId, line.lineNo, ...lines.columns.map((column) => row[column] ?? null)]);
  }
}
