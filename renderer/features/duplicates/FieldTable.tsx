import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergeSide } from '#shared/contract/duplicates.ts';
import { sayAnniversary } from '#shared/domain/calendar/say-anniversary.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import classes from './duplicates.module.css';
import { columnOf, type FieldRow, type SideName } from './view-model.ts';

interface FieldTableProps {
  sides: Record<SideName, MergeSide>;
  rows: readonly FieldRow[];
  survivor: SideName;
  onSurvivor: (side: SideName) => void;
  onPick: (field: string, side: SideName) => void;
}

const SIDES = ['first', 'second'] as const;

/** A radio for each side of each field; the arrow keys go from one side to the other. */
export function FieldTable({ sides, rows, survivor, onSurvivor, onPick }: FieldTableProps) {
  const { t } = useTranslation(['duplicates', 'history-view']);
  const { language } = useFormat();
  const group = useId();
  const shown = (row: FieldRow, side: SideName): string => {
    const value = row[side];
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (value === null || value === '') return t('empty');
    if (typeof value === 'string' && (row.field === 'birthday' || row.field === 'foundedOn')) {
      return sayAnniversary(value, language, (day, year) => (year === null ? t('history-view:lunar', { day }) : t('history-view:lunarYear', { day, year })));
    }
    return row.field === 'parentId' ? sides[side].parentName ?? String(value) : String(value);
  };
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('stays')}</th>
            {SIDES.map((side) => (
              <th key={side} scope="col" data-chosen={side === survivor || undefined}>
                <label className={classes['choice']}>
                  <input type="radio" name={`${group} survivor`} checked={side === survivor} data-autofocus={side === survivor || undefined} onChange={() => onSurvivor(side)} aria-label={t('staysOf', { name: sides[side].name, detail: sides[side].detail ?? '' })} />
                  <span className={classes['named']}>
                    <span className={classes['name']}>{sides[side].name}</span>
                    {sides[side].detail !== null && <span className={classes['detail']}>{sides[side].detail}</span>}
                  </span>
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const label = t(`history-view:field.${columnOf(row.field)}`);
            return (
              <tr key={row.field}>
                <th scope="row">{label}</th>
                {SIDES.map((side) => (
                  <td key={side} data-chosen={side === row.chosen || undefined}>
                    <label className={classes['choice']}>
                      <input type="radio" name={`${group} ${row.field}`} checked={side === row.chosen} onChange={() => onPick(row.field, side)} aria-label={t('pick', { field: label, value: shown(row, side) })} />
                      <span className={classes['value']} data-empty={row[side] === null || row[side] === '' || undefined}>{shown(row, side)}</span>
                    </label>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 && <p className={classes['quiet']}>{t('allSame')}</p>}
    </div>
  );
}
