import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '#shared/domain/import/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { importSession, type ImportFile } from './import-session.ts';
import classes from './import.module.css';
import { DoubtfulList } from './DoubtfulList.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { ProblemList } from './ProblemList.tsx';
import { useCheckImport, useRunImport } from './use-run-import.ts';
import { changesAnything, strangers } from './view-model.ts';

/** What the import would do, tried without writing anything. */
export function PreviewView({ file, preview, error }: { file: ImportFile; preview: ImportSummary; error: ReactNode }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const run = useRunImport();
  const check = useCheckImport();
  const unknown = strangers(preview);
  const stale = file.choices !== file.checked;
  const taken = preview.rowsRead - preview.rowsRejected;
  return (
    <section className={classes['stage']}>
      <SectionHeading
        note={[t('preview.note', { count: preview.rowsRead, number: format.number(preview.rowsRead) }),
          ...(preview.rowsSkipped > 0 ? [t('preview.skipped', { count: preview.rowsSkipped, number: format.number(preview.rowsSkipped) })] : [])].join(t('listJoin'))}
      >
        {t('preview.title', { file: file.name })}
      </SectionHeading>
      {changesAnything(preview) ? <OutcomeTable summary={preview} /> : <p>{t(taken === 0 ? 'preview.nothingTaken' : 'preview.nothingNew')}</p>}
      {preview.doubtful.length > 0 && <DoubtfulList file={file} names={preview.doubtful} />}
      {unknown > 0 && !file.choices.createAccounts && Object.hasOwn(file.mapping, 'accountName') && (
        <div className={classes['offer']}>
          <span>{t('create.text', { count: unknown })}</span>
          <Button
            size="xs"
            onClick={() => {
              importSession.setChoices(file.id, { createAccounts: true });
              void check({ ...file, choices: { ...file.choices, createAccounts: true } });
            }}
          >
            {t('create.do')}
          </Button>
        </div>
      )}
      <ProblemList summary={preview} />
      {error}
      <div className={classes['actions']}>
        {stale
          ? <Button variant="filled" onClick={() => void check(file)}>{t('doubtful.again')}</Button>
          : <Button variant="filled" disabled={!changesAnything(preview)} onClick={() => void run(file)}>{t('preview.run', { count: taken, number: format.number(taken) })}</Button>}
        <Button onClick={() => importSession.back(file.id)}>{t('preview.back')}</Button>
      </div>
    </section>
  );
}
