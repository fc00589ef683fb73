/** The part of a keyboard event that decides a move. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
}

export type RowAction = { move: number } | 'open' | null;

/**
 * What a key does in a list of `count` rows with row `active` focused (null: none yet) and `page` rows in view.
 * Letters with Ctrl, ⌘ or Alt belong to the program's shortcuts, and keys of an input method to the method.
 */
export function rowAction(press: KeyPress, active: number | null, count: number, page: number): RowAction {
  if (press.isComposing || press.ctrlKey || press.metaKey || press.altKey || count === 0) return null;
  const from = active ?? -1;
  const to = (index: number): RowAction => ({ move: Math.max(0, Math.min(count - 1, index)) });
  switch (press.key) {
    case 'ArrowDown': case 'j': case 'J': return to(from + 1);
    case 'ArrowUp': case 'k': case 'K': return to(from - 1);
    case 'PageDown': return to(from + page);
    case 'PageUp': return to(from - page);
    case 'Home': return to(0);
    case 'End': return to(count - 1);
    case 'Enter': case 'o': case 'O': return active === null ? null : 'open';
    default: return null;
  }
}
