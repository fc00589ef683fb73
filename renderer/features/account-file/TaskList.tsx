import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '#shared/domain/task/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { AddTask } from './AddTask.tsx';
import { useTaskWrites } from './use-task-writes.ts';
import styles from './account-file.module.css';

/** All next steps of the account, in the order they are due. */
export function TaskList({ accountId, tasks }: { accountId: string; tasks: readonly Task[] }) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const { add, finish } = useTaskWrites(accountId);
  const [adding, setAdding] = useState(false);
  return (
    <section>
      <SectionHeading line note={tasks.length > 0 ? format.number(tasks.length) : undefined}>{t('nextSteps')}</SectionHeading>
      <ul className={styles.list}>
        {tasks.map((task) => {
          const due = task.dueOn === null ? null : format.due(task.dueOn);
          return (
            <li key={task.id} className={styles.item}>
              <Checkbox radius="xl" checked={false} className={styles.itemCheck} aria-label={t('task.finish', { title: task.title })} onChange={() => finish(task)} />
              <div className={styles.itemText}>
                <div className={styles.clip} title={task.title}>{task.title}</div>
                {task.ownerName !== null && <small className={styles.clip}>{task.ownerName}</small>}
              </div>
              <span className={styles.itemDate} data-late={due?.late || undefined}>{due ? due.text : t('task.noDay')}</span>
            </li>
          );
        })}
      </ul>
      {adding ? <div className={styles.addBelow}><AddTask onAdd={add} onLeave={() => setAdding(false)} /></div> : (
        <Button size="xs" variant="subtle" mt={4} ml={-9} leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>{t('task.add')}</Button>
      )}
    </section>
  );
}
