import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { DraftStatus } from './draft-keeper.ts';
import classes from './log.module.css';

interface DraftNoteProps {
  status: DraftStatus;
  /** Something was typed. */
  touched: boolean;
  /** Empties the form. @returns what brings it back */
  onDiscard: () => () => void;
}

/** Where the words in the form are safe, and the way to start over. */
export function DraftNote({ status, touched, onDiscard }: DraftNoteProps) {
  const { t } = useTranslation('log');
  const format = useFormat();
  const [bringBack, setBringBack] = useState<{ run: () => void } | null>(null);
  const saved = status.savedAt === null ? null : format.time(status.savedAt);
  const day = status.savedAt === null || format.dayOf(status.savedAt) === format.today ? null : format.day(format.dayOf(status.savedAt));
  const text = status.state === 'waiting' ? t('draft.waiting') : saved === null ? '' : day === null ? t('draft.saved', { time: saved }) : t('draft.savedOn', { day, time: saved });
  return (
    <div className={classes['draft']}>
      <span role="status" className={classes['draftText']} data-waiting={status.state === 'waiting' || undefined}>
        {text !== '' && <Icon name={status.state === 'waiting' ? 'warning' : 'laptop'} size={15} />}
        {text}
      </span>
      {touched && <Button variant="subtle" size="xs" c="var(--bl-text2)" onClick={() => setBringBack({ run: onDiscard() })}>{t('draft.discard')}</Button>}
      {!touched && bringBack && (
        <Button variant="subtle" size="xs" onClick={() => { bringBack.run(); setBringBack(null); }}>{t('draft.bringBack')}</Button>
      )}
    </div>
  );
}
