import { useTranslation } from 'react-i18next';
import { jobsStore, type Job } from '#renderer/client/jobs-store.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useJobs } from '#renderer/client/use-jobs.ts';
import { ProgressCard } from '#renderer/ui/ProgressCard.tsx';
import classes from './JobCards.module.css';

/** Cards of all long work that runs, at the bottom left of the page. */
export function JobCards() {
  const { t } = useTranslation();
  const format = useFormat();
  const jobs = useJobs();
  if (jobs.length === 0) return null;
  const count = (job: Job): string => (job.total === null
    ? t('progress.running', { done: format.number(job.done) })
    : t('progress.counted', { done: format.number(job.done), total: format.number(job.total) }));
  return (
    <div className={classes['cards']}>
      {jobs.map((job) => (
        <ProgressCard
          key={job.id}
          verb={job.verb}
          fraction={job.fraction}
          count={count(job)}
          rate={job.rate === null ? null : t('progress.rate', { rate: format.number(job.rate) })}
          cancel={{ label: job.cancelling ? t('progress.cancelling') : t('cancel'), onClick: () => jobsStore.cancel(job.id), busy: job.cancelling }}
        />
      ))}
    </div>
  );
}
