import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';

/** A book without accounts: what will be here, and the two ways to begin. */
export function EmptyBook({ onImport, onNew }: { onImport: () => void; onNew: () => void }) {
  const { t } = useTranslation('accounts');
  return (
    <EmptyState
      icon="accounts" text={t('empty.book')}
      action={(
        <Group gap={8}>
          <Button leftSection={<Icon name="import" size={15} />} onClick={onImport}>{t('import')}</Button>
          <Button leftSection={<Icon name="plus" size={15} />} onClick={onNew}>{t('newAccount')}</Button>
        </Group>
      )}
    />
  );
}
