import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import classes from './settings.module.css';

interface NumberSettingProps {
  label: string;
  value: number;
  min: number;
  max: number;
  disabled: boolean;
  onSave: (value: number) => void;
}

/** A whole number, kept on leaving the field; what is none gives way to the number before. */
export function NumberSetting({ label, value, min, max, disabled, onSave }: NumberSettingProps) {
  const [draft, setDraft] = useState<number | string | null>(null);
  const keep = (): void => {
    if (typeof draft === 'number' && draft !== value && draft >= min && draft <= max) onSave(draft);
    setDraft(null);
  };
  return (
    <NumberInput className={classes['short']} aria-label={label} value={draft ?? value} min={min} max={max} allowDecimal={false} disabled={disabled} onChange={setDraft} onBlur={keep} />
  );
}
