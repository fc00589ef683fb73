import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBook } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { useSaveBook } from './use-save-book.ts';
import classes from './settings.module.css';

interface ChoiceInputProps {
  field: 'currency' | 'timeZone';
  data: NonNullable<SelectProps['data']>;
}

/** One of many, found by typing; kept as soon as it is chosen. */
export function ChoiceInput({ field, data }: ChoiceInputProps) {
  const { t } = useTranslation('settings');
  const errorText = useErrorText();
  const book = useBook();
  const save = useSaveBook(field);
  return (
    <>
      <Select
        className={classes['field']}
        aria-label={t(field)}
        searchable
        allowDeselect={false}
        limit={200}
        data={data}
        value={save.isPending ? save.variables : book[field]}
        disabled={book.readOnly !== null}
        nothingFoundMessage={t('nothingFound')}
        onChange={(value) => { if (value !== null && value !== book[field]) save.mutate(value); }}
      />
      {save.error && <DataError {...errorText(save.error)} />}
    </>
  );
}
