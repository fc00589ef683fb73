import type { Header } from '@tanstack/react-table';
import { HeaderCell } from './HeaderCell.tsx';
import type { ColumnMoves } from './window-column.ts';
import type { WindowFeatures } from './table-features.ts';
import styles from './window-table.module.css';

interface HeaderRowProps<Row extends object> {
  headers: readonly Header<WindowFeatures, Row>[];
  /** Of the pinned columns, in pixels by id. */
  offsets: Record<string, number>;
  moves: ColumnMoves | undefined;
}

/** The sticky header: each sortable name is a button, the sorted one carries an arrow. */
export function HeaderRow<Row extends object>({ headers, offsets, moves }: HeaderRowProps<Row>) {
  return (
    <div role="row" aria-rowindex={1} className={styles.header}>
      {headers.map((header, index) => (
        <HeaderCell
          key={header.id} header={header} position={index + 1} offset={offsets[header.id]} moves={moves}
          before={headers[index - 1]?.id} after={headers[index + 1]?.id}
        />
      ))}
    </div>
  );
}
