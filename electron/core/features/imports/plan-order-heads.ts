import { cellProblem } from '#shared/domain/import/read-row.ts';
import { OrderDesk } from './order-desk.ts';
import type { Planner, PlannerContext } from './planner.ts';
import { Repeats } from './repeats.ts';

/** One row is one order, whose lines come in a file of their own. */
export function planOrderHeads(context: PlannerContext): Planner<'orderHeads'> {
  const desk = new OrderDesk(context);
  const repeats = new Repeats();
  return desk.planner(({ row, values }, plan) => {
    const said = { ...values, orderNo: values.orderNo ?? '', orderedOn: values.orderedOn ?? '' };
    const accountId = desk.account(said, [row], plan);
    if (accountId === null) return;
    const met = repeats.meet(said.orderNo, values);
    if (met === 'same') return;
    if (met !== 'new') return plan.reject(cellProblem(row, context.columnOf('orderNo'), 'repeated', said.orderNo));
    const head = desk.head(accountId, said, plan);
    const [stored] = desk.store.find(said.orderNo, accountId);
    if (stored) desk.store.change(stored, head, plan);
    else desk.store.create(head, plan);
  });
}
