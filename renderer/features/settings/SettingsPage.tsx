import { SegmentedControl } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, themes, type Language } from '#shared/domain/book/model.ts';
import { useAppState } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSaveSettings } from '#renderer/client/use-save-settings.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { PageOutline } from '#renderer/ui/PageOutline.tsx';
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

/** Where the first section begins under the page's header, in pixels. */
const TOP = 64;

/** Language and theme of this computer, the open book, its working days, the look of its documents, its templates, its backups. */
export function SettingsPage({ calendar, templates, backups }: SettingsPageProps) {
  const { t } = useTranslation('settings');
  const errorText = useErrorText();
  const { settings, version, host } = useAppState();
  const save = useSaveSettings();
  const scrollHost = useRef<HTMLDivElement>(null);
  const looks = (
    <>
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
    </>
  );
  const sections = [
    { id: 'settings-look', title: t('look'), content: looks },
    { id: 'settings-book', title: t('book'), content: <BookDetails /> },
    { id: 'settings-reminders', title: t('reminders.title'), content: <ReminderRows /> },
    { id: 'settings-calendar', title: t('calendar'), content: calendar },
    { id: 'settings-documents', title: t('looks.title'), content: <DocumentLook /> },
    { id: 'settings-templates', title: t('templates'), content: templates },
    { id: 'settings-backups', title: t('backups'), content: <div className={classes['backups']}>{backups}</div> },
  ];
  return (
    <div className={classes['page']}>
      <PageHeader title={t('title')} />
      <div ref={scrollHost} className={classes['scroll']}>
        <div className={classes['outline']}><PageOutline label={t('outline')} sections={sections} scrollHost={scrollHost} offset={TOP} /></div>
        <div className={classes['body']}>
          {save.error && <DataError {...errorText(save.error)} />}
          {sections.map(({ id, title, content }) => (
            <section key={id} id={id} tabIndex={-1} className={classes['section']}>
              <SectionHeading line>{title}</SectionHeading>
              {content}
            </section>
          ))}
          <p className={classes['about']}>{t('about', { version, host: t(`host.${host}`, { defaultValue: host }) })}</p>
        </div>
      </div>
    </div>
  );
}
