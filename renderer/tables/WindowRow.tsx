import { flexRender, type Row as TableRow } from '@tanstack/react-table';
import { memo } from 'react';
import type { WindowFeatures } from './table-features.ts';
import styles from './window-table.module.css';

interface WindowRowProps<Row extends object> {
  id: string;
  row: TableRow<WindowFeatures, Row>;
  /** Identity of the visible columns; an unchanged row stays as it is while this does. */
  layout: unknown;
  /** Counted from 1, the header being row 1. */
  position: number;
  top: number;
  active: boolean;
  onPick: (row: Row) => void;
}

function WindowRowView<Row extends object>({ id, row, position, top, active, onPick }: WindowRowProps<Row>) {
  return (
    <div
      id={id} role="row" aria-rowindex={position} aria-selected={active}
      className={styles.row} style={{ transform: `translateY(${top}px)` }} onClick={() => onPick(row.original)}
    >
      {row.getVisibleCells().map((cell, index) => (
        <div
          key={cell.id} role={index === 0 ? 'rowheader' : 'gridcell'} aria-colindex={index + 1}
          className={styles.cell} data-align={cell.column.columnDef.meta?.align}
        >
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </div>
      ))}
    </div>
  );
}

/** One row of a window table; drawn anew only when its data, place, columns or focus changed. */
export const WindowRow = memo(WindowRowView, (a, b) => a.row.original === b.row.original && a.top === b.top
  && a.active === b.active && a.layout === b.layout && a.position === b.position && a.onPick === b.onPick) as typeof WindowRowView;
