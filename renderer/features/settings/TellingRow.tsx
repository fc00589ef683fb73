import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { SettingRow } from './SettingRow.tsx';
import classes from './settings.module.css';

type Permission = NotificationPermission | 'none';

const permission = (): Permission => ('Notification' in window ? Notification.permission : 'none');

/** Whether notifications arrive, and how to let them. A browser is asked only when a person presses the button. */
export function TellingRow({ tells }: { tells: 'system' | 'page' }) {
  const { t } = useTranslation('settings');
  const [allowed, setAllowed] = useState<Permission>(permission);
  const test = useMutation(useApi().reminders.test.mutationOptions());
  const state = tells === 'system' ? 'system' : allowed;
  return (
    <SettingRow label={t('reminders.telling')} hint={t(`reminders.tells.${state}`)}>
      <div className={classes['times']}>
        {state === 'default' && <Button size="xs" onClick={() => void Notification.requestPermission().then(setAllowed)}>{t('reminders.allow')}</Button>}
        <Button size="xs" variant="default" loading={test.isPending} onClick={() => test.mutate(undefined)}>{t('reminders.test')}</Button>
        {test.data?.shown === false && <span role="status">{t('reminders.notShown')}</span>}
      </div>
    </SettingRow>
  );
}
