import type { AccountRow } from '#shared/contract/accounts.ts';
import type { WindowColumn } from '#renderer/tables/window-column.ts';
import { AccountNameCell } from './AccountNameCell.tsx';
import type { CellWords } from './cell-words.ts';
import { MarginCell, RevenueCell } from './FigureCells.tsx';
import { NextStepCell } from './NextStepCell.tsx';
import { TouchCell } from './TouchCell.tsx';
import { marginRatio } from './view-model.ts';
import styles from './accounts.module.css';

interface ColumnsInput extends CellWords {
  totals: { count: number; revenue: number | null; margin: number | null; otherCurrencies: number } | undefined;
  onToggleKey: (row: AccountRow) => void;
  onAddStep: (row: AccountRow, title: string) => void;
}

/** Columns of the accounts table; those seldom used leave first as the window narrows. */
export function accountColumns({ t, format, totals, onToggleKey, onAddStep }: ColumnsInput): WindowColumn<AccountRow>[] {
  return [
    {
      id: 'name', header: t('column.name'), width: 240, grow: 1, sortable: true,
      cell: (row, active) => <AccountNameCell t={t} format={format} row={row} active={active} onToggleKey={onToggleKey} />,
      total: totals && <><span>{t('count', { count: totals.count, shown: format.number(totals.count) })}</span><span className={styles.quiet}>{t('totals')}</span></>,
    },
    {
      id: 'city', header: t('column.city'), width: 128, sortable: true, from: 1000,
      cell: (row) => <span className={styles.clip} title={[row.city, row.country].filter(Boolean).join(', ')}>{row.city ?? row.country}</span>,
    },
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
      id: 'margin', header: t('column.margin'), width: 184, align: 'end', sortable: true, largestFirst: true, from: 860,
      cell: (row) => <MarginCell t={t} format={format} row={row} />,
      total: totals && totals.margin !== null && (
        <><span className={styles.money} title={format.moneyExact(totals.margin)}>{format.money(totals.margin)}</span><span className={styles.percent}>{format.percent(marginRatio(totals))}</span></>
      ),
    },
    {
      id: 'lastInteraction', header: t('column.lastTouch'), width: 116, sortable: true, largestFirst: true,
      cell: (row) => <TouchCell t={t} format={format} row={row} />,
    },
    {
      id: 'nextDue', header: t('column.nextStep'), width: 258, sortable: true,
      cell: (row, active) => <NextStepCell t={t} format={format} row={row} active={active} onAdd={onAddStep} />,
    },
  ];
}
