import { useCallback, useMemo, useState, type KeyboardEvent } from 'react';
import { rowAction } from './row-keys.ts';

interface ActiveRowOptions<Row> {
  /** Key of the row that has the focus to begin with. */
  first: string | null;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Rows that fit into the view, for PageUp and PageDown. */
  page: () => number;
  show: (index: number) => void;
  onOpen: (row: Row) => void;
  /** Further keys of a focused row; returns true when it took the key. */
  onRowKey?: (key: string, row: Row) => boolean;
}

/** The focused row of a grid whose rows come and go: kept by key, moved by the keyboard. */
export function useActiveRow<Row>({ first: initial, rows, rowKey, page, show, onOpen, onRowKey }: ActiveRowOptions<Row>) {
  const [active, setActive] = useState<string | null>(initial);
  const index = useMemo(() => (active === null ? -1 : rows.findIndex((row) => rowKey(row) === active)), [active, rows, rowKey]);

  const onKeyDown = useCallback((event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const { key, ctrlKey, metaKey, altKey } = event;
    const current = rows[index];
    const action = rowAction({ key, ctrlKey, metaKey, altKey, isComposing: event.nativeEvent.isComposing }, index < 0 ? null : index, rows.length, page());
    if (action === 'open') {
      if (current) onOpen(current);
    } else if (action) {
      const next = rows[action.move];
      if (next) setActive(rowKey(next));
      show(action.move);
    } else if (!current || ctrlKey || metaKey || altKey || event.nativeEvent.isComposing || !onRowKey?.(key, current)) return;
    event.preventDefault();
    event.stopPropagation();
  }, [index, onOpen, onRowKey, page, rowKey, rows, show]);

  const onFocus = useCallback(() => {
    const first = rows[0];
    if (index < 0 && first) setActive(rowKey(first));
  }, [index, rowKey, rows]);

  return { active: index < 0 ? null : active, index, setActive, onKeyDown, onFocus };
}
