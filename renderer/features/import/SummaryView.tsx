import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { DropArea } from './DropArea.tsx';
import { importSession, type ImportFile } from './import-session.ts';
import classes from './import.module.css';
import { OutcomeTable } from './OutcomeTable.tsx';
import { ProblemList } from './ProblemList.tsx';
import { RevertDialog } from './RevertDialog.tsx';

interface SummaryViewProps {
  file: ImportFile;
  left: number;
  onDone: (() => void) | undefined;
}

/** What an import did, what it left out, and the way back. */
export function SummaryView({ file, left, onDone }: SummaryViewProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const [reverting, setReverting] = useState(false);
  const { summary } = file;
  const stepNo = summary?.stepNo ?? null;
  // Whether it was reverted meanwhile, here or in the history.
  const { data: recent = [] } = useQuery(useApi().history.steps.queryOptions({ input: { before: null, limit: 200 }, enabled: stepNo !== null }));
  const reverted = recent.some((step) => step.no === stepNo && step.undoneBy !== null);
  const read = summary?.rowsRead ?? file.stoppedAt ?? 0;
  const stopped = file.stage === 'stopped';

  return (
    <section className={classes['stage']}>
      <SectionHeading note={t('preview.note', { count: read, number: format.number(read) })}>{t(stopped ? 'done.stopped' : 'done.title', { file: file.name })}</SectionHeading>
      {stopped && <p>{t('done.stoppedNote')}</p>}
      {summary && <OutcomeTable summary={summary} />}
      {reverted && <p role="status">{t('done.reverted')}</p>}
      {summary && <ProblemList summary={summary} />}
      <div className={classes['actions']}>
        {left > 0
          ? <Button variant="filled" onClick={importSession.next}>{t('done.next', { count: left })}</Button>
          : onDone && <Button variant="filled" onClick={() => { importSession.next(); onDone(); }}>{t('done.accounts')}</Button>}
        {stepNo !== null && !reverted && <Button onClick={() => setReverting(true)}>{t('revert.open')}</Button>}
        {left === 0 && <Button variant="subtle" onClick={importSession.next}>{t('done.clear')}</Button>}
      </div>
      {left === 0 && <DropArea main={onDone === undefined} />}
      {stepNo !== null && <RevertDialog stepNo={reverting ? stepNo : null} onClose={() => setReverting(false)} />}
    </section>
  );
}
