import { Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { useChoosePlace } from '#renderer/client/use-choose-place.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import classes from './sync.module.css';
import { SyncOutcome } from './SyncOutcome.tsx';
import { useRunSync } from './use-run-sync.ts';

/** Exchanges the book's changes with those in a folder. */
export function SyncCard() {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const errorText = useErrorText();
  const { data } = useQuery(useApi().sync.status.queryOptions());
  const [typed, setTyped] = useState<string | null>(null);
  const { running, progress, summary, brokenOff, error, start, cancel } = useRunSync();
  const choose = useChoosePlace('folder', setTyped);
  const folder = (typed ?? data?.folder ?? '').trim();
  return (
    <section className={classes['card']}>
      <SectionHeading line note={data && data.syncedAt !== null ? t('last', { when: format.ago(data.syncedAt) }) : undefined}>{t('title')}</SectionHeading>
      <p className={classes['note']}>{t('note')}</p>
      <form onSubmit={(event) => { event.preventDefault(); start(folder); }}>
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput label={t('folder')} placeholder={t('folderHint')} value={typed ?? data?.folder ?? ''} onChange={(event) => setTyped(event.currentTarget.value)} className={classes['folder'] ?? ''} spellCheck={false} disabled={running} />
          {choose && <Button onClick={choose} disabled={running}>{t('choose')}</Button>}
          {running ? <Button onClick={cancel}>{t('cancel')}</Button> : <Button type="submit" disabled={folder === ''}>{t('run')}</Button>}
        </Group>
      </form>
      <div role="status" className={classes['said']}>
        {running && <p>{progress ? t(`progress.${progress.phase}`, { number: format.number(progress.changes) }) : t('running')}</p>}
        {summary && <SyncOutcome summary={summary} />}
        {brokenOff && <p>{t('brokenOff')}</p>}
      </div>
      {error !== null && <DataError {...errorText(error)} />}
    </section>
  );
}
