import { useTranslation } from 'react-i18next';
import { Notice } from './Notice.tsx';

/** A newer version wrote this book: everything can be read, nothing written. */
export function ReadOnlyNotice() {
  const { t } = useTranslation('errors');
  return <Notice icon="lock" tone="watch"><b>{t('title.book-newer')}</b>{t('book-newer')}</Notice>;
}
