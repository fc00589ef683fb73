import { prepared } from '#core/db/prepared.ts';
import type { TodayProvider } from '../provider.ts';

const NAMES = `
  SELECT p.id, p.name, a.name AS accountName, (SELECT o.title FROM position o WHERE o.person_id = p.id AND o.account_id = a.id ORDER BY o.id LIMIT 1) AS title
  FROM json_each(+@people) j CROSS JOIN person p ON p.id = j.value ->> 'personId' CROSS JOIN account a ON a.id = j.value ->> 'accountId'`;

/** People who are due to hear from us. */
export const keepInTouch: TodayProvider = (db, { silentPeople, cap }) => {
  const shown = silentPeople.slice(0, cap('hearFromUs'));
  const names = new Map(prepared<{ id: string; name: string; accountName: string; title: string | null }>(db, NAMES)
    .all({ people: JSON.stringify(shown) }).map((row) => [row.id, row]));
  return {
    hearFromUs: {
      count: silentPeople.length,
      rows: shown.map((person) => {
        const said = names.get(person.personId);
        return { kind: 'keepInTouch', ...person, personName: said?.name ?? '', personTitle: said?.title ?? null, accountName: said?.accountName ?? '' };
      }),
    },
  };
};
