import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';

interface NewAccountDialogProps {
  opened: boolean;
  onClose: () => void;
  onCreated: (accountId: string) => void;
}

const fields = ['alias', 'industry', 'city', 'country', 'website', 'phone'] as const;
const blank = { name: '', alias: '', industry: '', city: '', country: '', website: '', phone: '', isKey: false };

/** A new account with what is known at first sight; everything else is written in its file. */
export function NewAccountDialog({ opened, onClose, onCreated }: NewAccountDialogProps) {
  const { t } = useTranslation('accounts');
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();
  const form = useForm({ initialValues: blank, validate: { name: (name) => (name.trim() === '' ? t('new.nameMissing') : null) } });

  const create = useMutation({
    mutationFn: (values: typeof blank) => steps.run(
      () => client.api.accounts.create({
        name: values.name.trim(), isKey: values.isKey,
        ...Object.fromEntries(fields.map((field) => [field, values[field].trim() === '' ? null : values[field].trim()])),
      }),
      t('new.done', { name: values.name.trim() }),
    ),
    onSuccess: ({ id }) => {
      close();
      onCreated(id);
    },
  });
  function close() {
    form.reset();
    create.reset();
    onClose();
  }
  const submit = form.onSubmit((values) => create.mutate(values));
  return (
    <Modal opened={opened} onClose={close} title={t('new.title')} size={560} closeButtonProps={{ 'aria-label': t('new.close') }}>
      <form onSubmit={submit} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit(); }}>
        <Stack gap={12}>
          <TextInput label={t('field.name')} data-autofocus aria-required {...form.getInputProps('name')} />
          <SimpleGrid cols={2} spacing={12}>
            {fields.map((field) => <TextInput key={field} label={t(`field.${field}`)} {...form.getInputProps(field)} />)}
          </SimpleGrid>
          <Checkbox label={t('field.isKey')} {...form.getInputProps('isKey', { type: 'checkbox' })} />
          {create.error && <DataError {...errorText(create.error)} />}
          <Group justify="flex-end" gap={8}>
            <Button variant="subtle" onClick={close}>{t('new.cancel')}</Button>
            <Button type="submit" variant="filled" loading={create.isPending} rightSection={<KeyHint keys={['Ctrl', 'Enter']} inherit />}>{t('new.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
