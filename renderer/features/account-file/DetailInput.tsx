import { Input, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isIsoDate } from '#shared/kernel/dates.ts';
import { DayField, type DayWords } from '#renderer/ui/DayField.tsx';
import type { AccountFileSlots } from './account-tabs.ts';
import { isDateField, type DetailField } from './view-model.ts';

interface DetailInputProps {
  field: DetailField;
  value: string;
  error: ReactNode;
  words: DayWords;
  onChange: (value: string) => void;
  dayOfYear: AccountFileSlots['dayOfYear'];
}

/** The control for one field of the account. */
export function DetailInput({ field, value, error, words, onChange, dayOfYear }: DetailInputProps) {
  const { t } = useTranslation('account');
  const label = t(`field.${field}`);
  if (field === 'foundedOn') return <div>{dayOfYear({ label, value, onChange })}{error && <Input.Error>{error}</Input.Error>}</div>;
  if (isDateField(field)) {
    const day = isIsoDate(value.trim()) ? value.trim() : null;
    return <DayField label={label} name={label} words={words} text={value} day={day} error={error} onText={onChange} onPick={onChange} />;
  }
  if (field !== 'quietDays') return <TextInput label={label} value={value} error={error} onChange={(event) => onChange(event.currentTarget.value)} />;
  return (
    <TextInput
      label={label} description={t('quietDaysHint')} value={value} error={error} inputMode="numeric" maxLength={4}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\D/g, ''))}
    />
  );
}
