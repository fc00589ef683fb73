import { createStore } from './create-store.ts';

/** What the toast at the foot of the page says; one at a time, the latest replaces. */
export interface Said {
  /** New for each showing, so that a repeated text starts its time anew. */
  id: number;
  text: string;
  /** The step that Undo takes back; null for news without an undo. */
  stepNo: number | null;
  /** It is still being done. */
  busy: boolean;
}

const store = createStore<Said | null>(null);
let lastId = 0;

export const undoStore = {
  read: store.read,
  subscribe: store.subscribe,
  show(text: string, stepNo: number | null, busy = false): void {
    lastId += 1;
    store.set({ id: lastId, text, stepNo, busy });
  },
  /** Takes the toast away; with an id, only if that one is still shown. */
  hide(id?: number): void {
    if (id === undefined || store.read()?.id === id) store.set(null);
  },
};
