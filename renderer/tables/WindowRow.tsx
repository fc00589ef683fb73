import { flexRender, type Row as TableRow } from '@tanstack/react-table';
import { memo } from 'react';
import type { LeaveCell } from './window-column.ts';
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
  /** Column of the cell that the keyboard is on, and whether it is being edited; null in other rows. */
  cell: string | null;
  editing: boolean;
  offsets: Record<string, number>;
  onPick: (row: Row, column: string) => void;
  onEdit: (row: Row, column: string) => void;
  onLeave: LeaveCell;
}

function WindowRowView<Row extends object>({ id, row, position, top, active, cell: focused, editing, offsets, onPick, onEdit, onLeave }: WindowRowProps<Row>) {
  return (
    <div
      id={id} role="row" aria-rowindex={position} aria-selected={active}
      className={styles.row} style={{ transform: `translateY(${top}px)` }}
    >
      {row.getVisibleCells().map((cell, index) => {
        const { column } = cell;
        const edit = column.columnDef.meta?.edit;
        const open = editing && column.id === focused && edit !== undefined;
        return (
          <div
            key={cell.id} role={index === 0 ? 'rowheader' : 'gridcell'} aria-colindex={index + 1}
            className={styles.cell} data-align={column.columnDef.meta?.align} data-focused={(active && column.id === focused) || undefined} data-editing={open || undefined}
            data-pinned={offsets[column.id] !== undefined || undefined} style={{ left: offsets[column.id] }}
            onClick={() => { if (!open) onPick(row.original, column.id); }} onDoubleClick={() => { if (edit && !open) onEdit(row.original, column.id); }}
          >
            {open ? edit(row.original, onLeave) : flexRender(column.columnDef.cell, cell.getContext())}
          </div>
        );
      })}
    </div>
  );
}

/** One row of a window table; drawn anew only when its data, place, columns or focus changed. */
export const WindowRow = memo(WindowRowView, (a, b) => a.row.original === b.row.original && a.top === b.top
  && a.active === b.active && a.layout === b.layout && a.position === b.position
  && a.cell === b.cell && a.editing === b.editing && a.offsets === b.offsets && a.onPick === b.onPick && a.onEdit === b.onEdit && a.onLeave === b.onLeave) as typeof WindowRowView;
