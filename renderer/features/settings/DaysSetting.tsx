import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDays } from './read-days.ts';
import classes from './settings.module.css';

interface DaysSettingProps {
  label: string;
  value: readonly number[];
  max: number;
  /** So many numbers at most. */
  count: number;
  disabled: boolean;
  onSave: (value: number[]) => void;
}

/** Several numbers of days, kept on leaving the field; what is none gives way to the numbers before. */
export function DaysSetting({ label, value, max, count, disabled, onSave }: DaysSettingProps) {
  const { t } = useTranslation('settings');
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (): void => {
    const days = draft === null ? null : readDays(draft, max, count);
    if (days && days.join() !== value.join()) onSave(days);
    setDraft(null);
  };
  return (
    <TextInput className={classes['short']} aria-label={label} value={draft ?? value.join(t('reminders.between'))} disabled={disabled} onChange={(event) => setDraft(event.currentTarget.value)} onBlur={keep} />
  );
}
