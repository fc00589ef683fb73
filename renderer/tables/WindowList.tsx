import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { rowAction } from './row-keys.ts';
import styles from './window-list.module.css';

/** Rows left below the view when the next window is fetched. */
const AHEAD = 40;

interface WindowListProps<Row> {
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Draws a row; its first button is where the focus goes when the row is reached by the keyboard. */
  children: (row: Row, before: Row | undefined) => ReactNode;
  /** Usual height of a closed row in px; open ones are measured. */
  height: number;
  /** Key of a row to go to once; windows are fetched until it is there. */
  reveal?: string | undefined;
  hasMore: boolean;
  onMore: () => void;
}

/** The row reached may be drawn only after the scroll. */
function focusRow(list: HTMLElement | null, index: number): void {
  requestAnimationFrame(() => list?.querySelector<HTMLElement>(`[data-index="${index}"] button`)?.focus());
}

/** A long list of rows that may open in place; only those in view are drawn, ↑↓ or J K go from one to the next. */
export function WindowList<Row>({ label, rows, rowKey, children, height, reveal, hasMore, onMore }: WindowListProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => { const row = rows[index]; return row ? rowKey(row) : index; },
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;

  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) onMore();
  }, [hasMore, last, onMore, rows.length]);

  const revealed = useRef(false);
  useEffect(() => {
    if (reveal === undefined || revealed.current) return;
    const index = rows.findIndex((row) => rowKey(row) === reveal);
    if (index < 0) {
      if (hasMore) onMore();
      return;
    }
    revealed.current = true;
    // A list that has only just been drawn does not know its own height yet.
    requestAnimationFrame(() => {
      virtual.scrollToIndex(index, { align: 'center' });
      focusRow(scroller.current, index);
    });
  }, [reveal, rows, rowKey, hasMore, onMore, virtual]);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-index]') : null;
    const isRowButton = from !== null && from.querySelector('button') === event.target;
    if (!from || !isRowButton || event.key === 'Enter') return;
    const { key, ctrlKey, metaKey, altKey } = event;
    const action = rowAction({ key, ctrlKey, metaKey, altKey, isComposing: event.nativeEvent.isComposing }, Number(from.dataset['index']), rows.length, 10);
    if (action === null || action === 'open') return;
    event.preventDefault();
    event.stopPropagation();
    virtual.scrollToIndex(action.move);
    focusRow(event.currentTarget, action.move);
  }
  return (
    <div ref={scroller} className={styles.scroller} onKeyDown={onKeyDown} tabIndex={-1}>
      <div role="list" aria-label={label} className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          return row && (
            <div
              key={item.key} ref={virtual.measureElement} data-index={item.index} role="listitem" aria-posinset={item.index + 1} aria-setsize={hasMore ? -1 : rows.length}
              className={styles.item} style={{ transform: `translateY(${item.start}px)` }}
            >
              {children(row, rows[item.index - 1])}
            </div>
          );
        })}
      </div>
    </div>
  );
}
