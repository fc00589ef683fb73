import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { saveFile } from '#renderer/client/save-file.ts';
import { useApi, useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import classes from './calendar.module.css';

/** The days of the book for other calendars: a file to save, and one that is kept up to date. */
export function CalendarFiles() {
  const { t } = useTranslation('calendar');
  const { api } = useClient();
  const calendar = useApi().calendar;
  const queries = useQueryClient();
  const format = useFormat();
  const errorText = useErrorText();
  const { say } = useSteps();
  const feed = useQuery(calendar.feed.queryOptions());
  const save = useMutation({
    mutationFn: () => api.calendar.file(),
    onSuccess: (file) => {
      saveFile(file);
      say(t('exported', { file: file.name }));
    },
  });
  const change = useMutation({
    mutationFn: (on: boolean) => api.calendar.setFeed({ on }),
    onSuccess: (state) => {
      queries.setQueryData(calendar.feed.queryKey(), state);
      say(t(state.on ? 'feedStarted' : 'feedStopped'));
    },
  });
  const failed = feed.error ?? save.error ?? change.error;
  return (
    <section className={classes['files']}>
      <div className={classes['head']}>
        <h3 className={classes['heading']}>{t('files')}</h3>
        <Button leftSection={<Icon name="export" size={15} />} loading={save.isPending} onClick={() => save.mutate()}>{t('export')}</Button>
      </div>
      <p className={classes['hint']}>{t('filesHint')}</p>
      {failed && <DataError {...errorText(failed)} />}
      <fieldset className={classes['row']}>
        <legend className={classes['label']}>{t('feed')}</legend>
        <Checkbox label={t('feedOn')} checked={feed.data?.on ?? false} disabled={!feed.data} onChange={(event) => change.mutate(event.currentTarget.checked)} />
      </fieldset>
      {feed.data?.on && (
        <>
          <p className={classes['path']}>{feed.data.path}</p>
          {feed.data.writtenAt !== null && <p className={classes['hint']}>{t('feedWritten', { when: format.instant(feed.data.writtenAt) })}</p>}
          <p className={classes['hint']}>{t('feedHow')}</p>
        </>
      )}
    </section>
  );
}
