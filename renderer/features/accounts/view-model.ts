import { accountFilterSchema, accountSorts, type AccountRow } from '#shared/contract/accounts.ts';
import { daysBetween, type IsoDate } from '#shared/kernel/dates.ts';
import type { z } from 'zod';
import type { Criteria } from '#shared/domain/criteria/model.ts';
import { QUIET_DAYS, type BuiltInView } from '#shared/domain/view/built-in-views.ts';

export type AccountSort = (typeof accountSorts)[number];
export type AccountFilter = z.input<typeof accountFilterSchema>;

/** What a view's criteria and the words typed into the filter ask of the core. */
export function filterOf(criteria: Criteria, text: string): AccountFilter {
  const words = text.trim();
  return { ...(words === '' ? {} : { text: words }), ...(criteria.rules.length === 0 ? {} : { criteria }) };
}

/** The view to begin with: the key accounts as soon as there are any. */
export const firstView = (keyCount: number): BuiltInView => (keyCount > 0 ? 'key' : 'all');

export function isAccountSort(column: string): column is AccountSort {
  return accountSorts.some((sort) => sort === column);
}

/** Why a row shows no revenue: null where it does. A year without an order is a gap to look into, not a figure to compare. */
export function revenueGap(row: Pick<AccountRow, 'revenue' | 'months'>): 'never' | 'period' | null {
  if (row.revenue === null) return 'never';
  return row.revenue === 0 && row.months.every((month) => month === 0) ? 'period' : null;
}

/** Margin as a fraction of revenue; null where either is unknown or nothing was sold. */
export function marginRatio(figures: { revenue: number | null; margin: number | null }): number | null {
  if (figures.revenue === null || figures.margin === null || figures.revenue === 0) return null;
  return figures.margin / figures.revenue;
}

/** Whether the last interaction lies longer back than an account should stay quiet. */
export function isQuiet(lastDay: IsoDate | null, today: IsoDate): boolean {
  return lastDay !== null && daysBetween(lastDay, today) > QUIET_DAYS;
}

const interactionIcons = ['meeting', 'call', 'visit', 'email', 'chat'] as const;

/** The icon of an interaction kind; one that this program does not know yet is drawn as a meeting. */
export function touchIcon(row: Pick<AccountRow, 'lastInteractionKind'>): (typeof interactionIcons)[number] {
  return interactionIcons.find((kind) => kind === row.lastInteractionKind) ?? 'meeting';
}
