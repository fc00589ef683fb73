import { useTranslation } from 'react-i18next';
import { Notice } from './Notice.tsx';
import { RestoreNewest } from './RestoreNewest.tsx';

/** The check in the background found damage in the open book. */
export function DamageNotice({ path }: { path: string }) {
  const { t } = useTranslation('errors');
  return <Notice icon="warning" tone="risk" actions={<RestoreNewest path={path} />}><b>{t('title.book-damaged')}</b>{t('book-damaged')}</Notice>;
}
