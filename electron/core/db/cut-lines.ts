import type Database from 'better-sqlite3';
import type { LoggedRow } from './log.ts';
import { prepared } from './prepared.ts';
import type { RowPlan } from './undo-row.ts';

interface Place {
  id: string;
  accountId: string;
  upId: string | null;
}

const PLACES = `
  SELECT id, account_id AS accountId, reports_to_id AS upId FROM position
  WHERE id IN (SELECT value FROM json_each(+@ids)) OR reports_to_id IN (SELECT value FROM json_each(+@ids))
    OR id IN (SELECT reports_to_id FROM position WHERE id IN (SELECT value FROM json_each(+@ids)))`;

const after = (plan: RowPlan | undefined, column: string, now: unknown): unknown => {
  const row: LoggedRow | null | undefined = plan?.restore;
  if (row) return row[column];
  return plan?.update[column] ? plan.update[column].back : now;
};

/** One who comes back reports to nobody while the superior is still kept at the account of a later merge. */
function cutReturning(plan: RowPlan, row: LoggedRow, plans: ReadonlyMap<string, RowPlan>): void {
  const head = plans.get(String(row['reports_to_id']));
  const stays = head?.kept.find(({ field, from }) => field === 'account_id' && from === row['account_id']);
  if (!stays) return;
  plan.restore = { ...row, reports_to_id: null };
  plan.kept.push({ field: 'reports_to_id', from: row['reports_to_id'] ?? null, to: null, reason: 'invariant', byStep: stays.byStep });
}

/**
 * Cuts the lines of report that an undo would leave between two accounts: someone who came to a merged account later
 * reports to one whom its un-merge takes back to the other. Holding that one back would hold the whole team back.
 * @param plans of positions, by id
 * @returns the plans that cut, of positions that had none; those that had one are changed
 */
export function cutLines(db: Database.Database, plans: ReadonlyMap<string, RowPlan>): RowPlan[] {
  for (const plan of plans.values()) if (plan.restore) cutReturning(plan, plan.restore, plans);
  const moved = [...plans.values()].filter((plan) => plan.update['account_id'] !== undefined).map(({ key }) => key);
  if (moved.length === 0) return [];
  const above = [...plans.values()].map((plan) => plan.update['reports_to_id']?.back).filter((id) => typeof id === 'string');
  const places = new Map(prepared<Place>(db, PLACES).all({ ids: JSON.stringify([...moved, ...above]) }).map((place) => [place.id, place]));
  const cut: RowPlan[] = [];
  for (const { id, accountId, upId } of places.values()) {
    const plan = plans.get(id);
    const up = after(plan, 'reports_to_id', upId);
    const head = typeof up === 'string' ? places.get(up) : undefined;
    if (!head || plan?.remove || head.accountId !== accountId) continue;
    if (after(plan, 'account_id', accountId) === after(plans.get(head.id), 'account_id', head.accountId)) continue;
    const update = { reports_to_id: { now: upId, back: null } };
    if (plan) Object.assign(plan.update, update);
    else cut.push({ table: 'position', key: id, did: 'update', remove: false, restore: null, update, kept: [] });
  }
  return cut;
}
