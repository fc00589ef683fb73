import { Button, CloseButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Snooze } from '#shared/domain/reminder/snooze-until.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { noticeStore, type PageNotice } from './notice-store.ts';
import { SnoozeCard } from './SnoozeCard.tsx';
import { watchNotices } from './watch-notices.ts';
import classes from './reminders.module.css';

/** So many stand on the page at once; the rest come as these are answered. */
const SHOWN = 3;

interface ReminderCardsProps {
  /** Goes to an account; null: to what is due. */
  onOpen: (accountId: string | null) => void;
}

/** Reminders that have just been told, with what can be answered to each. */
export function ReminderCards({ onOpen }: ReminderCardsProps) {
  const { t } = useTranslation('reminders');
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();
  const notices = useSyncExternalStore(noticeStore.subscribe, noticeStore.read, noticeStore.read);
  useEffect(() => watchNotices(client, onOpen), [client, onOpen]);
  const answer = useMutation({
    mutationFn: ({ key, putOff }: { key: string; putOff: { until: Snooze; when: string } | null }) => steps.run(
      () => client.api.reminders.answer({ key, answer: putOff ? { type: 'snooze', until: putOff.until } : { type: 'done' } }),
      putOff ? t('answered.snooze', { when: putOff.when }) : t('answered.done'),
    ),
    onSuccess: (_, { key }) => noticeStore.hide(key),
    onError: (error) => steps.say(errorText(error).title),
  });
  const open = ({ key, accountId }: PageNotice): void => {
    noticeStore.hide(key);
    onOpen(accountId);
  };
  return (
    <section className={classes['cards']} aria-label={t('title')} aria-live="polite">
      {notices.slice(0, SHOWN).map((notice) => (
        <div key={notice.key} className={classes['card']} role="group" aria-label={notice.title}>
          <Icon name="clock" size={16} className={classes['icon']} />
          <div className={classes['words']}>
            <b>{notice.title}</b>
            {notice.body !== '' && <p>{notice.body}</p>}
            <div className={classes['answers']}>
              {notice.key !== 'test' && <Button size="compact-xs" variant="default" onClick={() => open(notice)}>{t('open')}</Button>}
              {notice.actions && (
                <>
                  <Button size="compact-xs" variant="default" onClick={() => answer.mutate({ key: notice.key, putOff: null })}>{notice.actions.done}</Button>
                  <SnoozeCard title={notice.title} onSnooze={(until, when) => answer.mutate({ key: notice.key, putOff: { until, when } })} />
                </>
              )}
            </div>
          </div>
          <CloseButton size="sm" aria-label={t('close')} onClick={() => noticeStore.hide(notice.key)} />
        </div>
      ))}
    </section>
  );
}
