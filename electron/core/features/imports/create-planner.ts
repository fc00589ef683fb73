import type { ImportKind } from '#shared/domain/import/model.ts';
import type { ImportPlan } from './import-plan.ts';
import type { ParseBatch } from './parse-job.ts';
import { AccountPlanner } from './plan-accounts.ts';
import { OrderPlanner } from './plan-orders.ts';
import { PeoplePlanner } from './plan-people.ts';
import type { Planner, PlannerContext } from './planner.ts';

export interface BatchPlanner {
  plan(batch: ParseBatch, plan: ImportPlan): void;
  refresh(): void;
}

/** @param trial nothing will be written, so that what is planned must be remembered */
export function createPlanner(kind: ImportKind, context: PlannerContext, trial: boolean): BatchPlanner {
  switch (kind) {
    case 'accounts': return bind(new AccountPlanner(context));
    case 'people': return bind(new PeoplePlanner(context, trial));
    case 'orders': return bind(new OrderPlanner(context));
  }
}

/** A run parses and plans one kind only, so that its batches hold the records of its planner. */
function bind<K extends ImportKind>(planner: Planner<K>): BatchPlanner {
  return {
    plan: (batch, plan) => planner.plan(batch.records as ParseBatch<K>['records'], plan),
    refresh: () => planner.refresh(),
  };
}
