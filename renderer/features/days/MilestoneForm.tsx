import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isIsoDate } from '#shared/kernel/dates.ts';
import { useDayWords } from '#renderer/client/use-day-words.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import classes from './days.module.css';
import type { MilestoneFields } from './use-milestone-writes.ts';

interface MilestoneFormProps {
  /** What is changed; null for a new day. */
  milestone: MilestoneFields | null;
  onSave: (fields: MilestoneFields) => void;
  onRemove?: () => void;
  onLeave: () => void;
}

/** A day of the account written in place: what, when, whether it comes again; Enter keeps it, Esc leaves. */
export function MilestoneForm({ milestone, onSave, onRemove, onLeave }: MilestoneFormProps) {
  const { t } = useTranslation('days');
  const words = useDayWords();
  const [title, setTitle] = useState(milestone?.title ?? '');
  const [day, setDay] = useState(milestone?.onDay ?? '');
  const [yearly, setYearly] = useState(milestone?.yearly ?? true);
  const onDay = isIsoDate(day.trim()) ? day.trim() : null;

  function save(): void {
    if (title.trim() === '' || onDay === null) return;
    onSave({ title: title.trim(), onDay, yearly });
    onLeave();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') onLeave();
    if (event.key === 'Enter') {
      event.preventDefault();
      save();
    }
  }
  return (
    <div className={classes['form']}>
      <TextInput size="xs" autoFocus aria-label={t('milestone')} placeholder={t('milestoneHint')} maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)} onKeyDown={onKeyDown} />
      <div className={classes['formLine']}>
        <DayField floating name={t('onDay')} text={day} day={onDay} words={words} error={day.trim() !== '' && onDay === null} onText={setDay} onPick={setDay} onKeyDown={onKeyDown} />
        <Checkbox size="xs" label={t('yearly')} checked={yearly} onChange={(event) => setYearly(event.currentTarget.checked)} />
      </div>
      <div className={classes['formLine']}>
        <Button size="xs" variant="filled" disabled={title.trim() === '' || onDay === null} onClick={save}>{t('save')}</Button>
        <Button size="xs" variant="subtle" onClick={onLeave}>{t('cancel')}</Button>
        {onRemove && <Button size="xs" variant="subtle" onClick={() => { onRemove(); onLeave(); }}>{t('remove')}</Button>}
      </div>
    </div>
  );
}
