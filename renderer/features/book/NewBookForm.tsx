import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { currencyChoices, zoneChoices } from '#renderer/ui/locale-choices.ts';
import { BookProblem } from './BookProblem.tsx';
import { guessCurrency } from './book-defaults.ts';

/** Makes a book and opens it: title, who keeps it, currency and time zone, guessed from this computer. */
export function NewBookForm({ onDone }: { onDone?: () => void }) {
  const { t, i18n } = useTranslation('app');
  const api = useApi();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const currencies = useMemo(() => currencyChoices(i18n.language), [i18n.language]);
  const zones = useMemo(() => zoneChoices(zone), [zone]);
  const needed = (value: string) => (value.trim() === '' ? t('required') : null);
  const form = useForm({
    // The proposed title is not a value yet: it speaks the language of the screen until somebody writes another.
    initialValues: { title: null as string | null, owner: '', currency: guessCurrency(navigator.languages, zone), timeZone: zone },
    validate: { title: (value) => (value === null ? null : needed(value)), owner: needed, currency: needed, timeZone: needed },
  });
  const title = form.values.title ?? t('book.defaultTitle');
  const create = useMutation(api.book.create.mutationOptions({ onSuccess: () => onDone?.() }));

  return (
    <form onSubmit={form.onSubmit((values) => create.mutate({ ...values, title }))} noValidate>
      <Stack gap="sm">
        <TextInput label={t('book.owner')} autoComplete="name" maxLength={100} data-autofocus {...form.getInputProps('owner')} />
        <TextInput label={t('book.title')} description={t('book.titleHint')} maxLength={100} {...form.getInputProps('title')} value={title} />
        <Select label={t('book.currency')} description={t('book.currencyHint')} searchable allowDeselect={false} limit={200} data={currencies} {...form.getInputProps('currency')} />
        <Select label={t('book.timeZone')} searchable allowDeselect={false} limit={200} data={zones} {...form.getInputProps('timeZone')} />
        {create.error && <BookProblem error={create.error} path={null} onOpened={onDone} />}
        <div>
          <Button type="submit" variant="filled" loading={create.isPending}>{t('book.create')}</Button>
        </div>
      </Stack>
    </form>
  );
}
