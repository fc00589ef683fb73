import { cellProblem } from '#shared/domain/import/read-row.ts';
import { OrderDesk } from './order-desk.ts';
import type { Planner, PlannerContext } from './planner.ts';

/** One record is the lines of one order, which the book has already. */
export function planOrderLines(context: PlannerContext): Planner<'orderLines'> {
  const desk = new OrderDesk(context);
  return desk.planner((record, plan) => {
    const { orderNo, partial } = record;
    const [order, other] = desk.store.find(orderNo);
    if (order && !other) return desk.store.changeLines(order.id, orderNo, desk.lines(record, order.id, plan), partial, plan);
    for (const { row } of record.lines) plan.reject(cellProblem(row, context.columnOf('orderNo'), order ? 'order-ambiguous' : 'order-not-found', orderNo));
  });
}
