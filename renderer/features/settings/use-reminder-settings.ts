import { useMutation, useQueryClient, useSuspenseQuery, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReminderSettings } from '#shared/domain/reminder/model.ts';
import { useApi, useClient } from '#renderer/client/use-api.ts';
import { useSteps } from '#renderer/client/use-steps.ts';

/** What is told and when, and how to change some of it; the toast can take a change back. */
export function useReminderSettings(): { settings: ReminderSettings & { tells: 'system' | 'page' }; save: UseMutationResult<{ stepNo: number }, Error, Partial<ReminderSettings>> } {
  const { t } = useTranslation('settings');
  const client = useClient();
  const steps = useSteps();
  const queries = useQueryClient();
  const options = useApi().reminders.settings.queryOptions();
  const { data } = useSuspenseQuery(options);
  const save = useMutation({
    mutationFn: (patch: Partial<ReminderSettings>) => steps.run(() => client.api.reminders.saveSettings(patch), t('saved.reminders')),
    // Shown at once and kept in sight, so that the next change, however quick, begins where this one ended.
    onMutate: (patch) => { queries.setQueryData(options.queryKey, (before) => before && { ...before, ...patch }); },
    onError: () => queries.invalidateQueries({ queryKey: options.queryKey }),
  });
  return { settings: data, save };
}
