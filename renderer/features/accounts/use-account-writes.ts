import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '#shared/contract/accounts.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';

/** The writes that a row of the list offers; each is said in the toast, with its undo or with what went wrong. */
export function useAccountWrites() {
  const { t } = useTranslation('accounts');
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();

  const toggleKey = useCallback((row: AccountRow) => {
    steps.run(
      () => client.api.accounts.update({ id: row.id, patch: { isKey: !row.isKey } }),
      row.isKey ? t('key.unmarked', { name: row.name }) : t('key.marked', { name: row.name }),
    ).catch((error: unknown) => steps.say(errorText(error).text));
  }, [client, errorText, steps, t]);

  const addStep = useCallback((row: AccountRow, title: string) => {
    steps.run(
      () => client.api.tasks.create({ accountId: row.id, title, dueOn: null, colleagueId: null, personId: null }),
      t('stepAdded', { title }),
    ).catch((error: unknown) => steps.say(errorText(error).text));
  }, [client, errorText, steps, t]);

  return { toggleKey, addStep };
}
