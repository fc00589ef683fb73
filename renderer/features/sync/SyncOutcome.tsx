import { useTranslation } from 'react-i18next';
import type { SyncSummary } from '#shared/domain/sync/model.ts';
import { joinSentences } from '#renderer/client/join-sentences.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import classes from './sync.module.css';
import { outcomeLines } from './outcome-lines.ts';

/** What a sync has brought, and what it left unread and why. */
export function SyncOutcome({ summary }: { summary: SyncSummary }) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  return (
    <>
      <p>{joinSentences(outcomeLines(summary).map(({ key, count }) => t(`done.${key}`, { count, number: format.number(count) })), format.language)}</p>
      {summary.aside.length > 0 && (
        <ul className={classes['aside']} aria-label={t('aside.title')}>
          {summary.aside.map(({ file, reason }) => <li key={file}><span>{t(`aside.${reason}`)}</span><code className={classes['file']}>{file}</code></li>)}
        </ul>
      )}
      {summary.holding.length > 0 && (
        <ul className={classes['aside']} aria-label={t('holding')}>
          {summary.holding.map((file) => <li key={file}><code className={classes['file']}>{file}</code></li>)}
        </ul>
      )}
    </>
  );
}
