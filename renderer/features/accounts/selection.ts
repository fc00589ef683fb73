import { useMemo, useState } from 'react';
import type { AccountRow } from '#shared/contract/accounts.ts';
import type { AccountFilter } from './view-model.ts';

/** Accounts a person picked: some of them, or all of the list but some, also those that were not loaded yet. */
export interface Selection {
  all: boolean;
  ids: ReadonlySet<string>;
}

export const nothingSelected: Selection = { all: false, ids: new Set() };

export const isSelected = ({ all, ids }: Selection, id: string): boolean => ids.has(id) !== all;

/** The filter that finds what is selected; null where nothing is. */
export function selectionFilter(filter: AccountFilter, { all, ids }: Selection): AccountFilter | null {
  if (!all) return ids.size === 0 ? null : { ids: [...ids] };
  return ids.size === 0 ? filter : { ...filter, exceptIds: [...ids] };
}

/** Puts accounts into the selection, or takes them out. */
export function select({ all, ids }: Selection, changed: readonly string[], on: boolean): Selection {
  const next = new Set(ids);
  for (const id of changed) {
    if (on === all) next.delete(id);
    else next.add(id);
  }
  return { all, ids: next };
}

/** The selection of one list; it ends when the list becomes another. */
export function useSelection(listKey: string, rows: readonly AccountRow[]) {
  const [state, setState] = useState({ listKey, selection: nothingSelected, from: null as string | null });
  const selection = state.listKey === listKey ? state.selection : nothingSelected;
  return useMemo(() => {
    const set = (next: Selection, from: string | null): void => setState({ listKey, selection: next, from });
    return {
      selection,
      clear: () => set(nothingSelected, null),
      toggleAll: () => set(selection.all && selection.ids.size === 0 ? nothingSelected : { all: true, ids: new Set() }, null),
      /** With `range`, all rows from the last one picked to this one. */
      toggle(id: string, range: boolean) {
        const on = !isSelected(selection, id);
        const [a, b] = [state.from, id].map((one) => rows.findIndex((row) => row.id === one));
        const stretch = range && a !== undefined && b !== undefined && a >= 0 ? rows.slice(Math.min(a, b), Math.max(a, b) + 1).map((row) => row.id) : [id];
        set(select(selection, stretch, range ? true : on), id);
      },
    };
  }, [listKey, rows, selection, state.from]);
}
