import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrentView } from '#shared/domain/view/model.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';

/** Keeping, naming, moving and removing views; each can be undone from the toast. */
export function useViewWrites() {
  const { t } = useTranslation('views');
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();
  return useMemo(() => {
    const said = async <T extends { stepNo: number }>(work: () => Promise<T>, text: string): Promise<T | null> => {
      try {
        return await steps.run(work, text);
      } catch (error) {
        steps.say(errorText(error).text);
        return null;
      }
    };
    return {
      /** @returns the id of the view, null when it could not be kept */
      save: async (id: string | undefined, name: string, document: CurrentView, shown: string): Promise<string | null> =>
        (await said(() => client.api.views.save({ list: 'accounts', ...(id === undefined ? {} : { id }), name, document }), t('saved', { name: shown })))?.id ?? null,
      move: (id: string, place: number, shown: string) => said(() => client.api.views.move({ id, place }), t('moved', { name: shown })),
      remove: (id: string, shown: string) => said(() => client.api.views.remove({ id }), t('removed', { name: shown })),
      reset: (id: string, shown: string) => said(() => client.api.views.remove({ id }), t('reset', { name: shown })),
    };
  }, [client, errorText, steps, t]);
}
