import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TimelineRow } from '#shared/contract/timeline.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { InteractionDetails } from './InteractionDetails.tsx';
import type { TimelinePanelProps } from './TimelinePanel.tsx';
import { iconOf } from './view-model.ts';
import styles from './timeline.module.css';

interface TimelineEntryProps {
  accountId: string;
  row: TimelineRow;
  day: string;
  opened: boolean;
  onToggle: () => void;
  renderOrder: TimelinePanelProps['renderOrder'];
}

/** One row: what, with whom, when; an interaction opens to its words, an order to its lines. */
export function TimelineEntry({ accountId, row, day, opened, onToggle, renderOrder }: TimelineEntryProps) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const icon = iconOf(row);
  const opens = row.kind !== 'task';
  const title = row.kind === 'order' ? (row.title === '' ? t('order') : t('orderNo', { no: row.title })) : row.title;
  const facts = [
    ...row.people,
    row.kind === 'order' && row.lines !== null ? t('lines', { count: row.lines, shown: format.number(row.lines) }) : '',
    row.kind === 'task' && row.state === 'done' ? t('taskDone') : '',
  ].filter((fact) => fact !== '');
  const due = row.kind === 'task' && row.state === 'open' ? format.due(day) : null;
  // The day stands at the end of the row; only what it does not say is said here.
  const dueText = due && (due.text === format.day(day) ? t('taskToDo') : t(due.late ? 'taskLate' : 'taskOpen', { due: due.text }));
  return (
    <div className={styles.entry} data-opened={opened || undefined}>
      <UnstyledButton className={styles.head} aria-expanded={opens ? opened : undefined} data-opens={opens || undefined} onClick={() => opens && onToggle()}>
        <Icon name={icon} size={16} className={styles.icon} label={t(`kind.${icon}`)} />
        <span className={styles.text}>
          <span className={styles.title} title={title}>{title}</span>
          {(facts.length > 0 || due) && (
            <small className={styles.facts}>
              {due && <span data-late={due.late || undefined}>{dueText}{facts.length > 0 && t('join')}</span>}
              {facts.join(t('join'))}
            </small>
          )}
        </span>
        {row.amount !== null && <span className={styles.amount}>{format.moneyExact(row.amount, row.currency ?? undefined)}</span>}
        <span className={styles.when} title={row.kind === 'order' ? format.dayFull(day) : format.instant(row.at)}>{format.day(day)}</span>
        <span className={styles.chevron}>{opens && <Icon name={opened ? 'chevronUp' : 'chevronDown'} size={14} />}</span>
      </UnstyledButton>
      {opened && (
        <div className={styles.details}>
          {row.kind === 'interaction' ? <InteractionDetails id={row.id} title={row.title} /> : renderOrder({ accountId, orderId: row.id, day })}
        </div>
      )}
    </div>
  );
}
