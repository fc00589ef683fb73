import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import type { TaskPatch } from './use-review-writes.ts';

const OURS = 'c:';

/** Who may take part or own an action: the people of the account and our own. */
export function useOwners(accountId: string) {
  const { t } = useTranslation('review');
  const api = useApi();
  const { data: people } = useQuery(api.people.list.queryOptions({ input: { accountId } }));
  const { data: colleagues } = useQuery(api.people.colleagues.queryOptions());
  return useMemo(() => {
    const known = [...new Map((people ?? []).map((person) => [person.personId, person])).values()];
    return {
      people: known,
      colleagues: colleagues ?? [],
      choices: [
        { group: t('people.us'), items: (colleagues ?? []).map(({ id, name }) => ({ value: `${OURS}${id}`, label: name })) },
        { group: t('people.customer'), items: known.map(({ personId, name }) => ({ value: `p:${personId}`, label: name })) },
      ],
      taskOf: (choice: string | null): TaskPatch => {
        if (choice === null) return { colleagueId: null, personId: null };
        const id = choice.slice(OURS.length);
        return choice.startsWith(OURS) ? { colleagueId: id, personId: null } : { colleagueId: null, personId: id };
      },
    };
  }, [colleagues, people, t]);
}

export type Owners = ReturnType<typeof useOwners>;
