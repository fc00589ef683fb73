import type Database from 'better-sqlite3';
import type { Step } from '#shared/domain/history/model.ts';
import { readStep } from '#core/db/log.ts';
import { prepared } from '#core/db/prepared.ts';

/** The steps that merged others into an account and still stand, newest first. */
export function readMerges(db: Database.Database, accountId: string): { name: string; step: Step }[] {
  const rows = prepared<{ name: string; no: number | null }>(db, `
    SELECT k.name, (SELECT max(t.step) FROM change c JOIN stamp t ON t.no = c.stamp JOIN step s ON s.no = t.step
      WHERE c.key = k.id AND c.tbl = 'account_known_as' AND c.op = 1 AND s.verb = 'account.merge' AND s.undone_by IS NULL) AS no
    FROM account_known_as k WHERE k.account_id = ? AND k.merged_id IS NOT NULL ORDER BY no DESC`).all(accountId);
  return rows.flatMap(({ name, no }) => {
    const step = no === null ? null : readStep(db, no);
    return step ? [{ name, step }] : [];
  });
}

/** The account that a merged one is now part of. */
export function readSuccessor(db: Database.Database, id: string): { id: string; name: string; mergedName: string } | null {
  return prepared<{ id: string; name: string; mergedName: string }>(db, `
    SELECT a.id, a.name, k.name AS mergedName FROM account_known_as k JOIN account a ON a.id = k.account_id
    WHERE k.merged_id = ? AND NOT EXISTS (SELECT 1 FROM account x WHERE x.id = k.merged_id) ORDER BY k.id DESC LIMIT 1`).get(id) ?? null;
}
