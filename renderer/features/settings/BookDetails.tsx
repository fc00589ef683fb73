import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBook } from '#renderer/client/use-app-state.ts';
import { currencyChoices, zoneChoices } from '#renderer/ui/locale-choices.ts';
import { ChoiceInput } from './ChoiceInput.tsx';
import { SettingRow } from './SettingRow.tsx';
import { TitleInput } from './TitleInput.tsx';
import classes from './settings.module.css';

/** What the open book says of itself; title, currency and time zone can be changed. */
export function BookDetails() {
  const { t, i18n } = useTranslation('settings');
  const book = useBook();
  const currencies = useMemo(() => currencyChoices(i18n.language, book.currency), [i18n.language, book.currency]);
  const zones = useMemo(() => zoneChoices(book.timeZone), [book.timeZone]);
  const health = book.healthy === null ? t('health.running') : book.healthy ? t('health.good') : t('health.damaged');
  return (
    <>
      <SettingRow label={t('bookTitle')}><TitleInput /></SettingRow>
      <SettingRow label={t('owner')}>{book.me?.name ?? t('unknown')}</SettingRow>
      <SettingRow label={t('currency')} hint={t('currencyHint')}><ChoiceInput field="currency" data={currencies} /></SettingRow>
      <SettingRow label={t('timeZone')} hint={t('timeZoneHint')}><ChoiceInput field="timeZone" data={zones} /></SettingRow>
      <SettingRow label={t('path')}><span className={classes['path']}>{book.path}</span></SettingRow>
      <SettingRow label={t('check')}>{health}</SettingRow>
    </>
  );
}
