import type { AccountRow, ExtraColumn } from '#shared/contract/accounts.ts';
import { criteriaField } from '#shared/domain/criteria/fields.ts';
import { NoData } from '#renderer/tables/NoData.tsx';
import type { CellWords } from './cell-words.ts';
import styles from './accounts.module.css';

/** A field or measure that a person chose to see: texts as they are, figures in their unit. */
export function ExtraCell({ t, format, row, column }: CellWords & { row: AccountRow; column: ExtraColumn }) {
  const value = row.extra?.[column] ?? null;
  const field = criteriaField(column);
  if (value === null || value === '') return field?.source === 'account' ? null : <NoData reason={t('noValue')} />;
  if (typeof value === 'string') {
    return field?.kind === 'date'
      ? <span title={format.dayFull(value)}>{format.day(value)}</span>
      : <span className={styles.clip} title={value}>{value}</span>;
  }
  if (field?.kind === 'money') return <span title={format.moneyExact(value)}>{format.money(value)}</span>;
  return <span>{format.number(value)}</span>;
}
