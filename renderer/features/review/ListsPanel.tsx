import { useTranslation } from 'react-i18next';
import type { ReviewFigures } from '#shared/domain/review/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import classes from './review.module.css';

/** The interactions of the quarter, newest first. */
export function InteractionList({ figures }: { figures: ReviewFigures }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  return (
    <ul className={classes['list']}>
      {figures.interactions.map((interaction, index) => (
        <li key={index}>
          <span className={classes['listDate']}>{format.dayShort(interaction.date)}</span>
          <span>
            {interaction.summary}
            <span className={classes['meta']}>{[t(`dialog.kind.${interaction.kind}`), ...interaction.people].join(t('dialog.join'))}</span>
            {interaction.decisions !== '' && <span className={classes['decision']}>{t('dialog.decided', { decisions: interaction.decisions.split('\n').join(t('dialog.join')) })}</span>}
          </span>
        </li>
      ))}
      {figures.interactionCount > figures.interactions.length && <li className={classes['quiet']}>{t('dialog.firstOf', { shown: format.number(figures.interactions.length), count: figures.interactionCount, number: format.number(figures.interactionCount) })}</li>}
    </ul>
  );
}

/** Next steps that are open now, the late ones first. */
export function NextStepList({ figures }: { figures: ReviewFigures }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  return (
    <ul className={classes['list']}>
      {figures.nextSteps.map((step, index) => (
        <li key={index}>
          <span className={classes['listDate']} data-late={step.late || undefined}>{step.dueOn === null ? t('dialog.noDue') : format.due(step.dueOn).text}</span>
          <span>{step.title}<span className={classes['meta']}>{step.owner ?? t('dialog.noOwner')}</span></span>
        </li>
      ))}
      {figures.nextStepCount > figures.nextSteps.length && <li className={classes['quiet']}>{t('dialog.firstOf', { shown: format.number(figures.nextSteps.length), count: figures.nextStepCount, number: format.number(figures.nextStepCount) })}</li>}
    </ul>
  );
}
