import { OrderDesk } from './order-desk.ts';
import type { Planner, PlannerContext } from './planner.ts';

/** One record is one order with its lines. */
export function planOrders(context: PlannerContext): Planner<'orders'> {
  const desk = new OrderDesk(context);
  return desk.planner((record, plan) => {
    const accountId = desk.account(record, record.lines.map(({ row }) => row), plan);
    if (accountId === null) return;
    const [stored] = desk.store.find(record.orderNo, accountId);
    const given = desk.lines(record, stored?.id, plan);
    const head = desk.head(accountId, record, plan);
    if (!stored) return desk.store.createLines(desk.store.create(head, plan), given, plan);
    desk.store.change(stored, head, plan);
    desk.store.changeLines(stored.id, record.orderNo, given, record.partial, plan);
  });
}
