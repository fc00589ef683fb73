import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergeSide } from '#shared/contract/duplicates.ts';
import type { RecordKind } from '#shared/domain/duplicates/model.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useSteps } from '#renderer/client/use-steps.ts';

type Named = Pick<MergeSide, 'id' | 'name'>;

/** Merging two and telling two apart; each can be taken back from the toast. */
export function useMergeWrites(kind: RecordKind) {
  const { t } = useTranslation('duplicates');
  const client = useClient();
  const steps = useSteps();
  return useMemo(() => ({
    merge: (survivor: Named, merged: Named, values: MergeSide['fields']) => {
      const input = { survivorId: survivor.id, mergedId: merged.id, values };
      const { name } = { name: survivor.name, ...values };
      return steps.run(() => client.api.duplicates[kind === 'account' ? 'mergeAccounts' : 'mergePeople'](input), t('merged', { name: String(name), merged: merged.name }));
    },
    keepApart: (one: Named, other: Named) =>
      steps.run(() => client.api.duplicates.keepApart({ kind, firstId: one.id, secondId: other.id }), t('toldApart', { name: one.name, other: other.name })),
  }), [client, kind, steps, t]);
}
