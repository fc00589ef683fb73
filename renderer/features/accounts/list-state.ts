import { useState } from 'react';
import type { SortState } from '#renderer/tables/window-column.ts';
import { firstSort, type AccountTab } from './view-model.ts';

export interface ListState {
  bookId: string;
  /** Null until the person chooses one. */
  tab: AccountTab | null;
  text: string;
  sort: SortState;
}

const fresh = (bookId: string): ListState => ({ bookId, tab: null, text: '', sort: firstSort });

let remembered: ListState | null = null;

/** Tab, filter and sort of the list; they are still there when the person comes back from an account. */
export function useListState(bookId: string): [ListState, (patch: Partial<ListState>) => void] {
  const [state, setState] = useState<ListState>(() => (remembered?.bookId === bookId ? remembered : fresh(bookId)));
  const change = (patch: Partial<ListState>): void => {
    remembered = { ...state, ...patch };
    setState(remembered);
  };
  return [state, change];
}
