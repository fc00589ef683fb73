import type Database from 'better-sqlite3';
import { diffLines, type GivenLine, type StoredLine } from '#shared/domain/import/diff-lines.ts';
import { completeLine } from '#shared/domain/import/order-line.ts';
import { cellProblem } from '#shared/domain/import/read-row.ts';
import { prepared } from '#core/db/prepared.ts';
import type { ImportPlan } from './import-plan.ts';
import type { PlannerContext } from './planner.ts';
import { tableSql, type SqlValue } from './table-sql.ts';

const orders = tableSql('sales_order', ['account_id', 'ordered_on', 'id'], ['currency', 'colleague_id', 'external_id']);
/** The order's date and account cluster the table, so that a change of them moves the row. */
const orderHeads = tableSql('sales_order', ['id'], ['account_id', 'ordered_on', 'currency', 'colleague_id']);
const lines = tableSql('order_line', ['order_id', 'line_no'], ['product_id', 'quantity', 'list_price', 'price', 'discount', 'amount', 'cost', 'is_return']);

export interface StoredOrder { id: string; account_id: string; ordered_on: string; currency: string; colleague_id: string | null }

/** What a file says of an order beside its lines. */
export interface OrderHead { orderNo: string; orderedOn: string; accountId: string; currency: string | undefined; colleagueId: string | undefined }

type LineRow = Omit<StoredLine, 'isReturn'> & { isReturn: number };

const lineRow = (line: StoredLine): Record<string, SqlValue> => ({
  product_id: line.productId, quantity: line.quantity, list_price: line.listPrice, price: line.price,
  discount: line.discount, amount: line.amount, cost: line.cost, is_return: Number(line.isReturn),
});

/** Orders as the book keeps them: found, planned anew, changed. */
export class OrderStore {
  readonly #context: PlannerContext;
  readonly #db: Database.Database;

  constructor(context: PlannerContext) {
    this.#context = context;
    this.#db = context.db;
  }

  /** All orders of a number, those of the account first. */
  find(orderNo: string, accountId?: string): StoredOrder[] {
    const found = prepared<StoredOrder>(this.#db, 'SELECT id, account_id, ordered_on, currency, colleague_id FROM sales_order WHERE external_id = +?').all(orderNo);
    return accountId === undefined ? found : found.toSorted((a, b) => Number(b.account_id === accountId) - Number(a.account_id === accountId));
  }

  /** Products of an order, a line each; null where a line has none. */
  productsOf(orderId: string): (string | null)[] {
    return this.#linesOf(orderId).map(({ productId }) => productId);
  }

  /** @returns the id of the new order */
  create({ orderNo, orderedOn, accountId, currency, colleagueId }: OrderHead, plan: ImportPlan): string {
    const id = this.#context.uuid();
    plan.insert(orders, [accountId, orderedOn, id, currency ?? this.#context.currency, colleagueId ?? null, orderNo]);
    return id;
  }

  change(stored: StoredOrder, { accountId, orderedOn, currency, colleagueId }: OrderHead, plan: ImportPlan): void {
    const head = { account_id: accountId, ordered_on: orderedOn, currency: currency ?? stored.currency, colleague_id: colleagueId ?? stored.colleague_id };
    const isSame = orderHeads.columns.every((column) => head[column as keyof typeof head] === stored[column as keyof typeof head]);
    if (isSame) plan.count(orders, 'same');
    else plan.update(orderHeads, head, [stored.id]);
  }

  /** Plans the lines of an order that the book does not have yet. */
  createLines(orderId: string, given: readonly GivenLine[], plan: ImportPlan): void {
    for (const [index, line] of given.entries()) this.#insertLine(orderId, { lineNo: index + 1, ...completeLine(line.values, line.productId, null) }, plan);
  }

  /** Plans what turns the stored lines into those given. @param partial rows of the order could not be read */
  changeLines(orderId: string, orderNo: string, given: readonly GivenLine[], partial: boolean, plan: ImportPlan): void {
    const { same, updates, inserts, removes, unclear } = diffLines(this.#linesOf(orderId), given, partial);
    if (same > 0) plan.count(lines, 'same', same);
    for (const line of updates) plan.update(lines, lineRow(line), [orderId, line.lineNo]);
    for (const line of inserts) this.#insertLine(orderId, line, plan);
    for (const lineNo of removes) plan.remove(lines, [orderId, lineNo]);
    const column = this.#context.columnOf('productExternalId', 'productName', 'orderNo');
    for (const { row, values } of unclear) plan.reject(cellProblem(row, column, 'order-incomplete', values.productExternalId ?? values.productName ?? orderNo));
  }

  #linesOf(orderId: string): StoredLine[] {
    return prepared<LineRow>(this.#db, `
      SELECT line_no AS lineNo, product_id AS productId, quantity, list_price AS listPrice, price, discount, amount, cost, is_return AS isReturn
      FROM order_line WHERE order_id = +? ORDER BY line_no`).all(orderId).map((line) => ({ ...line, isReturn: line.isReturn === 1 }));
  }

  #insertLine(orderId: string, line: StoredLine, plan: ImportPlan): void {
    const row = lineRow(line);
    plan.insert(lines, [orderId, line.lineNo, ...lines.columns.map((column) => row[column] ?? null)]);
  }
}
