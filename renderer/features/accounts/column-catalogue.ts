import { extraColumns, type ExtraColumn } from '#shared/contract/accounts.ts';
import type { CurrentView } from '#shared/domain/view/model.ts';

/** Columns that every row can fill. */
const plainColumns = ['name', 'city', 'country', 'revenue', 'revenueBefore', 'margin', 'lastInteraction', 'nextDue'] as const;

/** All columns of the list, in the order in which they are offered. */
export const columnIds: readonly string[] = [...plainColumns, ...extraColumns];

export const isExtraColumn = (id: string): id is ExtraColumn => extraColumns.some((column) => column === id);

/** What a view asks of the core beyond what every row says. */
export const extraOf = (view: CurrentView): ExtraColumn[] => view.columns.map(({ id }) => id).filter(isExtraColumn);
