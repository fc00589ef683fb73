import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, themes, type Language } from '#shared/domain/book/model.ts';
import { useAppState } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSaveSettings } from '#renderer/client/use-save-settings.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { BookDetails } from './BookDetails.tsx';
import { DocumentLook } from './DocumentLook.tsx';
import { ReminderRows } from './ReminderRows.tsx';
import { SettingRow } from './SettingRow.tsx';
import classes from './settings.module.css';

const OWN_NAMES: Record<Language, string> = { en: 'English', 'zh-CN': '简体中文' };

interface SettingsPageProps {
  /** The working days, a feature of its own. */
  calendar: ReactNode;
  /** Templates of reviews, a feature of its own. */
  templates: ReactNode;
  /** The list of backups, a feature of its own. */
  backups: ReactNode;
}

/** Language and theme of this computer, the open book, its working days, the look of its documents, its templates, its backups. */
export function SettingsPage({ calendar, templates, backups }: SettingsPageProps) {
  const { t } = useTranslation('settings');
  const errorText = useErrorText();
  const { settings, version, host } = useAppState();
  const save = useSaveSettings();
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={classes['body']}>
        {save.error && <DataError {...errorText(save.error)} />}
        <section className={classes['section']}>
          <SectionHeading line>{t('look')}</SectionHeading>
          <SettingRow label={t('language')} hint={t('languageHint')}>
            <SegmentedControl
              aria-label={t('language')}
              value={settings.language}
              onChange={(value) => save.mutate({ language: languages.find((one) => one === value) ?? 'en' })}
              data={languages.map((value) => ({ value, label: <span lang={value}>{OWN_NAMES[value]}</span> }))}
            />
          </SettingRow>
          <SettingRow label={t('theme')} hint={t('themeHint')}>
            <SegmentedControl
              aria-label={t('theme')}
              value={settings.theme}
              onChange={(value) => save.mutate({ theme: themes.find((one) => one === value) ?? 'auto' })}
              data={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
            />
          </SettingRow>
        </section>
        <section className={classes['section']}>
          <SectionHeading line>{t('book')}</SectionHeading>
          <BookDetails />
        </section>
        <section className={classes['section']}>
          <SectionHeading line>{t('reminders.title')}</SectionHeading>
          <ReminderRows />
        </section>
        <section className={classes['section']}>
          <SectionHeading line>{t('calendar')}</SectionHeading>
          {calendar}
        </section>
        <section className={classes['section']}>
          <SectionHeading line>{t('looks.title')}</SectionHeading>
          <DocumentLook />
        </section>
        <section className={classes['section']}>
          <SectionHeading line>{t('templates')}</SectionHeading>
          {templates}
        </section>
        <section className={classes['section']}>
          <SectionHeading line>{t('backups')}</SectionHeading>
          <div className={classes['backups']}>{backups}</div>
        </section>
        <p className={classes['about']}>{t('about', { version, host: t(`host.${host}`, { defaultValue: host }) })}</p>
      </div>
    </>
  );
}
