import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { recordKinds, type RecordKind } from '#shared/domain/duplicates/model.ts';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { SegmentedTabs } from '#renderer/ui/SegmentedTabs.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useDuplicates } from './api.ts';
import classes from './duplicates.module.css';
import { MergeDialog } from './MergeDialog.tsx';
import { PairEntry } from './PairEntry.tsx';
import { lookAgain, useEnded, useLooking } from './use-looking.ts';
import { useMergeWrites } from './use-merge-writes.ts';

function Pairs({ kind, onMerge }: { kind: RecordKind; onMerge: (pair: DuplicatePair) => void }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const errorText = useErrorText();
  const { query, pairs, counts, cap } = useDuplicates(kind);
  const { keepApart } = useMergeWrites(kind);
  const [failure, setFailure] = useState<unknown>(null);
  const ended = useEnded();
  useLooking(query.isFetching && !query.isFetchingNextPage);
  const error = failure ?? query.error;
  return (
    <div className={classes['panel']}>
      {error !== null && <DataError {...errorText(error)} retry={{ label: t('retry'), onClick: () => { setFailure(null); void query.refetch(); } }} />}
      {ended && <EmptyState compact icon="search" text={t(pairs.length > 0 ? 'ended.before' : 'ended.none')} action={<Button size="xs" onClick={lookAgain}>{t('ended.again')}</Button>} />}
      {query.isPending && !ended && <SkeletonRows rows={6} height={52} label={t('looking')} />}
      {counts && pairs.length === 0 && !ended && <EmptyState icon="check" text={t(`none.${kind}`)} />}
      {pairs.length > 0 && <p className={classes['intro']}>{t('intro')}{counts?.[kind] === cap ? ` ${t('capped', { number: format.number(cap ?? 0) })}` : ''}</p>}
      <ul className={classes['pairs']} aria-label={t(`kind.${kind}`)}>
        {pairs.map((pair) => (
          <PairEntry
            key={`${pair.first.id} ${pair.second.id}`} pair={pair} onMerge={() => onMerge(pair)}
            onApart={() => void keepApart(pair.first, pair.second).catch(setFailure)}
          />
        ))}
      </ul>
      {query.hasNextPage && <Button size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('more')}</Button>}
    </div>
  );
}

/** Records that are likely there twice, to be merged or told apart. @param tabs the parts of the screen that this is one of */
export function DuplicatesPage({ tabs }: { tabs?: ReactNode }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const [kind, setKind] = useState<RecordKind>('account');
  const [merging, setMerging] = useState<DuplicatePair | null>(null);
  const { counts } = useDuplicates(kind);
  return (
    <div className={classes['page']}>
      <PageHeader title={t('title')} note={t('note')}>{tabs}</PageHeader>
      <div className={classes['body']}>
        <SegmentedTabs
          label={t('kinds')} value={kind} onChange={setKind} inset={false}
          items={recordKinds.map((value) => ({ value, label: t(`kind.${value}`), count: counts ? format.number(counts[value]) : undefined }))}
        >
          <Pairs kind={kind} onMerge={setMerging} />
        </SegmentedTabs>
      </div>
      <MergeDialog kind={kind} pair={merging} onClose={() => setMerging(null)} />
    </div>
  );
}
