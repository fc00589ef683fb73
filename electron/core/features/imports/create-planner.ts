import type { ImportKind } from '#shared/domain/import/model.ts';
import type { ImportPlan } from './import-plan.ts';
import type { ParseBatch } from './parse-job.ts';
import { planAccounts } from './plan-accounts.ts';
import { planColleagues } from './plan-colleagues.ts';
import { InteractionPlanner } from './plan-interactions.ts';
import { planOrderHeads } from './plan-order-heads.ts';
import { planOrderLines } from './plan-order-lines.ts';
import { planOrders } from './plan-orders.ts';
import { PeoplePlanner } from './plan-people.ts';
import { planProducts } from './plan-products.ts';
import type { Planner, PlannerContext } from './planner.ts';

export interface BatchPlanner {
  plan(batch: ParseBatch, plan: ImportPlan): void;
  refresh(): void;
  finish(): Iterable<ImportPlan>;
}

/** @param trial nothing will be written, so that what is planned must be remembered */
export function createPlanner(kind: ImportKind, context: PlannerContext, trial: boolean): BatchPlanner {
  switch (kind) {
    case 'colleagues': return bind(planColleagues(context));
    case 'accounts': return bind(planAccounts(context));
    case 'people': return bind(new PeoplePlanner(context, trial));
    case 'products': return bind(planProducts(context));
    case 'orders': return bind(planOrders(context));
    case 'orderHeads': return bind(planOrderHeads(context));
    case 'orderLines': return bind(planOrderLines(context));
    case 'interactions': return bind(new InteractionPlanner(context));
  }
}

/** A run parses and plans one kind only, so that its batches hold the records of its planner. */
function bind<K extends ImportKind>(planner: Planner<K>): BatchPlanner {
  return {
    plan: (batch, plan) => planner.plan(batch.records as ParseBatch<K>['records'], plan),
    refresh: () => planner.refresh(),
    finish: () => planner.finish?.() ?? [],
  };
}
