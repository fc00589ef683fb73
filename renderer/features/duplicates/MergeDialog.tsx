import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import type { RecordKind } from '#shared/domain/duplicates/model.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useSides } from './api.ts';
import { MergeForm } from './MergeForm.tsx';

interface MergeDialogProps {
  kind: RecordKind;
  /** Null while closed. */
  pair: { first: Pick<DuplicatePair['first'], 'id'>; second: Pick<DuplicatePair['first'], 'id'> } | null;
  onClose: () => void;
  onMerged?: (survivorId: string) => void;
}

function Sides({ kind, pair, onClose, onMerged }: MergeDialogProps & { pair: NonNullable<MergeDialogProps['pair']> }) {
  const { t } = useTranslation('duplicates');
  const errorText = useErrorText();
  const { data, error } = useSides(kind, pair.first.id, pair.second.id);
  if (data) return <MergeForm kind={kind} first={data.first} second={data.second} onClose={onClose} onMerged={onMerged} />;
  return error ? <DataError {...errorText(error)} /> : <SkeletonRows rows={6} height={32} label={t('loading')} />;
}

/** Two records side by side, to be made one. */
export function MergeDialog({ kind, pair, onClose, onMerged }: MergeDialogProps) {
  const { t } = useTranslation('duplicates');
  return (
    <Modal opened={pair !== null} onClose={onClose} size={820} title={t(`mergeTitle.${kind}`)} closeButtonProps={{ 'aria-label': t('close') }}>
      {pair && <Sides kind={kind} pair={pair} onClose={onClose} {...(onMerged ? { onMerged } : {})} />}
    </Modal>
  );
}
