import { Button, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isIsoDate } from '#shared/kernel/dates.ts';
import { useDayWords } from '#renderer/client/use-day-words.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import styles from './account-file.module.css';

interface AddTaskProps {
  onAdd: (title: string, dueOn: string | null) => void;
  onLeave: () => void;
}

/** A next step written in place: what, until when; Enter keeps it, Esc leaves. */
export function AddTask({ onAdd, onLeave }: AddTaskProps) {
  const { t } = useTranslation('account');
  const dayWords = useDayWords();
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState('');
  const day = isIsoDate(dueOn.trim()) ? dueOn.trim() : null;
  const wrong = dueOn.trim() !== '' && day === null;
  const ready = title.trim() !== '' && !wrong;

  function save() {
    if (!ready) return;
    onAdd(title.trim(), day);
    onLeave();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') onLeave();
    if (event.key === 'Enter') {
      event.preventDefault();
      save();
    }
  }
  return (
    <div className={styles.addTask}>
      <TextInput
        size="xs" autoFocus className={styles.addTaskTitle} aria-label={t('task.title')} placeholder={t('task.titleHint')}
        value={title} onChange={(event) => setTitle(event.currentTarget.value)} onKeyDown={onKeyDown}
      />
      <div className={styles.addTaskDay}>
        <DayField
          floating name={t('task.due')} text={dueOn} day={day} error={wrong} words={{ ...dayWords, pattern: t('task.dueAs', { pattern: dayWords.pattern }) }}
          onText={setDueOn} onPick={setDueOn} onKeyDown={onKeyDown}
        />
      </div>
      <Button size="xs" variant="filled" disabled={!ready} onClick={save}>{t('task.save')}</Button>
      <Button size="xs" variant="subtle" onClick={onLeave}>{t('cancel')}</Button>
    </div>
  );
}
