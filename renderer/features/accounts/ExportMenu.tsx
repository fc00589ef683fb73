import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/ui/Icon.tsx';

/** The two formats a list can be taken away in. */
export function ExportMenu({ label, small = false, onExport }: { label: string; small?: boolean; onExport: (format: 'csv' | 'xlsx') => void }) {
  const { t } = useTranslation('accounts');
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button size={small ? 'xs' : 'sm'} leftSection={<Icon name="export" size={15} />}>{label}</Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onExport('xlsx')}>{t('export.xlsx')}</Menu.Item>
        <Menu.Item onClick={() => onExport('csv')}>{t('export.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
