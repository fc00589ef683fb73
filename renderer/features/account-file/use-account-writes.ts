import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/domain/account/model.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';

type Patch = Partial<Omit<Account, 'id' | 'createdAt'>>;

/** Changes to the account itself. */
export function useAccountWrites(account: Account) {
  const { t } = useTranslation('account');
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();
  const { id, name } = account;

  /** @throws what the core refuses; the form shows it in place */
  const save = useCallback(
    (patch: Patch) => steps.run(() => client.api.accounts.update({ id, patch }), t('details.saved', { name: patch.name ?? name })),
    [client, id, name, steps, t],
  );
  const setKey = useCallback((isKey: boolean) => {
    steps.run(() => client.api.accounts.update({ id, patch: { isKey } }), isKey ? t('key.marked', { name }) : t('key.unmarked', { name }))
      .catch((error: unknown) => steps.say(errorText(error).text));
  }, [client, errorText, id, name, steps, t]);

  return { save, setKey };
}
