import { Button, SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { WindowList } from '#renderer/tables/WindowList.tsx';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useTimeline } from './api.ts';
import { TimelineEntry } from './TimelineEntry.tsx';
import { startsMonth, timelineFilters, type TimelineFilter } from './view-model.ts';
import styles from './timeline.module.css';

export interface TimelinePanelProps {
  accountId: string;
  /** A row to show opened, as `kind-id`; windows are fetched until it is there. */
  reveal?: string | undefined;
  onLog: (accountId: string) => void;
  /** The lines of an order, opened within its row. */
  renderOrder: (order: { accountId: string; orderId: string; day: string }) => ReactNode;
}

/** Everything that happened with an account, newest first: interactions, orders, tasks. */
export function TimelinePanel({ accountId, reveal, onLog, renderOrder }: TimelinePanelProps) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const errorText = useErrorText();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(reveal === undefined ? [] : [reveal.slice(reveal.indexOf('-') + 1)]));
  const { rows, more, hasMore, loading, error, retry } = useTimeline(accountId, filter);

  const toggle = (id: string) => setOpen((before) => {
    const after = new Set(before);
    if (!after.delete(id)) after.add(id);
    return after;
  });
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <SegmentedControl
          size="xs" aria-label={t('show')} value={filter} onChange={(value) => setFilter(timelineFilters.find((kind) => kind === value) ?? 'all')}
          data={timelineFilters.map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
      </div>
      {error && <div className={styles.note}><DataError {...errorText(error)} retry={{ label: t('retry'), onClick: retry }} /></div>}
      {loading && <div className={styles.note}><SkeletonRows rows={12} height={44} label={t('loading')} /></div>}
      {!loading && !error && rows.length === 0 && (
        <EmptyState
          icon="history" text={t(`empty.${filter}`)}
          action={filter === 'all' || filter === 'interaction' ? <Button onClick={() => onLog(accountId)}>{t('log')}</Button> : <Button onClick={() => setFilter('all')}>{t('showAll')}</Button>}
        />
      )}
      {rows.length > 0 && (
        <WindowList label={t('title')} rows={rows} rowKey={(row) => `${row.kind}-${row.id}`} height={48} reveal={reveal} hasMore={hasMore} onMore={more}>
          {(row, before) => {
            const day = format.dayOf(row.at);
            return (
              <>
                {startsMonth(day, before ? format.dayOf(before.at) : null) && <div className={styles.month}>{format.month(day, true)}</div>}
                <TimelineEntry accountId={accountId} row={row} day={day} opened={open.has(row.id)} onToggle={() => toggle(row.id)} renderOrder={renderOrder} />
              </>
            );
          }}
        </WindowList>
      )}
    </div>
  );
}
