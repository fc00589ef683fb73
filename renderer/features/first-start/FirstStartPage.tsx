import { SegmentedControl, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '#shared/domain/book/model.ts';
import { useAppState } from '#renderer/client/use-app-state.ts';
import { useSaveSettings } from '#renderer/client/use-save-settings.ts';
import { BrandMark } from '#renderer/ui/BrandMark.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import classes from './first-start.module.css';

const OWN_NAMES: Record<Language, string> = { en: 'English', 'zh-CN': '简体中文' };

export interface FirstStartPageProps {
  /** The form that makes a book. */
  create: ReactNode;
  /** The list and form that open one. */
  open: ReactNode;
  /** What makes a sample. */
  sample: ReactNode;
}

/** What stands while no book is open: make one, open one, or look around in a sample. */
export function FirstStartPage({ create, open, sample }: FirstStartPageProps) {
  const { t } = useTranslation('app');
  const { settings, recent } = useAppState();
  const save = useSaveSettings();
  const isFirst = recent.length === 0;
  const newBook = (
    <section key="new" className={classes['part']} aria-labelledby="new-book">
      <SectionHeading id="new-book">{t('firstStart.new')}</SectionHeading>
      <p className={classes['hint']}>{t('firstStart.newHint')}</p>
      {create}
    </section>
  );
  const openBook = (
    <div key="open" className={classes['stack']}>
      <section className={classes['part']} aria-labelledby="open-book">
        <SectionHeading id="open-book">{t('firstStart.open')}</SectionHeading>
        <p className={classes['hint']}>{t('firstStart.openHint')}</p>
        {open}
      </section>
      <section className={classes['part']} aria-labelledby="sample-book">
        <SectionHeading id="sample-book">{t('firstStart.sample')}</SectionHeading>
        <p className={classes['hint']}>{t('firstStart.sampleHint')}</p>
        {sample}
      </section>
    </div>
  );
  return (
    <main className={classes['page']}>
      <div className={classes['sheet']}>
        <header className={classes['head']}>
          <BrandMark size={36} />
          <div className={classes['words']}>
            <Title order={1}>{t('firstStart.title')}</Title>
            <p className={classes['hint']}>{t('firstStart.text')}</p>
          </div>
          <SegmentedControl
            aria-label={t('firstStart.language')}
            value={settings.language}
            onChange={(value) => save.mutate({ language: value === 'zh-CN' ? 'zh-CN' : 'en' })}
            data={languages.map((value) => ({ value, label: <span lang={value}>{OWN_NAMES[value]}</span> }))}
          />
        </header>
        <div className={classes['parts']}>{isFirst ? [newBook, openBook] : [openBook, newBook]}</div>
      </div>
    </main>
  );
}
