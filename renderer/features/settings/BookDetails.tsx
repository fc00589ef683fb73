import { useTranslation } from 'react-i18next';
import { useBook } from '#renderer/client/use-app-state.ts';
import { SettingRow } from './SettingRow.tsx';
import classes from './settings.module.css';

/** What the open book says of itself. */
export function BookDetails() {
  const { t, i18n } = useTranslation('settings');
  const book = useBook();
  const currency = new Intl.DisplayNames(i18n.language, { type: 'currency' }).of(book.currency);
  const health = book.healthy === null ? t('health.running') : book.healthy ? t('health.good') : t('health.damaged');
  return (
    <>
      <SettingRow label={t('bookTitle')}>{book.title}</SettingRow>
      <SettingRow label={t('owner')}>{book.me?.name ?? t('unknown')}</SettingRow>
      <SettingRow label={t('currency')} hint={t('currencyHint')}>{book.currency} {currency}</SettingRow>
      <SettingRow label={t('timeZone')} hint={t('timeZoneHint')}>{book.timeZone}</SettingRow>
      <SettingRow label={t('path')}><span className={classes['path']}>{book.path}</span></SettingRow>
      <SettingRow label={t('check')}>{health}</SettingRow>
    </>
  );
}
