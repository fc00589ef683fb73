import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step } from '#shared/domain/history/model.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useStepText } from '#renderer/client/use-step-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useUndoPreview } from './api.ts';
import { ChangeList } from './ChangeList.tsx';
import styles from './history.module.css';

interface UndoPreviewDialogProps {
  accountId: string;
  /** Null while closed. */
  step: Step | null;
  onClose: () => void;
}

function Preview({ accountId, step, onClose }: UndoPreviewDialogProps & { step: Step }) {
  const { t } = useTranslation('history-view');
  const format = useFormat();
  const stepText = useStepText();
  const errorText = useErrorText();
  const steps = useSteps();
  const { data, error } = useUndoPreview(step.no);
  return (
    <div className={styles.preview}>
      <p className={styles.what}>{t('step', { what: stepText(step), who: step.actor ?? t('nobody'), when: format.instant(step.at) })}</p>
      {error && <DataError {...errorText(error)} />}
      {!data && !error && <SkeletonRows rows={4} label={t('loading')} />}
      {data && (
        <div className={styles.scroll}>
          <SectionHeading line note={format.number(data.revertCount)}>{t('reverts')}</SectionHeading>
          {data.revertCount === 0 ? <p className={styles.none}>{t('revertsNothing')}</p> : <ChangeList accountId={accountId} changes={data.reverts} count={data.revertCount} />}
          {data.keptCount > 0 && (
            <>
              <SectionHeading line note={format.number(data.keptCount)}>{t('keeps')}</SectionHeading>
              <ChangeList accountId={accountId} changes={data.kept} count={data.keptCount} />
            </>
          )}
        </div>
      )}
      <Group justify="flex-end" gap={8}>
        <Button variant="subtle" onClick={onClose}>{t('cancel')}</Button>
        <Button variant="filled" disabled={!data || data.revertCount === 0} onClick={() => { onClose(); void steps.undo(step.no); }}>{t('undo')}</Button>
      </Group>
    </div>
  );
}

/** What undoing an older step would take back, and what it would keep because it was changed since. */
export function UndoPreviewDialog({ accountId, step, onClose }: UndoPreviewDialogProps) {
  const { t } = useTranslation('history-view');
  return (
    <Modal opened={step !== null} onClose={onClose} size={640} title={t('undoTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      {step && <Preview accountId={accountId} step={step} onClose={onClose} />}
    </Modal>
  );
}
