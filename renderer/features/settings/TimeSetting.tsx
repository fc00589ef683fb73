import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './settings.module.css';

interface TimeSettingProps {
  label: string;
  /** `HH:MM`. */
  value: string;
  disabled: boolean;
  onSave: (value: string) => void;
}

/** A time of day, kept on leaving the field. */
export function TimeSetting({ label, value, disabled, onSave }: TimeSettingProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (): void => {
    if (draft && draft !== value) onSave(draft);
    setDraft(null);
  };
  return (
    <TextInput className={classes['short']} type="time" aria-label={label} value={draft ?? value} disabled={disabled} onChange={(event) => setDraft(event.currentTarget.value)} onBlur={keep} />
  );
}
