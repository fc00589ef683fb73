import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergeSide } from '#shared/contract/duplicates.ts';
import type { RecordKind } from '#shared/domain/duplicates/model.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import classes from './duplicates.module.css';
import { FieldTable } from './FieldTable.tsx';
import { MovesLine } from './MovesLine.tsx';
import { useMergeWrites } from './use-merge-writes.ts';
import { fieldRows, likelySurvivor, otherSide, valuesOf, type SideName } from './view-model.ts';

interface MergeFormProps {
  kind: RecordKind;
  first: MergeSide;
  second: MergeSide;
  onClose: () => void;
  onMerged?: ((survivorId: string) => void) | undefined;
}

/** Which of the two stays, what it says from then on, and what moves to it. */
export function MergeForm({ kind, first, second, onClose, onMerged }: MergeFormProps) {
  const { t } = useTranslation('duplicates');
  const errorText = useErrorText();
  const { merge, keepApart } = useMergeWrites(kind);
  const sides = { first, second };
  const [survivor, setSurvivor] = useState<SideName>(() => likelySurvivor(first, second));
  const [picked, setPicked] = useState<Record<string, SideName>>({});
  const rows = fieldRows(first, second, survivor, picked);
  const [stays, goes] = [sides[survivor], sides[otherSide(survivor)]];
  const merging = useMutation({
    mutationFn: () => merge(stays, goes, valuesOf(rows, survivor)),
    onSuccess: () => {
      onClose();
      onMerged?.(stays.id);
    },
  });
  const telling = useMutation({ mutationFn: () => keepApart(first, second), onSuccess: onClose });
  const error = merging.error ?? telling.error;
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => { event.preventDefault(); merging.mutate(); }}
      onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit(); }}
    >
      <FieldTable
        sides={sides} rows={rows} survivor={survivor} onSurvivor={setSurvivor}
        onPick={(field, side) => setPicked({ ...picked, [field]: side })}
      />
      <MovesLine kind={kind} from={goes} to={stays} />
      <p className={classes['quiet']}>{t('keeps')}</p>
      {error && <DataError {...errorText(error)} />}
      <div className={classes['dialogActions']}>
        <Button variant="subtle" c="var(--bl-text2)" loading={telling.isPending} onClick={() => telling.mutate()}>{t('apart')}</Button>
        <span className={classes['spacer']} />
        <Button variant="subtle" c="var(--bl-text2)" onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="filled" loading={merging.isPending} rightSection={<KeyHint keys={['Ctrl', 'Enter']} inherit />}>{t('merge')}</Button>
      </div>
    </form>
  );
}
