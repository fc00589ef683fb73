import { Checkbox, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { defaultReminderSettings, reminderKinds } from '#shared/domain/reminder/model.ts';
import { useBook } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { ComputerRows } from './ComputerRows.tsx';
import { DaysSetting } from './DaysSetting.tsx';
import { NumberSetting } from './NumberSetting.tsx';
import { SettingRow } from './SettingRow.tsx';
import { TellingRow } from './TellingRow.tsx';
import { TimeSetting } from './TimeSetting.tsx';
import { useReminderSettings } from './use-reminder-settings.ts';
import classes from './settings.module.css';

const QUIET = defaultReminderSettings.quietHours ?? { from: '20:00', to: '08:00' };

/** What the open book tells of, when, and when not. */
export function ReminderRows() {
  const { t } = useTranslation('settings');
  const errorText = useErrorText();
  const readOnly = useBook().readOnly !== null;
  const { settings, save } = useReminderSettings();
  const { off, tellAt, daysAhead, reviewDays, quietDays, quietHours, digestFrom } = settings;
  const number = (field: 'daysAhead' | 'quietDays' | 'digestFrom', value: number, min: number, max: number) => (
    <SettingRow label={t(`reminders.${field}`)} hint={t(`reminders.${field}Hint`)}>
      <NumberSetting label={t(`reminders.${field}`)} value={value} min={min} max={max} disabled={readOnly} onSave={(to) => save.mutate({ [field]: to })} />
    </SettingRow>
  );
  return (
    <>
      {save.error && <DataError {...errorText(save.error)} />}
      <TellingRow tells={settings.tells} />
      <ComputerRows />
      <SettingRow label={t('reminders.kinds')}>
        <div className={classes['kinds']} role="group" aria-label={t('reminders.kinds')}>
          {reminderKinds.map((kind) => (
            <Checkbox
              key={kind}
              label={t(`reminders.kind.${kind}`)}
              checked={!off.includes(kind)}
              disabled={readOnly}
              onChange={(event) => save.mutate({ off: event.currentTarget.checked ? off.filter((one) => one !== kind) : [...off, kind] })}
            />
          ))}
        </div>
      </SettingRow>
      <SettingRow label={t('reminders.tellAt')} hint={t('reminders.tellAtHint')}>
        <TimeSetting label={t('reminders.tellAt')} value={tellAt} disabled={readOnly} onSave={(to) => save.mutate({ tellAt: to })} />
      </SettingRow>
      {number('daysAhead', daysAhead, 0, 60)}
      <SettingRow label={t('reminders.reviewDays')} hint={t('reminders.reviewDaysHint')}>
        <DaysSetting label={t('reminders.reviewDays')} value={reviewDays} max={60} count={5} disabled={readOnly} onSave={(to) => save.mutate({ reviewDays: to })} />
      </SettingRow>
      {number('quietDays', quietDays, 1, 999)}
      {number('digestFrom', digestFrom, 2, 99)}
      <SettingRow label={t('reminders.quietHours')} hint={t('reminders.quietHoursHint')}>
        <div className={classes['times']}>
          <Switch aria-label={t('reminders.quietHours')} checked={quietHours !== null} disabled={readOnly} onChange={(event) => save.mutate({ quietHours: event.currentTarget.checked ? QUIET : null })} />
          {quietHours && (
            <>
              <TimeSetting label={t('reminders.quietFrom')} value={quietHours.from} disabled={readOnly} onSave={(from) => save.mutate({ quietHours: { ...quietHours, from } })} />
              <span aria-hidden>–</span>
              <TimeSetting label={t('reminders.quietTo')} value={quietHours.to} disabled={readOnly} onSave={(to) => save.mutate({ quietHours: { ...quietHours, to } })} />
            </>
          )}
        </div>
      </SettingRow>
    </>
  );
}
