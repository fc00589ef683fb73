import { columnVisibilityFeature, metaHelper, rowSortingFeature, tableFeatures, type ColumnDef } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { LeaveCell, WindowColumn } from './window-column.ts';

interface WindowColumnMeta {
  align: 'start' | 'end';
  head: ReactNode;
  width: number;
  /** Given the whole row; the table library knows no rows of ours here. */
  edit: ((row: object, leave: LeaveCell) => ReactNode) | undefined;
}

interface WindowTableMeta {
  /** Key of the row that has the focus. */
  active: string | null;
}

export const windowFeatures = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<WindowColumnMeta>(),
  tableMeta: metaHelper<WindowTableMeta>(),
});

export type WindowFeatures = typeof windowFeatures;

function editorOf<Row extends object>({ edit }: WindowColumn<Row>): ((row: object, leave: LeaveCell) => ReactNode) | undefined {
  return edit && ((row, leave) => edit(row as Row, leave));
}

/** Column definitions of the table library; the whole row is each column's value, since the core sorts and filters. */
export function toColumnDefs<Row extends object>(columns: readonly WindowColumn<Row>[]): ColumnDef<WindowFeatures, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    accessorFn: (row: Row): unknown => row,
    header: column.header,
    cell: ({ row, table }) => column.cell(row.original, table.options.meta?.active === row.id),
    enableSorting: column.sortable === true,
    sortDescFirst: column.largestFirst === true,
    meta: { align: column.align ?? 'start', head: column.head, width: column.width, edit: editorOf(column) },
  }));
}
