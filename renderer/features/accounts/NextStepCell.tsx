import { TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import type { AccountRow } from '#shared/contract/accounts.ts';
import type { Format } from '#renderer/client/format.ts';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { CellWords } from './cell-words.ts';
import styles from './accounts.module.css';

interface NextStepCellProps extends CellWords {
  row: AccountRow;
  active: boolean;
  onAdd: (row: AccountRow, title: string) => void;
}

/** The earliest open task and its day, or the place to write one. */
export function NextStepCell({ t, format, row, active, onAdd }: NextStepCellProps) {
  const [text, setText] = useState<string | null>(null);

  if (row.nextTask !== null) {
    const due = row.nextDue === null ? null : format.due(row.nextDue);
    return (
      <>
        <span className={styles.step} title={row.nextTask}>{row.nextTask}</span>
        {due && row.nextDue !== null && (
          <span className={styles.due} data-late={due.late || undefined} title={format.dayFull(row.nextDue)}>
            {due.late ? due.text : dueShort(format, row.nextDue, due.text)}
          </span>
        )}
      </>
    );
  }
  if (text === null) {
    return (
      <button type="button" className={styles.add} tabIndex={active ? 0 : -1} onClick={(event) => { event.stopPropagation(); setText(''); }}>
        <Icon name="plus" size={13} />{t('addStep')}
      </button>
    );
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') setText(null);
    if (event.key !== 'Enter' || text === null || text.trim() === '') return;
    onAdd(row, text.trim());
    setText(null);
  }
  return (
    <TextInput
      size="xs" autoFocus aria-label={t('newStep', { name: row.name })} placeholder={t('newStepHint')} value={text} className={styles.stepInput}
      onChange={(event) => setText(event.currentTarget.value)} onKeyDown={onKeyDown} onBlur={() => { if (text.trim() === '') setText(null); }}
      onClick={(event) => event.stopPropagation()}
    />
  );
}

/** Days named by a word keep it, calendar days are short in a table. */
function dueShort(format: Format, date: string, text: string): string {
  return text === format.day(date) ? format.dayShort(date) : text;
}
