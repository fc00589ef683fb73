import type { WindowColumn } from './window-column.ts';
import styles from './window-table.module.css';

interface TotalsRowProps<Row> {
  columns: readonly WindowColumn<Row>[];
  position: number;
  /** Of the pinned columns, in pixels by id. */
  offsets: Record<string, number>;
}

/** The sticky last row: counts and sums over the whole list, not only over the rows in view. */
export function TotalsRow<Row>({ columns, position, offsets }: TotalsRowProps<Row>) {
  return (
    <div role="row" aria-rowindex={position} className={styles.totals}>
      {columns.map((column, index) => (
        <div key={column.id} role={index === 0 ? 'rowheader' : 'gridcell'} aria-colindex={index + 1} className={styles.cell} data-align={column.align}
          data-pinned={offsets[column.id] !== undefined || undefined} style={{ left: offsets[column.id] }}
        >
          {column.total}
        </div>
      ))}
    </div>
  );
}
