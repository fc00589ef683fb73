import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { NewBookForm } from '#renderer/features/book/NewBookForm.tsx';
import { OpenBookForm } from '#renderer/features/book/OpenBookForm.tsx';
import { dialogStore } from '../dialog-store.ts';
import { KeysDialog } from './KeysDialog.tsx';

const LogInteractionDialog = lazy(() => import('#renderer/features/log-interaction/LogInteractionDialog.tsx').then((module) => ({ default: module.LogInteractionDialog })));
const ReviewDialog = lazy(() => import('#renderer/features/review/ReviewDialog.tsx').then((module) => ({ default: module.ReviewDialog })));

const MergeWithDialog = lazy(() => import('#renderer/features/duplicates/MergeWithDialog.tsx').then((module) => ({ default: module.MergeWithDialog })));

const close = (): void => dialogStore.set(null);

/** The dialogs that can be opened from anywhere; one at a time. */
export function ShellDialogs() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const openFile = (accountId: string, tab: string): void => {
    close();
    void navigate({ to: '/accounts/$accountId/$tab', params: { accountId, tab } });
  };
  const dialog = useSyncExternalStore(dialogStore.subscribe, dialogStore.read);
  return (
    <>
      <Suspense fallback={null}>
        {dialog?.kind === 'log' && (
          <LogInteractionDialog opened onClose={close} accountId={dialog.accountId} person={dialog.person} />
        )}
        {dialog?.kind === 'review' && (
          <ReviewDialog
            opened onClose={close} accountId={dialog.accountId}
            onCreated={(reviewId) => {
              close();
              void navigate({ to: '/accounts/$accountId/reviews/$reviewId', params: { accountId: dialog.accountId, reviewId } });
            }}
          />
        )}
        {dialog?.kind === 'merge' && (
          <MergeWithDialog accountId={dialog.accountId} person={dialog.person} onClose={close} onMerged={(id) => { if (!dialog.person) openFile(id, 'overview'); }} onHistory={(id) => openFile(id, 'history')} />
        )}
      </Suspense>
      <KeysDialog opened={dialog?.kind === 'keys'} onClose={close} />
      <Modal opened={dialog?.kind === 'new-book'} onClose={close} title={t('firstStart.new')} size={460} closeButtonProps={{ 'aria-label': t('close') }}>
        <NewBookForm onDone={close} />
      </Modal>
      <Modal opened={dialog?.kind === 'open-book'} onClose={close} title={t('firstStart.open')} size={520} closeButtonProps={{ 'aria-label': t('close') }}>
        <OpenBookForm onDone={close} />
      </Modal>
    </>
  );
}
