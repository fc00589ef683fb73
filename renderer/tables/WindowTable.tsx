import { functionalUpdate, useTable, type SortingState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { HeaderRow } from './HeaderRow.tsx';
import { listMemory } from './list-memory.ts';
import { TotalsRow } from './TotalsRow.tsx';
import { useActiveRow } from './use-active-row.ts';
import { columnTracks, columnVisibility, pinOffsets, type ColumnMoves, type LeaveCell, type SortState, type WindowColumn } from './window-column.ts';
import { toColumnDefs, windowFeatures } from './table-features.ts';
import { WindowRow } from './WindowRow.tsx';
import styles from './window-table.module.css';

const ROW = 36;
const HEADER = 32;
/** Rows left below the view when the next window is fetched. */
const AHEAD = 80;
/** Rows of skeleton under the last loaded row while more exist. */
const COMING = 12;

export interface WindowTableProps<Row extends object> {
  label: string;
  columns: readonly WindowColumn<Row>[];
  /** The windows loaded so far, joined. */
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** All rows of the list, loaded or not. */
  count: number;
  hasMore: boolean;
  onMore: () => void;
  /** Changes when the list becomes another one (filter, sort): it then starts at its top. */
  listKey: string;
  sort: SortState;
  onSort: (sort: SortState) => void;
  onOpen: (row: Row) => void;
  /** Keys beyond moving and opening, with a row focused; returns true when it took the key. */
  onRowKey?: (key: string, row: Row, shift: boolean) => boolean;
  /** Lets columns be moved and resized by their headers. */
  moves?: ColumnMoves;
  /** Enter or a double click on a cell that is changed at once, without an editor. */
  onChange?: (row: Row, column: string) => boolean;
  /** Ctrl+A. */
  onSelectAll?: () => void;
  /** Shown in place of rows when there are none. */
  empty: ReactNode;
  loading: boolean;
}

/** The table library knows the columns and the order; rows are drawn without it, since making its rows and cells would slow each scroll. */
const noRows: never[] = [];

/** A list of any length over keyset windows: the core sorts and filters, only the rows in view are drawn. */
export function WindowTable<Row extends object>(props: WindowTableProps<Row>) {
  const { label, columns, rows, rowKey, count, hasMore, onMore, listKey, sort, onSort, onOpen, onRowKey, moves, onChange, onSelectAll, empty, loading } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const size = useElementSize<HTMLDivElement>();
  const gridRef = useMergedRef(scroller, size.ref);
  const [left] = useState(() => listMemory.read(listKey));
  const coming = loading ? 20 : hasMore ? COMING : 0;

  const virtual = useVirtualizer({
    count: rows.length + coming,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    scrollMargin: HEADER,
    scrollPaddingStart: HEADER,
    scrollPaddingEnd: ROW,
    initialOffset: left?.top ?? 0,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;

  const page = useCallback(() => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 3), []);
  const show = useCallback((index: number) => virtual.scrollToIndex(index), [virtual]);
  const visibility = useMemo(() => columnVisibility(columns, size.width), [columns, size.width]);
  const shown = useMemo(() => columns.filter((column) => visibility[column.id]), [columns, visibility]);
  const cells = useMemo(() => shown.map(({ id }) => id), [shown]);
  const [editing, setEditing] = useState<string | null>(null);
  const beginEdit = useCallback((row: Row, column: string): boolean => {
    if (onChange?.(row, column)) return true;
    if (!columns.find(({ id }) => id === column)?.edit) return false;
    setEditing(rowKey(row));
    return true;
  }, [columns, onChange, rowKey]);
  const { active, index: activeIndex, setActive, cell, setCell, onKeyDown, onFocus } = useActiveRow({
    first: left?.active ?? null, rows, rowKey, page, show, onOpen, onRowKey, cells, onEnterCell: beginEdit,
  });
  const leave: LeaveCell = useCallback((to) => {
    const editable = shown.filter(({ edit }) => edit).map(({ id }) => id);
    const next = to === 'next' ? editable[editable.indexOf(cell ?? '') + 1] : undefined;
    if (next !== undefined) return setCell(next);
    setEditing(null);
    scroller.current?.focus({ preventScroll: true });
  }, [cell, setCell, shown]);

  const inView = useMemo(() => rows.slice(first, last + 1), [rows, first, last]);
  const defs = useMemo(() => toColumnDefs(columns), [columns]);
  const sorting: SortingState = useMemo(() => [{ id: sort.column, desc: sort.descending }], [sort.column, sort.descending]);
  const table = useTable({
    features: windowFeatures,
    columns: defs,
    data: noRows,
    manualSorting: true,
    enableMultiSort: false,
    enableSortingRemoval: false,
    state: { sorting, columnVisibility: visibility },
    onSortingChange: (updater) => {
      const next = functionalUpdate(updater, sorting)[0];
      if (next) onSort({ column: next.id, descending: next.desc });
    },
  });

  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) onMore();
  }, [hasMore, last, onMore, rows.length]);

  const place = useRef({ listKey, active });
  useEffect(() => {
    if (place.current.listKey !== listKey && scroller.current) scroller.current.scrollTop = 0;
    place.current = { listKey, active };
  }, [listKey, active]);

  // A layout effect: by the time other effects end, the list is off the page and scrolled to 0.
  useLayoutEffect(() => {
    const element = scroller.current;
    // Whoever comes back from a row goes on from there; whoever comes another way keeps his own focus.
    if (left && document.activeElement === document.body) element?.focus({ preventScroll: true });
    return () => listMemory.keep(place.current.listKey, { top: element?.scrollTop ?? 0, active: place.current.active });
  }, [left]);

  const pick = useCallback((row: Row, column: string) => {
    setActive(rowKey(row));
    // A cell that can be edited takes the keyboard first; the others stand for the row.
    const editable = columns.find(({ id }) => id === column)?.edit !== undefined && column !== columns[0]?.id;
    setCell(editable ? column : null);
    if (editable) scroller.current?.focus({ preventScroll: true });
    else onOpen(row);
  }, [columns, onOpen, rowKey, setActive, setCell]);
  const edit = useCallback((row: Row, column: string) => {
    setCell(column);
    beginEdit(row, column);
  }, [beginEdit, setCell]);
  const onGridKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (onSelectAll && event.target === event.currentTarget && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      onSelectAll();
    } else onKeyDown(event);
  };

  const offsets = useMemo(() => pinOffsets(shown), [shown]);
  const { tracks, minWidth } = columnTracks(shown);
  const style: CSSProperties & Record<`--${string}`, string> = { '--window-tracks': tracks, '--window-min': `${minWidth}px` };
  const activeDrawn = activeIndex >= first && activeIndex <= last;
  const isEmpty = rows.length === 0 && !loading;
  return (
    <div className={styles.box}>
      <div
        ref={gridRef} role="grid" aria-label={label} aria-rowcount={count + 1} aria-colcount={shown.length} aria-busy={loading || undefined}
        aria-activedescendant={active !== null && activeDrawn ? `${gridId}-${active}` : undefined}
        tabIndex={0} className={styles.grid} data-empty={isEmpty || undefined} style={style} onKeyDown={onGridKeyDown} onFocus={onFocus}
      >
        <HeaderRow headers={table.getHeaderGroups()[0]?.headers ?? []} offsets={offsets} moves={moves} />
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {inView.map((row, offset) => {
            const key = rowKey(row);
            return (
              <WindowRow
                key={key} id={`${gridId}-${key}`} row={row} columns={shown} position={first + offset + 2}
                top={(first + offset) * ROW} active={key === active}
                cell={key === active ? cell : null} editing={key === active && editing === key} offsets={offsets} onPick={pick} onEdit={edit} onLeave={leave}
              />
            );
          })}
          {items.filter((item) => item.index >= rows.length).map((item) => (
            <div key={item.key} aria-hidden="true" className={styles.skeleton} style={{ transform: `translateY(${item.index * ROW}px)` }}>
              <span />
            </div>
          ))}
        </div>
        {count > 0 && <TotalsRow columns={shown} position={count + 2} offsets={offsets} />}
      </div>
      {isEmpty && <div className={styles.empty}>{empty}</div>}
    </div>
  );
}
