import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undoStore } from '#renderer/client/undo-store.ts';
import { useApi, useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useStepText } from '#renderer/client/use-step-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import classes from './import.module.css';
import { RevertParts } from './RevertParts.tsx';

/** Shows what taking an import back reverts and what it keeps, then does it as one step. @param stepNo null while closed */
export function RevertDialog({ stepNo, onClose }: { stepNo: number | null; onClose: () => void }) {
  const { t } = useTranslation('import');
  const client = useClient();
  const format = useFormat();
  const stepText = useStepText();
  const errorText = useErrorText();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const preview = useQuery(useApi().history.preview.queryOptions({ input: { no: stepNo ?? 0 }, enabled: stepNo !== null, gcTime: 0 }));
  const error = failure ?? preview.error;
  const words = error ? errorText(error) : null;

  const close = (): void => {
    setFailure(null);
    onClose();
  };
  const revert = async (): Promise<void> => {
    if (stepNo === null) return;
    setBusy(true);
    setFailure(null);
    try {
      const { step, undone, keptCount } = await client.api.history.undo({ no: stepNo });
      const what = undone ? stepText(undone) : '';
      undoStore.show(keptCount > 0 ? t('revert.donePartly', { what, count: keptCount, number: format.number(keptCount) }) : t('revert.done', { what }), step.no);
      close();
    } catch (reason) {
      setFailure(reason);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal opened={stepNo !== null} onClose={close} title={t('revert.title')} size={560} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={classes['revert']}>
        {preview.data && <RevertParts preview={preview.data} />}
        {!preview.data && !error && <SkeletonRows rows={4} label={t('revert.loading')} />}
        {words && <DataError title={words.title} text={words.text} where={words.where} />}
        <div className={classes['dialogActions']}>
          <Button variant="subtle" c="var(--bl-text2)" onClick={close}>{t('cancel')}</Button>
          <Button variant="filled" data-autofocus loading={busy} disabled={!preview.data || preview.data.revertCount === 0} onClick={() => void revert()}>{t('revert.do')}</Button>
        </div>
      </div>
    </Modal>
  );
}
