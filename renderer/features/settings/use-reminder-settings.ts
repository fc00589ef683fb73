import { useMutation, useSuspenseQuery, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReminderSettings } from '#shared/domain/reminder/model.ts';
import { useApi, useClient } from '#renderer/client/use-api.ts';
import { useSteps } from '#renderer/client/use-steps.ts';

/** What is told and when, and how to change some of it; the toast can take a change back. */
export function useReminderSettings(): { settings: ReminderSettings & { tells: 'system' | 'page' }; save: UseMutationResult<{ stepNo: number }, Error, Partial<ReminderSettings>> } {
  const { t } = useTranslation('settings');
  const client = useClient();
  const steps = useSteps();
  const { data } = useSuspenseQuery(useApi().reminders.settings.queryOptions());
  const save = useMutation({ mutationFn: (patch: Partial<ReminderSettings>) => steps.run(() => client.api.reminders.saveSettings(patch), t('saved.reminders')) });
  // What is being kept is shown at once.
  return { settings: save.isPending ? { ...data, ...save.variables } : data, save };
}
