import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '#shared/domain/task/model.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';

/** Adding and finishing next steps; each is said in the toast, with its undo or with what went wrong. */
export function useTaskWrites(accountId: string) {
  const { t } = useTranslation('account');
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();

  const add = useCallback((title: string, dueOn: string | null) => {
    steps.run(
      () => client.api.tasks.create({ accountId, title, dueOn, colleagueId: null, personId: null }),
      t('task.added', { title }),
    ).catch((error: unknown) => steps.say(errorText(error).text));
  }, [accountId, client, errorText, steps, t]);

  const finish = useCallback((task: Task) => {
    steps.run(() => client.api.tasks.setDone({ id: task.id, done: true }), t('task.done', { title: task.title }))
      .catch((error: unknown) => steps.say(errorText(error).text));
  }, [client, errorText, steps, t]);

  return { add, finish };
}
