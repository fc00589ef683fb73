import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BookChanges } from '#shared/domain/book/model.ts';
import { useApi, useClient } from '#renderer/client/use-api.ts';
import { useSteps } from '#renderer/client/use-steps.ts';

export type BookField = keyof BookChanges;

/** Changes one thing that the open book says of itself; the toast can take it back. */
export function useSaveBook(field: BookField): UseMutationResult<{ stepNo: number }, Error, string> {
  const { t } = useTranslation('settings');
  const client = useClient();
  const steps = useSteps();
  const stateKey = useApi().app.state.queryKey();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (value) => steps.run(() => client.api.book.update({ [field]: value }), t(`saved.${field}`, { value })),
    // What is kept is shown at once, also in the rail; the topic that follows brings the rest, such as the zone's day.
    onSuccess: (_, value) => queries.setQueryData(stateKey, (before) => (before?.book ? { ...before, book: { ...before.book, [field]: value } } : before)),
  });
}
