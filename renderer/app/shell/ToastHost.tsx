import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { undoStore } from '#renderer/client/undo-store.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { ToastRegion } from '#renderer/ui/ToastRegion.tsx';
import { UndoToast } from '#renderer/ui/UndoToast.tsx';

/** Draws what `useSteps` says. */
export function ToastHost() {
  const { t } = useTranslation();
  const said = useSyncExternalStore(undoStore.subscribe, undoStore.read, undoStore.read);
  const { undo } = useSteps();
  const id = said?.id;
  const done = useCallback(() => undoStore.hide(id), [id]);
  const stepNo = said?.stepNo ?? null;
  return (
    <ToastRegion label={t('toast.region')}>
      {said && (
        <UndoToast
          key={said.id}
          text={said.text}
          busy={said.busy}
          undo={stepNo === null ? undefined : { label: t('undo'), onClick: () => void undo(stepNo) }}
          onDone={done}
        />
      )}
    </ToastRegion>
  );
}
