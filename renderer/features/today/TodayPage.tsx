import { Button } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ReviewRow, TodaySection } from '#shared/domain/today/model.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useToday } from './api.ts';
import { TodayLists } from './TodayLists.tsx';
import styles from './today.module.css';
import { dayParts } from './view-model.ts';

export interface Partner {
  id: string;
  name: string;
  title: string;
}

export interface TodayPageProps {
  onOpen: (accountId: string, tab: string, row?: string) => void;
  onLog: (accountId: string, person?: Partner) => void;
  onPrepareReview: (review: ReviewRow) => void;
  onImport: () => void;
  onAccounts: () => void;
  /** What makes a sample, in a new book. */
  sample: ReactNode;
  /** Stands above the lists, such as what came due while the computer slept. */
  alert?: ReactNode;
}

/** The first screen: what is late, due, at risk and coming, and one key for each thing to do about it. */
export function TodayPage({ onOpen, onLog, onPrepareReview, onImport, onAccounts, sample, alert }: TodayPageProps) {
  const { t, i18n } = useTranslation('today');
  const errorText = useErrorText();
  const [whole, setWhole] = useState<TodaySection[]>([]);
  const { data: page, error, refetch } = useToday(whole);
  const showWhole = useCallback((section: TodaySection) => setWhole((shown) => [...shown, section]), []);

  if (!page) {
    return (
      <div className={styles.page}>
        <PageHeader title={t('today')} />
        <div className={styles.main}>
          {error ? <DataError {...errorText(error)} retry={{ label: t('retry'), onClick: () => void refetch() }} /> : <SkeletonRows rows={8} height={44} label={t('loading')} />}
        </div>
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('title', dayParts(page.day, i18n.language))}
        note={<Trans t={t} i18nKey="lunarDay" values={{ lunar: page.lunarDay, week: page.week }} components={[<span key="lunar" lang="zh-CN" />]} />}
      />
      {page.hasAccounts ? (
        <TodayLists page={page} onOpen={onOpen} onLog={onLog} onPrepareReview={onPrepareReview} onWhole={showWhole} alert={alert} />
      ) : (
        <EmptyState
          icon="today" text={t('empty.book')}
          action={(
            <div className={styles.ways}>
              <Button leftSection={<Icon name="import" size={15} />} onClick={onImport}>{t('empty.import')}</Button>
              <Button leftSection={<Icon name="plus" size={15} />} onClick={onAccounts}>{t('empty.accounts')}</Button>
              {sample}
            </div>
          )}
        />
      )}
    </div>
  );
}
