import type Database from 'better-sqlite3';
import type { RecordKind } from '#shared/domain/duplicates/model.ts';
import { prepared } from '#core/db/prepared.ts';

/** Remembers that two records are not the same. Inside `book.write`. */
export function keepApart(db: Database.Database, kind: RecordKind, oneId: string, otherId: string): void {
  const [first, second] = oneId < otherId ? [oneId, otherId] : [otherId, oneId];
  prepared(db, 'INSERT INTO distinct_pair (kind, first_id, second_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(kind, first, second);
}

/** Whoever is not the merged record is not the one that stays either. */
export function carryApart(db: Database.Database, kind: RecordKind, mergedId: string, survivorId: string): void {
  const others = prepared<{ id: string }>(db, `
    SELECT CASE first_id WHEN @mergedId THEN second_id ELSE first_id END AS id FROM distinct_pair WHERE kind = @kind AND @mergedId IN (first_id, second_id)`).all({ kind, mergedId });
  for (const { id } of others) if (id !== survivorId) keepApart(db, kind, survivorId, id);
}
