import { Button, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isIsoDate, type IsoDate } from '#shared/kernel/dates.ts';
import { useDayWords } from '#renderer/client/use-day-words.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import styles from './today.module.css';

interface AddStepProps {
  accountName: string;
  onAdd: (title: string, dueOn: IsoDate | null) => void;
  onLeave: () => void;
}

/** The next step with an account, written below its row: Enter keeps it, Esc leaves. */
export function AddStep({ accountName, onAdd, onLeave }: AddStepProps) {
  const { t } = useTranslation('today');
  const words = useDayWords();
  const [title, setTitle] = useState('');
  const [due, setDue] = useState('');
  const dueOn = isIsoDate(due.trim()) ? due.trim() : null;
  const ready = title.trim() !== '' && (dueOn !== null || due.trim() === '');

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') onLeave();
    if (event.key !== 'Enter' || !ready) return;
    event.preventDefault();
    onAdd(title.trim(), dueOn);
  }
  return (
    <div className={styles.addStep} role="group" aria-label={t('step.of', { name: accountName })}>
      <TextInput
        size="xs" autoFocus className={styles.grow} aria-label={t('step.title')} placeholder={t('step.hint', { name: accountName })} maxLength={300}
        value={title} onChange={(event) => setTitle(event.currentTarget.value)} onKeyDown={onKeyDown}
      />
      <div className={styles.stepDay}>
        <DayField floating name={t('step.due')} words={words} text={due} day={dueOn} error={due.trim() !== '' && dueOn === null} onText={setDue} onPick={setDue} onKeyDown={onKeyDown} />
      </div>
      <Button size="xs" variant="filled" disabled={!ready} onClick={() => onAdd(title.trim(), dueOn)}>{t('step.save')}</Button>
      <Button size="xs" variant="subtle" onClick={onLeave}>{t('step.cancel')}</Button>
    </div>
  );
}
