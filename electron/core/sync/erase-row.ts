import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';

/** Takes out of the log what it holds of a row that was erased in some book; the row itself is gone already. */
export function eraseRow(db: Database.Database, table: string, key: string, stamp: number): void {
  prepared(db, 'INSERT INTO erased (tbl, key, stamp) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(table, key, stamp);
  // Steps name the person they are about; those that undid or redid such a step name it too.
  prepared(db, `UPDATE step SET params = '{}' WHERE (verb LIKE 'person.%' OR params ->> '$.verb' LIKE 'person.%') AND no IN (
    SELECT s.step FROM change c JOIN stamp s ON s.no = c.stamp WHERE c.key = +@key UNION SELECT s.step FROM overruled o JOIN stamp s ON s.no = o.stamp WHERE o.key = +@key)`).run({ key });
  prepared(db, 'UPDATE change SET op = 4, data = NULL WHERE key = +? AND tbl = +?').run(key, table);
  prepared(db, 'DELETE FROM overruled WHERE key = ? AND tbl = ?').run(key, table);
  prepared(db, 'DELETE FROM bent_row WHERE key = ? AND tbl = ?').run(key, table);
  if (table === 'person') prepared(db, `DELETE FROM draft WHERE value LIKE '%' || ? || '%'`).run(key);
}
