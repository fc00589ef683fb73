import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

/** Stands where an address leads to no screen, such as one of a newer version. */
export function NoSuchPage() {
  const { t } = useTranslation('app');
  return <EmptyState icon="search" text={t('noPage.text')} action={<Button component="a" href="#/today">{t('noPage.today')}</Button>} />;
}
