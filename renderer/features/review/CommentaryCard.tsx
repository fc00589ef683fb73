import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './record.module.css';

/** So long a pause in typing keeps what was written, as one step. */
const PAUSE_MS = 900;

interface CommentaryCardProps {
  text: string;
  frozen: boolean;
  numbers: number;
  onSave: (text: string) => Promise<boolean>;
}

/** What is said to a page. It is kept at each pause, and when the field or the page is left. */
export function CommentaryCard({ text, frozen, numbers, onSave }: CommentaryCardProps) {
  const { t } = useTranslation('review');
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<{ text: string; save: (text: string) => Promise<boolean> } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  function keep(): void {
    clearTimeout(timer.current);
    const last = waiting.current;
    waiting.current = null;
    if (!last) return;
    void last.save(last.text).then((kept) => {
      if (kept) setTyped((now) => (now === last.text ? null : now));
    });
  }
  useEffect(() => () => {
    clearTimeout(timer.current);
    const last = waiting.current;
    if (last) void last.save(last.text);
  }, []);

  return (
    <section className={classes['card']} aria-label={t('commentary.title')}>
      <div className={classes['cardHead']}>
        <h2>{t('commentary.title')}</h2>
        <span>{t(typed === null ? 'commentary.where' : 'commentary.saving')}</span>
        {numbers > 0 && <span className={classes['end']}>{t('commentary.linked', { count: numbers })}</span>}
      </div>
      {frozen ? <p className={classes['said']}>{text === '' ? t('commentary.none') : text}</p> : (
        <Textarea
          id="review-commentary" aria-label={t('commentary.title')} placeholder={t('commentary.hint')} autosize minRows={2} maxRows={8} maxLength={4000} value={typed ?? text}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setTyped(next);
            waiting.current = { text: next, save: onSave };
            clearTimeout(timer.current);
            timer.current = setTimeout(keep, PAUSE_MS);
          }}
          onBlur={keep}
        />
      )}
    </section>
  );
}
