/** Where a person left a list. */
export interface ListPlace {
  /** Scroll offset in px. */
  top: number;
  /** Key of the focused row. */
  active: string | null;
}

const KEPT = 20;
const places = new Map<string, ListPlace>();

/** Remembers places of the last lists seen, so that coming back to one finds it as it was left. */
export const listMemory = {
  read: (listKey: string): ListPlace | undefined => places.get(listKey),
  keep(listKey: string, place: ListPlace): void {
    places.delete(listKey);
    places.set(listKey, place);
    for (const oldest of places.keys()) {
      if (places.size <= KEPT) break;
      places.delete(oldest);
    }
  },
};
