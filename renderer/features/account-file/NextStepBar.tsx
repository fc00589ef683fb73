import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '#shared/domain/task/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { AddTask } from './AddTask.tsx';
import { useTaskWrites } from './use-task-writes.ts';
import styles from './account-file.module.css';

interface NextStepBarProps {
  accountId: string;
  /** Open ones in the order they are due. */
  tasks: readonly Task[];
}

/** What happens next with this account; in view on every tab. */
export function NextStepBar({ accountId, tasks }: NextStepBarProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const { add, finish } = useTaskWrites(accountId);
  const [adding, setAdding] = useState(false);
  const [next, then] = tasks;
  const due = next?.dueOn ? format.due(next.dueOn) : null;

  if (adding) return <div className={styles.nextStep}><AddTask onAdd={add} onLeave={() => setAdding(false)} /></div>;
  return (
    <section className={styles.nextStep} aria-label={t('nextStep')}>
      {next ? (
        <>
          <Checkbox radius="xl" checked={false} aria-label={t('task.finish', { title: next.title })} onChange={() => finish(next)} />
          <b className={styles.nextStepLabel}>{t('nextStep')}</b>
          <span className={styles.clip} title={next.title}>{next.title}</span>
          {due && next.dueOn && <span className={styles.due} data-late={due.late || undefined} title={format.dayFull(next.dueOn)}>{due.text}</span>}
          <span className={styles.spacer} />
          {then && <span className={styles.then}>{then.dueOn ? t('thenOn', { title: then.title, date: format.day(then.dueOn) }) : t('then', { title: then.title })}</span>}
          <Button size="xs" onClick={() => finish(next)}>{t('task.markDone')}</Button>
          <Button size="xs" leftSection={<Icon name="plus" size={13} />} onClick={() => setAdding(true)}>{t('task.addShort')}</Button>
        </>
      ) : (
        <Button size="xs" variant="subtle" leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>{t('task.add')}</Button>
      )}
    </section>
  );
}
