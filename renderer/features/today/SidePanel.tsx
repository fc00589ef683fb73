import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnniversaryRow, ReviewRow, TodayPage } from '#shared/domain/today/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { DayStrip } from './DayStrip.tsx';
import { anniversaryIcon, anniversaryWords } from './row-words.ts';
import { IconAction } from './SnoozeMenu.tsx';
import styles from './today.module.css';

/** So many days stand there at first, that the reviews below stay in sight. */
const FIRST = 6;

interface SidePanelProps {
  page: TodayPage;
  onOpen: (accountId: string, tab: string) => void;
  onPrepare: (review: ReviewRow) => void;
  onHandled: (key: string, name: string) => void;
}

function Anniversary({ row, today, onOpen, onHandled }: { row: AnniversaryRow; today: string } & Pick<SidePanelProps, 'onOpen' | 'onHandled'>) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { name, text } = anniversaryWords(row, t);
  return (
    <li className={styles.sideRow}>
      <span className={styles.sideDate} title={format.dayFull(row.date)}>{row.date === today ? t('today') : format.dayShort(row.date)}</span>
      <Icon name={anniversaryIcon[row.kind]} size={16} className={styles.sideIcon} />
      <div className={styles.words}>
        <button type="button" className={styles.link} onClick={() => onOpen(row.accountId, row.kind === 'birthday' ? 'people' : 'overview')} title={name}>{name}</button>
        <small className={styles.clip} title={text}>{text}</small>
      </div>
      <IconAction icon="check" label={t('act.handled', { name })} onClick={() => onHandled(row.key, name)} />
    </li>
  );
}

function Review({ review, onPrepare }: { review: ReviewRow; onPrepare: SidePanelProps['onPrepare'] }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const title = t('review.title', { account: review.accountName, quarter: review.quarter });
  return (
    <li className={styles.sideRow}>
      <Icon name="review" size={16} className={styles.sideIcon} />
      <div className={styles.words}>
        <div className={styles.clip} title={title}>{title}</div>
        <small className={styles.clip}>{review.inDays === 0 ? t('today') : t('review.in', { day: format.day(review.heldOn), count: review.inDays })}</small>
      </div>
      <Button size="xs" onClick={() => onPrepare(review)}>{t('review.prepare')}</Button>
    </li>
  );
}

/** What is coming: the days of two weeks, and the reviews to prepare. */
export function SidePanel({ page, onOpen, onPrepare, onHandled }: SidePanelProps) {
  const { t } = useTranslation('today');
  const { anniversaries, reviews } = page;
  const [all, setAll] = useState(false);
  const shown = all ? anniversaries.rows : anniversaries.rows.slice(0, FIRST);
  const hidden = anniversaries.count - shown.length;
  return (
    <aside className={styles.side} aria-label={t('side')}>
      <section>
        <SectionHeading action={<span className={styles.quiet}>{t('twoWeeks')}</span>}>{t('anniversaries')}</SectionHeading>
        <DayStrip today={page.day} rows={anniversaries.rows} />
        {anniversaries.count === 0 && <p className={styles.sideEmpty}>{t('empty.anniversaries')}</p>}
        <ul className={styles.sideList}>
          {shown.map((row) => <Anniversary key={row.key} row={row} today={page.day} onOpen={onOpen} onHandled={onHandled} />)}
        </ul>
        {hidden > 0 && (anniversaries.rows.length > shown.length
          ? <Button variant="subtle" size="compact-sm" px={0} onClick={() => setAll(true)}>{t('more', { count: hidden })}</Button>
          : <p className={styles.sideEmpty}>{t('andMore', { count: hidden })}</p>)}
      </section>
      <section>
        <SectionHeading note={reviews.count > 0 ? String(reviews.count) : undefined}>{t('reviews')}</SectionHeading>
        {reviews.count === 0 && <p className={styles.sideEmpty}>{t('empty.reviews')}</p>}
        <ul className={styles.sideList}>{reviews.rows.map((review) => <Review key={review.id} review={review} onPrepare={onPrepare} />)}</ul>
      </section>
    </aside>
  );
}
