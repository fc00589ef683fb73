import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayReminder } from '#shared/domain/reminder/say-reminder.ts';
import { useApi } from '#renderer/client/use-api.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import classes from './reminders.module.css';

interface MissedBannerProps {
  onOpen: (accountId: string) => void;
}

/** What came due while nobody could be told, in its order and with its time; nothing while there is none. */
export function MissedBanner({ onOpen }: MissedBannerProps) {
  const { t } = useTranslation('reminders');
  const format = useFormat();
  const [shown, setShown] = useState(false);
  const { data: missed } = useQuery(useApi().reminders.missed.queryOptions());
  if (!missed || missed.reminders.length === 0) return null;
  const voice = { language: format.language, today: format.today, words: (key: string, params?: Record<string, string | number>) => t(key, params ?? {}) };
  return (
    <section className={classes['missed']} aria-label={t('missed.label')}>
      <div className={classes['missedHead']}>
        <Icon name="moon" size={16} />
        <p>
          <b>{t('missed.count', { count: missed.reminders.length })}</b>{t('missed.meanwhile', { from: format.instant(missed.from), to: format.instant(missed.to) })}
        </p>
        <Button size="compact-sm" variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>{t(shown ? 'missed.hide' : 'missed.show')}</Button>
      </div>
      {shown && (
        <ol className={classes['missedRows']}>
          {missed.reminders.map(({ key, dueAt, accountId, ...said }) => (
            <li key={key}>
              <span className={classes['missedAt']}>{format.instant(dueAt)}</span>
              <span className={classes['missedWords']}>{sayReminder(said, voice)}</span>
              {accountId !== null && <Button size="compact-xs" variant="default" aria-label={t('missed.open', { what: sayReminder(said, voice) })} onClick={() => onOpen(accountId)}>{t('open')}</Button>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
