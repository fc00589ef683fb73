import { TextInput } from '@mantine/core';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isIsoDate } from '#shared/kernel/dates.ts';
import { useDayWords } from '#renderer/client/use-day-words.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import type { LeaveCell } from '#renderer/tables/window-column.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import { useKnownValues } from './api.ts';
import styles from './accounts.module.css';

interface EditCellProps {
  /** Column of the account: `city`. */
  field: string;
  label: string;
  value: string | null;
  kind: 'text' | 'date';
  needed?: boolean;
  /** @throws what the core refuses */
  onSave: (value: string | null) => Promise<unknown>;
  leave: LeaveCell;
}

/** A cell being edited: Enter keeps, Esc leaves, Tab keeps and goes on. What is wrong is said under the field. */
export function EditCell({ field, label, value, kind, needed = false, onSave, leave }: EditCellProps) {
  const { t } = useTranslation('accounts');
  const errorText = useErrorText();
  const dayWords = useDayWords();
  const listId = useId();
  const known = useKnownValues(field);
  const [text, setText] = useState(value ?? '');
  // Leaving takes the focus away, and that must not keep what was left.
  const over = useRef(false);
  const [problem, setProblem] = useState<string | null>(null);

  function end(to: 'list' | 'next'): void {
    over.current = true;
    leave(to);
  }
  async function keep(to: 'list' | 'next', said = text): Promise<void> {
    if (over.current) return;
    const next = said.trim();
    if (needed && next === '') return setProblem(t('new.nameMissing'));
    if (kind === 'date' && next !== '' && !isIsoDate(next)) return setProblem(dayWords.wrong);
    try {
      over.current = true;
      if (next !== (value ?? '')) await onSave(next === '' ? null : next);
      leave(to);
    } catch (error) {
      over.current = false;
      setProblem(errorText(error).title);
    }
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') end('list');
    if (event.key !== 'Enter' && (event.key !== 'Tab' || event.shiftKey)) return;
    event.preventDefault();
    void keep(event.key === 'Tab' ? 'next' : 'list');
  }
  function onText(typed: string): void {
    setText(typed);
    setProblem(null);
  }
  const described = problem === null ? undefined : `${listId}-problem`;
  return (
    <div className={styles.edit} onClick={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()}>
      {kind === 'date' ? (
        <DayField
          floating autoFocus name={label} words={dayWords} text={text} day={isIsoDate(text.trim()) ? text.trim() : null} error={problem !== null} describedBy={described}
          onText={onText} onPick={(day) => { setText(day); void keep('list', day); }} onKeyDown={onKeyDown} onLeave={() => void keep('list')}
        />
      ) : (
        <TextInput
          size="xs" autoFocus aria-label={label} value={text} error={problem !== null} aria-describedby={described} list={known.length > 0 ? listId : undefined} autoComplete="off"
          onChange={(event) => onText(event.currentTarget.value)} onKeyDown={onKeyDown}
          onBlur={(event) => { if (event.currentTarget.isConnected && document.hasFocus()) void keep('list'); }}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      {known.length > 0 && <datalist id={listId}>{known.map((one) => <option key={one} value={one} />)}</datalist>}
      {problem !== null && <span id={described} role="alert" className={styles.problem}>{problem}</span>}
    </div>
  );
}
