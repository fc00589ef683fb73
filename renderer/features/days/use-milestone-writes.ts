import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';

export interface MilestoneFields { title: string; onDay: string; yearly: boolean }

/** Adding, changing and removing milestones; each is said in the toast, with its undo or with what went wrong. */
export function useMilestoneWrites(accountId: string) {
  const { t } = useTranslation('days');
  const { api } = useClient();
  const steps = useSteps();
  const errorText = useErrorText();
  const run = (work: () => Promise<{ stepNo: number }>, said: string): void => {
    steps.run(work, said).catch((error: unknown) => steps.say(errorText(error).text));
  };
  return {
    add: (fields: MilestoneFields) => run(() => api.days.addMilestone({ accountId, ...fields }), t('added', { title: fields.title })),
    change: (id: string, patch: MilestoneFields) => run(() => api.days.updateMilestone({ id, patch }), t('changed', { title: patch.title })),
    remove: (id: string, title: string) => run(() => api.days.removeMilestone({ id }), t('removed', { title })),
  };
}
