import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PLAIN_LOOK, type LookChanges } from '#shared/domain/document/look.ts';
import { useApi, useClient } from '#renderer/client/use-api.ts';
import { useSteps } from '#renderer/client/use-steps.ts';

/** What of the look is changed at a time; a new logo is the file itself. */
export type LookChange = { field: Exclude<keyof LookChanges, 'logo'>; value: string } | { field: 'logo'; value: File | null };

/** The look of documents, and a way to change one thing of it; the toast can take it back. */
export function useLook() {
  const { t } = useTranslation('settings');
  const { api: calls, upload } = useClient();
  const steps = useSteps();
  const options = useApi().documents.look.queryOptions();
  const queries = useQueryClient();
  const { data, error } = useQuery(options);
  const save = useMutation({
    mutationFn: async ({ field, value }: LookChange) => {
      const kept = value instanceof File ? { file: await upload(value) } : value;
      const said = field === 'logo' && value === null ? 'logoRemoved' : field === 'company' && value === '' ? 'companyRemoved' : field;
      return steps.run(() => calls.documents.setLook({ [field]: kept }), t(`looks.saved.${said}`, { value: typeof value === 'string' ? value : '' }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: options.queryKey }),
  });
  return { look: data ?? PLAIN_LOOK, error: save.error ?? error, save };
}

export type SaveLook = ReturnType<typeof useLook>['save'];
