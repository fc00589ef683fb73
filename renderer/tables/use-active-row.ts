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
  onRowKey?: (key: string, row: Row, shift: boolean) => boolean;
  /** Columns whose cells can be reached, in order; the first one stands for the row. */
  cells?: readonly string[];
  /** Enter on a cell; false leaves it to the row. */
  onEnterCell?: (row: Row, cell: string) => boolean;
}

/** The focused row of a grid whose rows come and go: kept by key, moved by the keyboard. */
export function useActiveRow<Row>({ first: initial, rows, rowKey, page, show, onOpen, onRowKey, cells = [], onEnterCell }: ActiveRowOptions<Row>) {
  const [cell, setCell] = useState<string | null>(null);
  const [active, setActive] = useState<string | null>(initial);
  const index = useMemo(() => (active === null ? -1 : rows.findIndex((row) => rowKey(row) === active)), [active, rows, rowKey]);

  const onKeyDown = useCallback((event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const { key, ctrlKey, metaKey, altKey } = event;
    const current = rows[index];
    const sideways = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (sideways !== 0 && current && cells.length > 0 && !ctrlKey && !metaKey && !altKey) {
      setCell(cells[Math.max(0, Math.min(cells.length - 1, Math.max(0, cells.indexOf(cell ?? '')) + sideways))] ?? null);
      event.preventDefault();
      return;
    }
    const entered = cell ?? cells[0];
    // The first cell names the row: Enter opens it, F2 edits it.
    if (current && entered !== undefined && (key === 'F2' || (key === 'Enter' && entered !== cells[0])) && onEnterCell?.(current, entered)) {
      event.preventDefault();
      return;
    }
    const action = rowAction({ key, ctrlKey, metaKey, altKey, isComposing: event.nativeEvent.isComposing }, index < 0 ? null : index, rows.length, page());
    if (action === 'open') {
      if (current) onOpen(current);
    } else if (action) {
      const next = rows[action.move];
      if (next) setActive(rowKey(next));
      show(action.move);
    } else if (!current || ctrlKey || metaKey || altKey || event.nativeEvent.isComposing || !onRowKey?.(key, current, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  }, [cell, cells, index, onEnterCell, onOpen, onRowKey, page, rowKey, rows, show]);

  const onFocus = useCallback(() => {
    const first = rows[0];
    if (index < 0 && first) setActive(rowKey(first));
  }, [index, rowKey, rows]);

  return { active: index < 0 ? null : active, index, setActive, cell, setCell, onKeyDown, onFocus };
}
