import type { AccountRow } from '#shared/contract/accounts.ts';
import { extraColumns, type ExtraColumn } from '#shared/contract/accounts.ts';
import { criteriaField } from '#shared/domain/criteria/fields.ts';
import { fieldName, type CriteriaVoice } from '#shared/domain/criteria/describe.ts';
import type { CurrentView } from '#shared/domain/view/model.ts';
import { NoData } from '#renderer/tables/NoData.tsx';
import type { WindowColumn } from '#renderer/tables/window-column.ts';
import { Checkbox } from '@mantine/core';
import { AccountNameCell } from './AccountNameCell.tsx';
import type { CellWords } from './cell-words.ts';
import { EditCell } from './EditCell.tsx';
import { ExtraCell } from './ExtraCell.tsx';
import { MarginCell, RevenueCell } from './FigureCells.tsx';
import { NextStepCell } from './NextStepCell.tsx';
import { TouchCell } from './TouchCell.tsx';
import { isSelected, type Selection } from './selection.ts';
import { isAccountSort, marginRatio } from './view-model.ts';
import styles from './accounts.module.css';

interface ColumnsInput extends CellWords {
  totals: { count: number; revenue: number | null; margin: number | null; otherCurrencies: number } | undefined;
  onToggleKey: (row: AccountRow) => void;
  onAddStep: (row: AccountRow, title: string) => void;
  voice: CriteriaVoice;
  selection: Selection;
  onSelect: (id: string, range: boolean) => void;
  onSelectAll: () => void;
  onSetField: (row: AccountRow, field: string, value: string | null) => Promise<unknown>;
}

type Column = WindowColumn<AccountRow>;

const ownNames = ['name', 'city', 'country', 'revenue', 'revenueBefore', 'margin', 'lastInteraction', 'nextDue'] as const;

/** What a field of the account says in a row. */
function fieldValue(row: AccountRow, field: string): string | null {
  const value: unknown = Object.hasOwn(row, field) ? Reflect.get(row, field) : Reflect.get(row.extra ?? {}, field);
  return typeof value === 'string' ? value : null;
}

/** The columns that the figures and lists beside an account bring, and its further fields. */
function extraColumn(id: ExtraColumn, { t, format, voice }: ColumnsInput, edit: (field: string, header: string) => Column['edit']): Column {
  const field = criteriaField(id);
  const header = fieldName(id, voice);
  const isText = field?.kind === 'text';
  return {
    id, header, width: isText || field?.kind === 'date' ? 148 : 150, align: isText || field?.kind === 'date' ? 'start' : 'end', sortable: isAccountSort(id),
    cell: (row) => <ExtraCell t={t} format={format} row={row} column={id} />,
    ...(field?.source === 'account' ? { edit: edit(id, header) } : {}),
  };
}

/** What a column is called, also in a file. */
export function columnName(id: string, t: CellWords['t'], voice: CriteriaVoice): string {
  const own = ownNames.find((name) => name === id);
  return own ? t(`column.${own}`) : fieldName(id, voice);
}

/** The columns of a view, in its order and widths. */
export function viewColumns(view: CurrentView, input: ColumnsInput): Column[] {
  const all = new Map(accountColumns(input).map((column) => [column.id, column]));
  const shown = view.columns.flatMap(({ id, width }, index): Column[] => {
    const column = all.get(id);
    if (!column) return [];
    const pinned = index < Math.max(1, view.pinned);
    return [{ ...column, pinned, ...(width === undefined ? {} : { width }), ...(pinned && view.pinned > 1 ? { grow: 0 } : {}) }];
  });
  const last = shown.at(-1);
  // Pinned columns have to know where they stand, so that something else takes the width left over.
  return last && !shown.some(({ grow }) => grow) ? [...shown.slice(0, -1), { ...last, grow: 1 }] : shown;
}

/** All columns of the accounts; those seldom used leave first as the window narrows. */
function accountColumns(input: ColumnsInput): Column[] {
  const { t, format, totals, selection, onToggleKey, onAddStep, onSelect, onSelectAll, onSetField } = input;
  const edit = (field: string, header: string): Column['edit'] => (row, leave) => (
    <EditCell
      key={field} field={field} label={t('edit.label', { field: header, name: row.name })} value={fieldValue(row, field)} needed={field === 'name'}
      kind={criteriaField(field)?.kind === 'date' ? 'date' : 'text'} onSave={(value) => onSetField(row, field, value)} leave={leave}
    />
  );
  const text = (id: 'city' | 'country'): Column => ({
    id, header: t(`column.${id}`), width: 128, sortable: true, edit: edit(id, t(`column.${id}`)),
    cell: (row) => <span className={styles.clip} title={[row.city, row.country].filter(Boolean).join(', ')}>{id === 'city' ? row.city ?? row.country : row.country}</span>,
  });
  return [
    {
      id: 'name', header: t('column.name'), width: 264, grow: 1, sortable: true, edit: edit('name', t('column.name')),
      head: (
        <Checkbox
          aria-label={t('select.all')} checked={selection.all && selection.ids.size === 0} tabIndex={0}
          indeterminate={selection.all ? selection.ids.size > 0 : selection.ids.size > 0} onChange={onSelectAll} className={styles.pick}
        />
      ),
      cell: (row, active) => (
        <>
          <input
            type="checkbox" aria-label={t('select.one', { name: row.name })} checked={isSelected(selection, row.id)} tabIndex={active ? 0 : -1} className={styles.tick} data-pick
            onClick={(event) => { event.stopPropagation(); onSelect(row.id, event.shiftKey); }} onChange={() => undefined}
          />
          <AccountNameCell t={t} format={format} row={row} active={active} onToggleKey={onToggleKey} />
        </>
      ),
      total: totals && <><span>{t('count', { count: totals.count, shown: format.number(totals.count) })}</span><span className={styles.quiet}>{t('totals')}</span></>,
    },
    { ...text('city'), from: 1000 },
    text('country'),
    {
      id: 'revenue', header: t('column.revenue'), width: 184, align: 'end', sortable: true, largestFirst: true,
      cell: (row) => <RevenueCell t={t} format={format} row={row} />,
      total: totals && totals.revenue !== null && (
        <span title={format.moneyExact(totals.revenue)}>
          {format.money(totals.revenue)}
          {totals.otherCurrencies > 0 && <span className={styles.quiet} title={t('otherCurrencies', { count: totals.otherCurrencies })}> +</span>}
        </span>
      ),
    },
    {
      id: 'revenueBefore', header: t('column.revenueBefore'), width: 150, align: 'end',
      cell: (row) => (row.revenueBefore === null ? <NoData reason={t('noOrders')} /> : <span title={format.moneyExact(row.revenueBefore)}>{format.money(row.revenueBefore)}</span>),
    },
    {
      id: 'margin', header: t('column.margin'), width: 184, align: 'end', sortable: true, largestFirst: true, from: 860,
      cell: (row) => <MarginCell t={t} format={format} row={row} />,
      total: totals && totals.margin !== null && (
        <><span className={styles.money} title={format.moneyExact(totals.margin)}>{format.money(totals.margin)}</span><span className={styles.percent}>{format.percent(marginRatio(totals))}</span></>
      ),
    },
    {
      id: 'lastInteraction', header: t('column.lastInteraction'), width: 116, sortable: true, largestFirst: true,
      cell: (row) => <TouchCell t={t} format={format} row={row} />,
    },
    {
      id: 'nextDue', header: t('column.nextDue'), width: 258, sortable: true,
      cell: (row, active) => <NextStepCell t={t} format={format} row={row} active={active} onAdd={onAddStep} />,
    },
    ...extraColumns.map((id) => extraColumn(id, input, edit)),
  ];
}
