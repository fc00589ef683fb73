import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '#shared/domain/history/model.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useAccountSteps } from './api.ts';
import { StepEntry } from './StepEntry.tsx';
import { UndoPreviewDialog } from './UndoPreviewDialog.tsx';
import styles from './history.module.css';

/** Every step that touched an account: who, when, what; each can be opened and undone. */
export function HistoryPanel({ accountId }: { accountId: string }) {
  const { t } = useTranslation('history-view');
  const errorText = useErrorText();
  const { steps, query } = useAccountSteps(accountId);
  const [opened, setOpened] = useState<number | null>(null);
  const [undoing, setUndoing] = useState<Step | null>(null);
  return (
    <div className={styles.panel}>
      <p className={styles.intro}>{t('intro')}</p>
      {query.error && <DataError {...errorText(query.error)} retry={{ label: t('retry'), onClick: () => void query.refetch() }} />}
      {query.isPending && <SkeletonRows rows={8} height={48} label={t('loading')} />}
      {query.data && steps.length === 0 && <EmptyState icon="history" text={t('empty')} />}
      <ul className={styles.steps} aria-label={t('title')}>
        {steps.map((step) => (
          <StepEntry
            key={step.no} accountId={accountId} step={step} opened={opened === step.no}
            onToggle={() => setOpened(opened === step.no ? null : step.no)} onUndo={() => setUndoing(step)}
          />
        ))}
      </ul>
      {query.hasNextPage && <Button size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('older')}</Button>}
      <UndoPreviewDialog accountId={accountId} step={undoing} onClose={() => setUndoing(null)} />
    </div>
  );
}
