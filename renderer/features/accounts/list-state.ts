import { useState } from 'react';
import type { CurrentView } from '#shared/domain/view/model.ts';

export interface ListState {
  bookId: string;
  /** Null until the person chooses one. */
  view: string | null;
  text: string;
  /** Views as they are shown now, where that is not what is kept, by id. */
  changed: Record<string, CurrentView>;
}

const fresh = (bookId: string): ListState => ({ bookId, view: null, text: '', changed: {} });

let remembered: ListState | null = null;

/** View, its unsaved changes and the quick filter; they are still there when the person comes back from an account. */
export function useListState(bookId: string): [ListState, (patch: Partial<ListState>) => void] {
  const [state, setState] = useState<ListState>(() => (remembered?.bookId === bookId ? remembered : fresh(bookId)));
  const change = (patch: Partial<ListState>): void => {
    remembered = { ...(remembered?.bookId === bookId ? remembered : state), ...patch };
    setState(remembered);
  };
  return [state, change];
}
