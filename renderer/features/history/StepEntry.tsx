import { Button, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step } from '#shared/domain/history/model.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useStepText } from '#renderer/client/use-step-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useStepChanges } from './api.ts';
import { ChangeList } from './ChangeList.tsx';
import { canUndo } from './view-model.ts';
import styles from './history.module.css';

interface StepEntryProps {
  accountId: string;
  step: Step;
  opened: boolean;
  onToggle: () => void;
  onUndo: () => void;
}

const icons = { user: 'pencil', import: 'import', job: 'clock', undo: 'undo', redo: 'redo', external: 'warning', merge: 'link' } as const;

function StepChanges({ accountId, step }: { accountId: string; step: Step }) {
  const { t } = useTranslation('history-view');
  const errorText = useErrorText();
  const { data, error } = useStepChanges(step.no);
  if (error) return <DataError {...errorText(error)} />;
  return data ? <ChangeList accountId={accountId} changes={data} count={Math.max(step.changes, data.length)} /> : <SkeletonRows rows={2} height={24} label={t('loading')} />;
}

/** One step: what, who, when; opens to what it changed. */
export function StepEntry({ accountId, step, opened, onToggle, onUndo }: StepEntryProps) {
  const { t } = useTranslation('history-view');
  const format = useFormat();
  const stepText = useStepText();
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <UnstyledButton className={styles.head} aria-expanded={opened} onClick={onToggle}>
          <Icon name={icons[step.kind]} size={15} className={styles.icon} />
          <span className={styles.text}>
            <span className={styles.title} data-undone={!canUndo(step) || undefined}>{stepText(step)}</span>
            <small className={styles.meta}>
              {[step.actor ?? t('nobody'), t('changes', { count: step.changes, shown: format.number(step.changes) }), canUndo(step) ? '' : t('undone')].filter(Boolean).join(t('metaJoin'))}
            </small>
          </span>
          <span className={styles.when}>{format.instant(step.at)}</span>
          <Icon name={opened ? 'chevronUp' : 'chevronDown'} size={14} className={styles.icon} />
        </UnstyledButton>
        <Button size="xs" variant="subtle" className={styles.undo} disabled={!canUndo(step)} leftSection={<Icon name="undo" size={14} />} aria-label={t('undoStep', { what: stepText(step) })} onClick={onUndo}>{t('undo')}</Button>
      </div>
      {opened && <div className={styles.opened}><StepChanges accountId={accountId} step={step} /></div>}
    </li>
  );
}
