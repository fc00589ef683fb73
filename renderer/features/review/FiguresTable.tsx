import { useTranslation } from 'react-i18next';
import type { ReviewFigures } from '#shared/domain/review/model.ts';
import { formatQuarter } from '#shared/kernel/format-quarter.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Change } from './Change.tsx';
import classes from './review.module.css';
import { comparison, marginRatio, measures, periods, shiftQuarter, spanOf, type Measure, type PeriodName } from './view-model.ts';

interface FiguresTableProps {
  figures: ReviewFigures;
  /** The period whose rows are open. */
  open: PeriodName | null;
  onOpen: (period: PeriodName) => void;
}

/** The key figures beside the quarter before and the year before; each number opens the order lines it was added up from. */
export function FiguresTable({ figures, open, onOpen }: FiguresTableProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { period, currency } = figures;
  const names: Record<PeriodName, string> = {
    current: formatQuarter(period, format.language),
    lastQuarter: formatQuarter(shiftQuarter(period, -1), format.language),
    lastYear: formatQuarter(shiftQuarter(period, -4), format.language),
  };
  const show = (measure: Measure, value: number | null): string => (value === null || measure === 'orders' || measure === 'lines' ? (value === null ? '–' : format.number(value)) : format.money(value, currency));
  const title = (measure: Measure, value: number | null): string | undefined => {
    if (measure === 'orders' || measure === 'lines') return undefined;
    return value === null ? t('dialog.noCost') : format.moneyExact(value, currency);
  };

  return (
    <table className={classes['figures']}>
      <thead>
        <tr>
          <td />
          {periods.map((name) => (
            <th key={name} scope="col">
              <span className={classes['period']}>{names[name]}</span>
              <span className={classes['days']}>{format.dayRange(spanOf(figures, name).from, spanOf(figures, name).to)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => {
          const row = comparison(figures, measure);
          return (
            <tr key={measure}>
              <th scope="row">{t(`dialog.measure.${measure}`)}</th>
              {periods.map((name) => {
                const { value, change } = row[name];
                const percent = measure === 'margin' ? marginRatio(figures[name]) : null;
                return (
                  <td key={name} data-main={name === 'current' || undefined}>
                    {value === null || figures[name].lines === 0 ? <span title={title(measure, value)}>{show(measure, value)}</span> : (
                      <button
                        type="button"
                        className={classes['number']}
                        title={title(measure, value)}
                        aria-expanded={open === name}
                        aria-label={t('dialog.openRows', { measure: t(`dialog.measure.${measure}`), period: names[name], value: show(measure, value), count: figures[name].lines })}
                        onClick={() => onOpen(name)}
                      >
                        {show(measure, value)}
                      </button>
                    )}
                    {percent !== null && <span className={classes['meta']}>{format.percent(percent)}</span>}
                    {name !== 'current' && <Change ratio={change} name={names[name]} />}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
