import { QUIET_DAYS, silentDays } from '#shared/domain/today/quiet-time.ts';
import { prepared } from '#core/db/prepared.ts';
import { SILENT } from '../find-silent-people.ts';
import { notHidden, type TodayProvider } from '../provider.ts';

interface Watched {
  key: string;
  accountId: string;
  createdAt: number;
  lastAt: number | null;
  limit: number;
}

const ACCOUNTS = `
  WITH watched AS MATERIALIZED (
    SELECT a.id AS accountId, a.created_at AS createdAt, f.last_interaction_at AS lastAt, coalesce(a.quiet_days, (SELECT value ->> '$.quietDays' FROM setting WHERE key = 'reminders'), ${QUIET_DAYS}) AS "limit"
    FROM account a INDEXED BY account_watched LEFT JOIN account_figure f ON f.account_id = a.id WHERE a.is_key = 1 OR a.quiet_days IS NOT NULL),
  silent AS MATERIALIZED (
    SELECT 'quiet:' || accountId || ':' || coalesce(lastAt, createdAt) AS key, * FROM watched WHERE ${SILENT('coalesce(lastAt, createdAt)', '"limit"')})
  SELECT * FROM silent s WHERE ${notHidden('s.key')}`;

const NAMES = 'SELECT a.id, a.name FROM json_each(+?) j CROSS JOIN account a ON a.id = j.value';

/** Key accounts, and those with an interval of their own, that had no interaction for as long. */
export const quietAccounts: TodayProvider = (db, { bounds, today, timeZone, silentPeople, cap }) => {
  const found = prepared<Watched>(db, ACCOUNTS).all({ ...bounds }).flatMap(({ createdAt, ...account }) => {
    const days = silentDays({ ...account, createdAt }, today, timeZone);
    return days === null ? [] : [{ ...account, days }];
  }).toSorted((a, b) => (b.days - b.limit) - (a.days - a.limit) || (a.key < b.key ? -1 : 1));
  const shown = found.slice(0, cap('atRisk'));
  const names = new Map(prepared<{ id: string; name: string }>(db, NAMES).all(JSON.stringify(shown.map(({ accountId }) => accountId))).map(({ id, name }) => [id, name]));
  return {
    atRisk: {
      count: found.length,
      rows: shown.map((account) => ({
        kind: 'quiet', ...account, accountName: names.get(account.accountId) ?? '', peopleDue: silentPeople.filter(({ accountId }) => accountId === account.accountId).length,
      })),
    },
  };
};
