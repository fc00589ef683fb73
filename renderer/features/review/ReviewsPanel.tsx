import { Button, Rating } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReviewListRow } from '#shared/contract/reviews.ts';
import { formatQuarter } from '#shared/kernel/format-quarter.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useReviewList } from './api.ts';
import { daysTo } from './record-view-model.ts';
import classes from './record.module.css';

interface ReviewsPanelProps {
  accountId: string;
  onOpen: (reviewId: string) => void;
  onNew: () => void;
}

/** The reviews of an account: those to come, and those held with what came of them. */
export function ReviewsPanel({ accountId, onOpen, onNew }: ReviewsPanelProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const errorText = useErrorText();
  const { data, error, refetch } = useReviewList(accountId);
  const create = <Button leftSection={<Icon name="plus" size={15} />} onClick={onNew}>{t('tab.new')}</Button>;
  const row = (review: ReviewListRow) => {
    const days = daysTo(review.heldOn, format.today);
    const outcome = [
      days > 0 ? t('head.in', { count: days }) : null,
      review.decisions > 0 ? t('deck.count.decisions', { count: review.decisions }) : null,
      review.actions > 0 ? t('tab.actions', { count: review.actions, done: review.actionsDone }) : null,
    ].filter((part) => part !== null).join(t('dialog.join'));
    return (
      <li key={review.id}>
        <button type="button" onClick={() => onOpen(review.id)}>
          <Icon name={review.frozenAt === null ? 'review' : 'lock'} size={16} label={t(review.frozenAt === null ? 'tab.live' : 'tab.frozen')} />
          <b>{formatQuarter(review.period, format.language)}</b>
          <span>{[format.dayFull(review.heldOn), review.place].filter((part) => part !== null && part !== '').join(t('deck.listSeparator'))}</span>
          <small className={classes['grow']}>{outcome}</small>
          {review.rating !== null && <><Rating color="keel" size="xs" readOnly value={review.rating} aria-hidden="true" /><span className={classes['spoken']}>{t('rating.stars', { count: review.rating })}</span></>}
          <Icon name="chevronRight" size={14} />
        </button>
      </li>
    );
  };
  if (error) return <div className={classes['tab']}><DataError {...errorText(error)} retry={{ label: t('dialog.retry'), onClick: () => void refetch() }} /></div>;
  if (!data) return <div className={classes['tab']}><SkeletonRows rows={4} label={t('dialog.loading')} /></div>;
  const coming = data.filter(({ heldOn }) => heldOn >= format.today).toReversed();
  const past = data.filter(({ heldOn }) => heldOn < format.today);
  return (
    <div className={classes['tab']}>
      {data.length === 0 && <EmptyState icon="review" text={t('tab.empty')} action={create} />}
      {coming.length > 0 && <><SectionHeading line action={create}>{t('tab.coming')}</SectionHeading><ul className={classes['list']}>{coming.map(row)}</ul></>}
      {past.length > 0 && <><SectionHeading line action={coming.length === 0 ? create : undefined}>{t('tab.past')}</SectionHeading><ul className={classes['list']}>{past.map(row)}</ul></>}
    </div>
  );
}
