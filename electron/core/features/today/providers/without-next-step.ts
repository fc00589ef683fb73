import type { TodayRowOf } from '#shared/domain/today/model.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { prepared } from '#core/db/prepared.ts';
import { notHidden, type TodayProvider } from '../provider.ts';

/** What lies further back is no longer followed up but begun anew. */
const LOOK_BACK_DAYS = 30;

const LOOSE = `
  WITH latest AS (
    SELECT f.account_id AS accountId, f.last_interaction_at AS at,
      (SELECT max(i.id) FROM interaction i WHERE i.account_id = f.account_id AND i.at = f.last_interaction_at) AS id
    FROM account_figure f WHERE f.last_interaction_at BETWEEN @since AND @now AND f.next_task_id IS NULL),
  loose AS MATERIALIZED (
    SELECT * FROM latest l WHERE l.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM task k WHERE k.interaction_id = l.id)
      AND NOT EXISTS (SELECT 1 FROM interaction i WHERE i.account_id = l.accountId AND i.at > @now) AND ${notHidden("'nextStep:' || l.id")})
  SELECT (SELECT count(*) FROM loose) AS total, 'nextStep:' || w.id AS key, w.accountId, a.name AS accountName, w.id AS interactionId,
    n.kind AS interactionKind, n.summary, w.at
  FROM (SELECT * FROM loose ORDER BY at DESC, id LIMIT @cap) w
  CROSS JOIN account a ON a.id = w.accountId CROSS JOIN interaction n ON n.account_id = w.accountId AND n.at = w.at AND n.id = w.id
  ORDER BY w.at DESC, w.id`;

/**
 * Accounts that were left hanging: nothing is open with them, nothing is planned, and the latest interaction, within the
 * last thirty days, has led to no task, done ones included. One row an account, for that interaction.
 */
export const withoutNextStep: TodayProvider = (db, { bounds, today, timeZone, cap }) => {
  const since = instantInZone(addDays(today, -LOOK_BACK_DAYS), '00:00', timeZone);
  const found = prepared<Omit<TodayRowOf<'nextStep'>, 'kind'> & { total: number }>(db, LOOSE).all({ ...bounds, since, cap: cap('withoutNextStep') });
  const rows = found.map(({ key, accountId, accountName, interactionId, interactionKind, summary, at }) => (
    { kind: 'nextStep' as const, key, accountId, accountName, interactionId, interactionKind, summary, at }
  ));
  return { withoutNextStep: { count: found[0]?.total ?? 0, rows } };
};
