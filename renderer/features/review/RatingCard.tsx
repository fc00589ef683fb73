import { Button, Rating, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './record.module.css';

interface RatingCardProps {
  rating: number | null;
  note: string | null;
  onRate: (rating: number | null, note: string | null) => void;
}

/** How the meeting went, once it was held. */
export function RatingCard({ rating, note, onRate }: RatingCardProps) {
  const { t } = useTranslation('review');
  const [text, setText] = useState(note ?? '');
  return (
    <section className={classes['card']} aria-label={t('rating.title')}>
      <div className={classes['cardHead']}><h2>{t('rating.title')}</h2><span>{rating === null ? t('rating.none') : t(`rating.word.${rating}`)}</span></div>
      <div className={classes['rate']}>
        <Rating color="keel" value={rating ?? 0} getSymbolLabel={(value) => t('rating.stars', { count: value })} onChange={(value) => onRate(value, text.trim() === '' ? null : text.trim())} />
        <Textarea className={classes['grow']} aria-label={t('rating.note')} placeholder={t('rating.note')} autosize minRows={1} maxRows={4} maxLength={2000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Button size="xs" disabled={text.trim() === (note ?? '')} onClick={() => onRate(rating, text.trim() === '' ? null : text.trim())}>{t('rating.keep')}</Button>
      </div>
    </section>
  );
}
