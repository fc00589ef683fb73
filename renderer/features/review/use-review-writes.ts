import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemKind, ReviewItem, SectionKind } from '#shared/domain/review/record.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import type { Client } from '#renderer/client/types.ts';
import { useSaidSteps } from './use-said-steps.ts';

type Reviews = Client['api']['reviews'];
export type TaskPatch = NonNullable<Parameters<Reviews['addItem']>[0]['task']>;

/** Changes of a review; each is said in the toast with its undo, or with what went wrong. */
export function useReviewWrites(id: string) {
  const { t } = useTranslation('review');
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();
  const run = useSaidSteps();
  return useMemo(() => {
    const { reviews } = client.api;
    return {
      update: (patch: Parameters<Reviews['update']>[0]['patch']) => run(() => reviews.update({ id, patch }), t('said.updated')),
      participants: (personIds: string[], colleagueIds: string[]) => run(() => reviews.setParticipants({ id, personIds, colleagueIds }), t('said.participants')),
      move: (kind: SectionKind, place: number) => run(() => reviews.moveSection({ id, kind, place }), t('said.moved', { section: t(`section.${kind}`) })),
      show: (kind: SectionKind, shown: boolean) => run(() => reviews.showSection({ id, kind, shown }), t(shown ? 'said.shown' : 'said.hidden', { section: t(`section.${kind}`) })),
      addItem: (kind: ItemKind, text: string, task?: TaskPatch) => run(() => reviews.addItem({ id, kind, text, ...(task && { task }) }), t('said.added', { text })),
      updateItem: ({ id: itemId, text }: Pick<ReviewItem, 'id' | 'text'>, task?: TaskPatch) => run(() => reviews.updateItem({ itemId, text, ...(task && { task }) }), t('said.changed', { text })),
      moveItem: ({ id: itemId, text }: ReviewItem, place: number) => run(() => reviews.moveItem({ itemId, place }), t('said.movedItem', { text })),
      removeItem: ({ id: itemId, text }: ReviewItem) => run(() => reviews.removeItem({ itemId }), t('said.removedItem', { text })),
      rate: (rating: number | null, note: string | null) => run(() => reviews.rate({ id, rating, note }), t('said.rated')),
      freeze: () => run(() => reviews.freeze({ id }), t('said.frozen')),
      remove: () => run(() => reviews.remove({ id }), t('said.removed')),
      /** What is written shows itself, so only a failure is said. */
      comment: async (kind: SectionKind, text: string): Promise<boolean> => {
        try {
          await reviews.comment({ id, kind, text });
          return true;
        } catch (error) {
          steps.say(errorText(error).text);
          return false;
        }
      },
    };
  }, [client, errorText, id, run, steps, t]);
}
