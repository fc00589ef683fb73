import { TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBook } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { isComposing } from '#renderer/ui/hotkeys.ts';
import { useSaveBook } from './use-save-book.ts';
import classes from './settings.module.css';

/** The book's title, changed in place: Enter or leaving the field keeps it, Esc gives it up. */
export function TitleInput() {
  const { t } = useTranslation('settings');
  const errorText = useErrorText();
  const book = useBook();
  const save = useSaveBook('title');
  /** What is typed and not kept yet. */
  const [draft, setDraft] = useState<string | null>(null);
  const empty = draft !== null && draft.trim() === '';

  const discard = (): void => {
    setDraft(null);
    save.reset();
  };
  const keep = (): void => {
    if (draft === null || empty || save.isPending) return;
    const title = draft.trim();
    if (title === book.title) discard();
    else save.mutate(title, { onSuccess: () => setDraft(null) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') discard();
  };
  return (
    <>
      <TextInput
        className={classes['field']}
        aria-label={t('bookTitle')}
        value={draft ?? book.title}
        maxLength={100}
        disabled={book.readOnly !== null}
        error={empty && t('required')}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
      {save.error && <DataError {...errorText(save.error)} />}
    </>
  );
}
