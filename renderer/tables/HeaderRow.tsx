import type { Header } from '@tanstack/react-table';
import type { WindowFeatures } from './table-features.ts';
import styles from './window-table.module.css';

interface HeaderRowProps<Row extends object> {
  headers: readonly Header<WindowFeatures, Row>[];
}

const sortWords = { asc: 'ascending', desc: 'descending' } as const;

/** The sticky header: each sortable name is a button, the sorted one carries an arrow. */
export function HeaderRow<Row extends object>({ headers }: HeaderRowProps<Row>) {
  return (
    <div role="row" aria-rowindex={1} className={styles.header}>
      {headers.map(({ id, column }, index) => {
        const sorted = column.getIsSorted();
        const name = String(column.columnDef.header);
        return (
          <div
            key={id} role="columnheader" aria-colindex={index + 1} aria-sort={sorted ? sortWords[sorted] : undefined}
            className={styles.cell} data-align={column.columnDef.meta?.align}
          >
            {column.getCanSort() ? (
              <button type="button" className={styles.sort} data-sorted={sorted || undefined} onClick={column.getToggleSortingHandler()}>
                {name}
                {sorted && (
                  <svg width="12" height="12" viewBox="0 0 24 24" aria-hidden="true" className={styles.arrow}>
                    <path d={sorted === 'desc' ? 'M12 5v13.5M6 13l6 6 6-6' : 'M12 19V5.500M6 11l6-6 6 6'} />
                  </svg>
                )}
              </button>
            ) : name}
          </div>
        );
      })}
    </div>
  );
}
