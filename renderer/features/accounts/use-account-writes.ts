import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '#shared/contract/accounts.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import type { AccountFilter } from './view-model.ts';

type SharedPatch = { isKey?: boolean; industry?: string | null; city?: string | null; region?: string | null; country?: string | null };

/** The writes that rows of the list offer; each is said in the toast, with its undo or with what went wrong. */
export function useAccountWrites() {
  const { t } = useTranslation('accounts');
  const client = useClient();
  const steps = useSteps();
  const format = useFormat();
  const errorText = useErrorText();
  const complain = useCallback((error: unknown) => steps.say(errorText(error).text), [errorText, steps]);

  return useMemo(() => ({
    toggleKey(row: AccountRow) {
      steps.run(
        () => client.api.accounts.update({ id: row.id, patch: { isKey: !row.isKey } }),
        row.isKey ? t('key.unmarked', { name: row.name }) : t('key.marked', { name: row.name }),
      ).catch(complain);
    },
    addStep(row: AccountRow, title: string) {
      steps.run(
        () => client.api.tasks.create({ accountId: row.id, title, dueOn: null, colleagueId: null, personId: null }),
        t('stepAdded', { title }),
      ).catch(complain);
    },
    /** @throws what the core refuses; the cell shows it in place */
    setField: (row: AccountRow, field: string, value: string | null) => steps.run(
      () => client.api.accounts.update({ id: row.id, patch: { [field]: value } }), t('fieldSet', { name: row.name }),
    ),
    /** Sets the same on all accounts of a filter. */
    setMany(filter: AccountFilter, patch: SharedPatch) {
      steps.run(() => client.api.accounts.updateMany({ filter, patch }), ({ count }) => t('manySet', { count, shown: format.number(count) })).catch(complain);
    },
    addTasks(filter: AccountFilter, title: string, dueOn: string | null) {
      steps.run(() => client.api.accounts.addTasks({ filter, title, dueOn }), ({ count }) => t('tasksAdded', { count, shown: format.number(count), title })).catch(complain);
    },
  }), [client, complain, format, steps, t]);
}
