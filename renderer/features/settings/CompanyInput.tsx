import { TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import classes from './settings.module.css';
import type { SaveLook } from './use-save-look.ts';

interface CompanyInputProps { company: string; save: SaveLook; disabled: boolean }

/** The company's name on documents, which may be empty: Enter or leaving the field keeps it, Esc gives it up. */
export function CompanyInput({ company, save, disabled }: CompanyInputProps) {
  const { t } = useTranslation('settings');
  const [draft, setDraft] = useState<string | null>(null);

  const keep = (): void => {
    const value = draft?.trim() ?? company;
    if (value === company) setDraft(null);
    else save.mutate({ field: 'company', value }, { onSuccess: () => setDraft(null) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') setDraft(null);
  };
  return (
    <TextInput
      className={classes['field']}
      aria-label={t('looks.company')}
      value={draft ?? company}
      maxLength={100}
      disabled={disabled}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={keep}
    />
  );
}
