import { useTranslation } from 'react-i18next';
import { directionOf } from '#shared/kernel/format-percent.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import classes from './review.module.css';

/** How the quarter stands to an earlier one: sign, arrow and words, not colour alone. */
export function Change({ ratio, name }: { ratio: number | null; name: string }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  if (ratio === null) return null;
  const said = format.percent(ratio, true);
  const direction = directionOf(said);
  return (
    <span className={classes['change']} data-direction={direction} title={t(`dialog.change.${direction}`, { percent: format.percent(Math.abs(ratio)), period: name })}>
      {said}
    </span>
  );
}
