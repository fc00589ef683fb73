import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewFigures } from '#shared/domain/review/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { FiguresTable } from './FiguresTable.tsx';
import { InteractionList, NextStepList } from './ListsPanel.tsx';
import classes from './review.module.css';
import { RowsPanel } from './RowsPanel.tsx';
import { hasOrders, spanOf, type PeriodName } from './view-model.ts';

type Open = PeriodName | 'interactions' | 'nextSteps';

/** The numbers of the deck as they will stand in it, each with its rows. */
export function ReviewPreview({ figures }: { figures: ReviewFigures }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const [open, setOpen] = useState<Open | null>(null);
  const toggle = (what: Open): void => setOpen(open === what ? null : what);
  const period = open === 'interactions' || open === 'nextSteps' ? null : open;
  const span = period && spanOf(figures, period);

  return (
    <>
      {hasOrders(figures) ? <FiguresTable figures={figures} open={period} onOpen={toggle} /> : <p className={classes['quiet']}>{t('dialog.noOrders')}</p>}
      {figures.otherCurrencies.length > 0 && (
        <p className={classes['quiet']}>{t('dialog.otherCurrencies', { amounts: figures.otherCurrencies.map(({ currency, amount }) => format.money(amount, currency)).join(t('dialog.join')) })}</p>
      )}
      <div className={classes['counts']}>
        <button type="button" className={classes['count']} aria-expanded={open === 'interactions'} disabled={figures.interactionCount === 0} onClick={() => toggle('interactions')}>
          <b>{format.number(figures.interactionCount)}</b> {t('dialog.interactions', { count: figures.interactionCount })}
          {figures.interactionCount > 0 && <span className={classes['meta']}>{t('dialog.decisions', { count: figures.decisionCount })}</span>}
        </button>
        <button type="button" className={classes['count']} aria-expanded={open === 'nextSteps'} disabled={figures.nextStepCount === 0} onClick={() => toggle('nextSteps')}>
          <b>{format.number(figures.nextStepCount)}</b> {t('dialog.nextSteps', { count: figures.nextStepCount })}
          {figures.lateCount > 0 && <span className={classes['meta']} data-late>{t('dialog.late', { count: figures.lateCount })}</span>}
        </button>
      </div>
      {open !== null && (
        <section className={classes['panel']} tabIndex={0} aria-label={t('dialog.rows')}>
          <h3 className={classes['panelTitle']}>{span ? t('dialog.linesOf', { days: format.dayRange(span.from, span.to) }) : t(`dialog.list.${open}`)}</h3>
          {span && <RowsPanel accountId={figures.account.id} span={span} />}
          {open === 'interactions' && <InteractionList figures={figures} />}
          {open === 'nextSteps' && <NextStepList figures={figures} />}
        </section>
      )}
    </>
  );
}
