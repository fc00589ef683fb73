import { Button, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import { DayInput } from './DayInput.tsx';
import styles from './account-file.module.css';

interface AddTaskProps {
  onAdd: (title: string, dueOn: string | null) => void;
  onLeave: () => void;
}

/** A next step written in place: what, until when; Enter keeps it, Esc leaves. */
export function AddTask({ onAdd, onLeave }: AddTaskProps) {
  const { t } = useTranslation('account');
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);

  function save() {
    if (title.trim() === '') return;
    onAdd(title.trim(), dueOn);
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
      <DayInput low width={148} name={t('task.due')} value={dueOn} onChange={setDueOn} onEnter={save} />
      <Button size="xs" variant="filled" disabled={title.trim() === ''} onClick={save}>{t('task.save')}</Button>
      <Button size="xs" variant="subtle" onClick={onLeave}>{t('cancel')}</Button>
    </div>
  );
}
