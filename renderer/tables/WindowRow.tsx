import { memo } from 'react';
import type { LeaveCell, WindowColumn } from './window-column.ts';
import styles from './window-table.module.css';

interface WindowRowProps<Row extends object> {
  id: string;
  row: Row;
  /** Those in view; an unchanged row stays as it is while they do. */
  columns: readonly WindowColumn<Row>[];
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

function WindowRowView<Row extends object>({ id, row, columns, position, top, active, cell: focused, editing, offsets, onPick, onEdit, onLeave }: WindowRowProps<Row>) {
  return (
    <div
      id={id} role="row" aria-rowindex={position} aria-selected={active}
      className={styles.row} style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map(({ id: column, align, edit, cell }, index) => {
        const open = editing && column === focused && edit !== undefined;
        return (
          <div
            key={column} role={index === 0 ? 'rowheader' : 'gridcell'} aria-colindex={index + 1}
            className={styles.cell} data-align={align ?? 'start'} data-focused={(active && column === focused) || undefined} data-editing={open || undefined}
            data-pinned={offsets[column] !== undefined || undefined} style={{ left: offsets[column] }}
            onClick={() => { if (!open) onPick(row, column); }} onDoubleClick={() => { if (edit && !open) onEdit(row, column); }}
          >
            {open ? edit(row, onLeave) : cell(row, active)}
          </div>
        );
      })}
    </div>
  );
}

/** One row of a window table; drawn anew only when its data, place, columns or focus changed. */
export const WindowRow = memo(WindowRowView, (a, b) => a.row === b.row && a.top === b.top
  && a.active === b.active && a.columns === b.columns && a.position === b.position
  && a.cell === b.cell && a.editing === b.editing && a.offsets === b.offsets && a.onPick === b.onPick && a.onEdit === b.onEdit && a.onLeave === b.onLeave) as typeof WindowRowView;
