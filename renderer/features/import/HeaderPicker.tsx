import { useTranslation } from 'react-i18next';
import type { FirstRow } from '#shared/domain/import/layout.ts';
import classes from './import.module.css';

const COLUMNS = 8;

interface HeaderPickerProps {
  rows: FirstRow[];
  headerRow: number;
  onChange: (row: number) => void;
}

/** The first rows as they stand in the file; the one that names the columns is picked by click or arrow keys. */
export function HeaderPicker({ rows, headerRow, onChange }: HeaderPickerProps) {
  const { t } = useTranslation('import');
  const width = Math.min(COLUMNS, Math.max(...rows.map(({ cells }) => cells.length)));
  return (
    <fieldset className={classes['picker']}>
      <legend className={classes['quiet']}>{t('layout.pick')}</legend>
      <div className={classes['pickerScroll']}>
        <table>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr key={row} data-header={row === headerRow || undefined} data-above={row < headerRow || undefined} onClick={() => row !== headerRow && onChange(row)}>
                <th scope="row">
                  <label>
                    <input
                      type="radio"
                      name="import-header"
                      checked={row === headerRow}
                      aria-label={t('layout.pickRow', { row, cells: cells.filter((cell) => cell.trim() !== '').slice(0, 3).join(t('map.sampleJoin')) })}
                      onChange={() => onChange(row)}
                    />
                    {row}
                  </label>
                </th>
                {Array.from({ length: width }, (_, index) => <td key={index}>{cells[index] ?? ''}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}
