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
import { LeftOutActions } from './LeftOutActions.tsx';
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
  const read = summary?.rowsRead ?? 0;
  const taken = read - (summary?.rowsRejected ?? 0);
  const stopped = file.stage === 'stopped';
  const variant = stopped ? 'default' : 'filled';

  return (
    <section className={classes['stage']}>
      <SectionHeading note={t('preview.note', { count: read, number: format.number(read) })}>{t(stopped ? 'done.stopped' : 'done.title', { file: file.name })}</SectionHeading>
      {stopped && (
        <div>
          {!reverted && <p>{stepNo === null ? t('done.stoppedEmpty') : t('done.stoppedNote', { count: taken, number: format.number(taken) })}</p>}
          <p>{t('done.goOn')}</p>
        </div>
      )}
      {summary && (!stopped || read > 0) && <OutcomeTable summary={summary} />}
      {summary?.leftOut != null && !reverted && (
        <div className={classes['offer']}>
          <span>{t('leftOut.kept', { count: summary.rowsRejected + summary.rowsIncomplete, number: format.number(summary.rowsRejected + summary.rowsIncomplete) })}</span>
          <LeftOutActions id={summary.leftOut} file={file.name} rows={summary.rowsRejected + summary.rowsIncomplete} />
        </div>
      )}
      {reverted && <p role="status">{t('done.reverted')}</p>}
      {/* Of rows that were never read it cannot be said that none was left out. */}
      {summary && (!stopped || summary.rowsRejected > 0) && <ProblemList summary={summary} />}
      <div className={classes['actions']}>
        {stopped && <Button variant="filled" onClick={() => importSession.back(file.id)}>{t('done.again')}</Button>}
        {left > 0
          ? <Button variant={variant} onClick={importSession.next}>{t('done.next', { count: left })}</Button>
          : onDone && <Button variant={variant} onClick={() => { importSession.next(); onDone(); }}>{t('done.accounts')}</Button>}
        {stepNo !== null && !reverted && <Button onClick={() => setReverting(true)}>{t('revert.open')}</Button>}
        {left === 0 && <Button variant="subtle" onClick={importSession.next}>{t('done.clear')}</Button>}
      </div>
      {left === 0 && <DropArea main={onDone === undefined} />}
      {stepNo !== null && <RevertDialog stepNo={reverting ? stepNo : null} onClose={() => setReverting(false)} />}
    </section>
  );
}
