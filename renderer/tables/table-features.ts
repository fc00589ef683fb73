import { columnVisibilityFeature, metaHelper, rowSortingFeature, tableFeatures, type ColumnDef } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { WindowColumn } from './window-column.ts';

interface WindowColumnMeta {
  align: 'start' | 'end';
  head: ReactNode;
  width: number;
}

export const windowFeatures = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<WindowColumnMeta>(),
});

export type WindowFeatures = typeof windowFeatures;

/** Column definitions of the table library, for the headers: the core sorts and filters, and cells are drawn without it. */
export function toColumnDefs<Row extends object>(columns: readonly WindowColumn<Row>[]): ColumnDef<WindowFeatures, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    accessorFn: (row: Row): unknown => row,
    header: column.header,
    enableSorting: column.sortable === true,
    sortDescFirst: column.largestFirst === true,
    meta: { align: column.align ?? 'start', head: column.head, width: column.width },
  }));
}
