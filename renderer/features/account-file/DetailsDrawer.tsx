import { ActionIcon, Button, Checkbox, Drawer, Group, Tooltip } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/domain/account/model.ts';
import { isIsoDate } from '#shared/kernel/dates.ts';
import { useDayWords } from '#renderer/client/use-day-words.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import type { AccountFileSlots } from './account-tabs.ts';
import { DetailInput } from './DetailInput.tsx';
import { useAccountWrites } from './use-account-writes.ts';
import { columnOf, detailFields, detailsPatch, detailsProblem, isDateField, type DetailField } from './view-model.ts';
import styles from './account-file.module.css';

interface DetailsDrawerProps {
  account: Account;
  opened: boolean;
  onClose: () => void;
  slots: Pick<AccountFileSlots, 'fieldHistory' | 'dayOfYear'>;
}

const valuesOf = (account: Account): Record<DetailField, string> => Object.fromEntries(detailFields.map((field) => [field, String(account[field] ?? '')])) as Record<DetailField, string>;

function DetailsForm({ account, onClose, slots }: Omit<DetailsDrawerProps, 'opened'>) {
  const { t } = useTranslation('account');
  const errorText = useErrorText();
  const dayWords = useDayWords();
  const { save, setKey } = useAccountWrites(account);
  const [shown, setShown] = useState<DetailField | null>(null);
  const wrongDay = (text: string): string | null => (text.trim() === '' || isIsoDate(text.trim()) ? null : dayWords.wrong);
  const form = useForm({
    initialValues: valuesOf(account),
    validate: (values) => {
      const problem = detailsProblem(values);
      const days = Object.fromEntries(detailFields.filter(isDateField).map((field) => [field, wrongDay(values[field])]));
      return problem ? { ...days, [problem]: t(`details.${problem}`) } : days;
    },
  });
  const patch = detailsPatch(account, form.values);
  const write = useMutation({ mutationFn: () => save(patch.name === null ? {} : { ...patch, name: patch.name ?? account.name }), onSuccess: onClose });
  const changed = Object.keys(patch).length > 0;
  return (
    <form
      onSubmit={form.onSubmit(() => (changed ? write.mutate() : onClose()))}
      onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit(); }}
    >
      <Checkbox mb={12} label={t('key.toggle')} checked={account.isKey} onChange={(event) => setKey(event.currentTarget.checked)} />
      <div className={styles.fields}>
        {detailFields.map((field) => (
          <div key={field} className={styles.field}>
            <DetailInput field={field} value={form.values[field]} error={form.errors[field]} words={dayWords} onChange={(value) => form.setFieldValue(field, value)} dayOfYear={slots.dayOfYear} />
            <Tooltip label={t('details.history', { field: t(`field.${field}`) })}>
              <ActionIcon
                aria-label={t('details.history', { field: t(`field.${field}`) })} aria-expanded={shown === field}
                onClick={() => setShown(shown === field ? null : field)}
              >
                <Icon name="history" size={15} />
              </ActionIcon>
            </Tooltip>
            {shown === field && <div className={styles.fieldHistory}>{slots.fieldHistory(account.id, columnOf(field))}</div>}
          </div>
        ))}
      </div>
      {write.error && <DataError {...errorText(write.error)} />}
      <Group justify="flex-end" gap={8} className={styles.formActions}>
        <Button variant="subtle" onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="filled" disabled={!changed} loading={write.isPending} rightSection={<KeyHint keys={['Ctrl', 'Enter']} inherit />}>{t('details.save')}</Button>
      </Group>
    </form>
  );
}

/** All fields of the account, each with its history. */
export function DetailsDrawer({ account, opened, onClose, slots }: DetailsDrawerProps) {
  const { t } = useTranslation('account');
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size={460} title={t('details.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <DetailsForm account={account} onClose={onClose} slots={slots} />
    </Drawer>
  );
}
