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

/** Makes rows of what was read: in place and with all months read at once, since a list is read at each step of a scroll. */
export function toAccountRows(read: RawAccountRow[]): AccountRow[] {
  const months = JSON.parse(`[${read.map((raw) => raw.months).join(',')}]`) as number[][];
  return read.map((raw, at) => {
    const row: Omit<RawAccountRow, 'isKey' | 'months'> = raw;
    return Object.assign(row, { isKey: raw.isKey === 1, months: months[at] ?? [] });
  });
}
