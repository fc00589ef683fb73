import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useStepText } from '#renderer/client/use-step-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import classes from './import.module.css';
import { RevertDialog } from './RevertDialog.tsx';
import { importSteps } from './view-model.ts';

/** Imports of this book, each of which can be taken back. */
export function RecentImports() {
  const { t } = useTranslation('import');
  const format = useFormat();
  const stepText = useStepText();
  const errorText = useErrorText();
  const [reverting, setReverting] = useState<number | null>(null);
  const { data, error, refetch } = useQuery(useApi().history.steps.queryOptions({ input: { before: null, limit: 200 } }));
  if (error) {
    const words = errorText(error);
    return <DataError {...words} retry={{ label: t('retry'), onClick: () => void refetch() }} />;
  }
  const steps = importSteps(data ?? []);
  if (steps.length === 0) return null;
  return (
    <section>
      <SectionHeading line>{t('recent.title')}</SectionHeading>
      <ul className={classes['recent']}>
        {steps.map((step) => (
          <li key={step.no} className={classes['recentRow']}>
            <span className={classes['recentWhat']}>{stepText(step)}</span>
            <span className={classes['quiet']}>{t('recent.changes', { count: step.changes, number: format.number(step.changes) })}</span>
            <span className={classes['recentWhen']} title={step.actor ?? undefined}>{format.instant(step.at)}</span>
            {step.undoneBy === null
              ? <Button size="xs" aria-label={t('recent.revertOf', { what: stepText(step) })} onClick={() => setReverting(step.no)}>{t('revert.open')}</Button>
              : <span className={classes['quiet']}>{t('recent.reverted')}</span>}
          </li>
        ))}
      </ul>
      <RevertDialog stepNo={reverting} onClose={() => setReverting(null)} />
    </section>
  );
}
