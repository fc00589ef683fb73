import { Button, Group, Input, MultiSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { buyingRoles, type Contact } from '#shared/domain/person/model.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { EraseForGood } from './EraseForGood.tsx';
import { fieldsOf, formOf, isBirthday, isInterval, patchOf, possibleManagers } from './view-model.ts';
import styles from './people.module.css';

export type BirthdayField = (field: { label: string; value: string; onChange: (text: string) => void }) => ReactNode;

interface PersonFormProps {
  accountId: string;
  /** Null for a new person. */
  contact: Contact | null;
  contacts: readonly Contact[];
  onClose: () => void;
  onRemove: (contact: Contact) => void;
  onMerge: (contact: Contact) => void;
  /** The field for a birthday, a feature of its own. */
  birthday: BirthdayField;
}

/** Who a person is and what place he or she has at the account. */
export function PersonForm({ accountId, contact, contacts, onClose, onRemove, onMerge, birthday }: PersonFormProps) {
  const { t } = useTranslation('people');
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();
  const form = useForm({
    initialValues: formOf(contact),
    validate: {
      name: (name) => (name.trim() === '' ? t('nameMissing') : null),
      birthday: (text) => (isBirthday(text) ? null : t('birthdayNotWhole')),
      keepInTouchDays: (text) => (isInterval(text) ? null : t('keepInTouchRange')),
    },
  });

  const save = useMutation({
    mutationFn: async (values: typeof form.values) => {
      if (contact === null) {
        await steps.run(() => client.api.people.create({ accountId, ...fieldsOf(values) }), t('added', { name: values.name.trim() }));
        return;
      }
      const patch = patchOf(contact, values);
      if (Object.keys(patch).length > 0) {
        await steps.run(() => client.api.people.update({ positionId: contact.positionId, patch }), t('changed', { name: values.name.trim() }));
      }
    },
    onSuccess: onClose,
  });
  return (
    <form
      onSubmit={form.onSubmit((values) => save.mutate(values))}
      onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit(); }}
    >
      <Stack gap={12}>
        <TextInput label={t('field.name')} data-autofocus aria-required {...form.getInputProps('name')} />
        <SimpleGrid cols={2} spacing={12}>
          <TextInput label={t('field.title')} {...form.getInputProps('title')} />
          <TextInput label={t('field.department')} {...form.getInputProps('department')} />
        </SimpleGrid>
        <Select
          label={t('field.reportsTo')} clearable searchable nothingFoundMessage={t('nobodyFound')} clearButtonProps={{ 'aria-label': t('clear') }}
          data={possibleManagers(contacts, contact?.positionId ?? null).map(({ positionId, name, title }) => ({ value: positionId, label: title === null ? name : t('nameTitle', { name, title }) }))}
          {...form.getInputProps('reportsToId')}
        />
        <MultiSelect
          label={t('field.roles')} clearable clearButtonProps={{ 'aria-label': t('clear') }} data={buyingRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          {...form.getInputProps('buyingRoles')}
        />
        <SimpleGrid cols={2} spacing={12}>
          <TextInput label={t('field.phone')} {...form.getInputProps('phone')} />
          <TextInput label={t('field.mobile')} {...form.getInputProps('mobile')} />
          <TextInput label={t('field.email')} {...form.getInputProps('email')} />
          <TextInput label={t('field.wechat')} {...form.getInputProps('wechat')} />
        </SimpleGrid>
        <div>
          {birthday({ label: t('field.birthday'), value: form.values.birthday, onChange: (text) => form.setFieldValue('birthday', text) })}
          {form.errors['birthday'] && <Input.Error>{form.errors['birthday']}</Input.Error>}
        </div>
        <TextInput
          label={t('field.keepInTouchDays')} description={t('keepInTouchHint')} inputMode="numeric" maxLength={4} value={form.values.keepInTouchDays} error={form.errors['keepInTouchDays']}
          onChange={(event) => form.setFieldValue('keepInTouchDays', event.currentTarget.value.replaceAll(/\D/g, ''))}
        />
        {save.error && <DataError {...errorText(save.error)} />}
        {contact && <div><Button variant="subtle" px={0} onClick={() => onMerge(contact)}>{t('mergeWith')}</Button></div>}
        {contact && <EraseForGood contact={contact} onErased={onClose} />}
        <Group gap={8} className={styles.formActions}>
          {contact && <Button variant="subtle" leftSection={<Icon name="trash" size={14} />} onClick={() => onRemove(contact)}>{t('remove')}</Button>}
          <span className={styles.spacer} />
          <Button variant="subtle" onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="filled" loading={save.isPending} rightSection={<KeyHint keys={['Ctrl', 'Enter']} inherit />}>{t('save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
