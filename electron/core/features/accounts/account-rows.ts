import type { AccountRow } from '#shared/contract/accounts.ts';

/** A row of `account` beside its figures, as SQLite gives it. */
export interface RawAccountRow extends Omit<AccountRow, 'isKey' | 'months'> {
  isKey: number;
  /** JSON. */
  months: string;
}

/** Columns of `RawAccountRow` over `account_figure f` and `account a`. */
export const ACCOUNT_ROW = `
  a.id, a.name, a.alias, a.city, a.country, a.is_key AS isKey, f.revenue, f.revenue_before AS revenueBefore, f.margin, f.months,
  f.last_interaction_at AS lastInteractionAt, f.last_interaction_kind AS lastInteractionKind,
  f.next_task_id AS nextTaskId, f.next_task AS nextTask, f.next_due AS nextDue`;

export function toAccountRow(raw: RawAccountRow): AccountRow {
  const { id, name, alias, city, country, revenue, revenueBefore, margin, lastInteractionAt, lastInteractionKind, nextTaskId, nextTask, nextDue } = raw;
  return {
    id, name, alias, city, country, isKey: raw.isKey === 1, revenue, revenueBefore, margin, months: JSON.parse(raw.months) as number[],
    lastInteractionAt, lastInteractionKind, nextTaskId, nextTask, nextDue,
  };
}
