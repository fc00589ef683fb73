import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionKind } from '#shared/domain/review/record.ts';
import { useApi, useClient } from '#renderer/client/use-api.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { templateOffers, type TemplateOffer } from './template-view-model.ts';
import { useSaidSteps } from './use-said-steps.ts';

/** Templates of reviews, named in the language of the screens; `data` is undefined until they are read. */
export function useTemplates() {
  const { t } = useTranslation('review');
  const { language } = useFormat();
  const { data, error } = useQuery(useApi().reviews.templates.queryOptions());
  const offers = useMemo(() => data && templateOffers(data, (id) => t(`templates.name.${id}`), language), [data, language, t]);
  return { offers, error };
}

/** Keeping and removing a person's own templates; each is said in the toast with its undo, or with what went wrong. */
export function useTemplateWrites() {
  const { t } = useTranslation('review');
  const client = useClient();
  const run = useSaidSteps();
  return useMemo(() => {
    const { reviews } = client.api;
    return {
      save: (name: string, sections: readonly SectionKind[], id?: string) => run(() => reviews.saveTemplate({ ...(id === undefined ? {} : { id }), name, sections: [...sections] }), t('said.templateSaved', { name })),
      remove: ({ id, name }: Pick<TemplateOffer, 'id' | 'name'>) => run(() => reviews.removeTemplate({ id }), t('said.templateRemoved', { name })),
    };
  }, [client, run, t]);
}
