import type Database from 'better-sqlite3';
import { capturedTables, keySql, type TableShape } from './tables.ts';

const STAMP = '(SELECT stamp FROM writing)';

const changed = (column: string): string => `OLD."${column}" IS NOT NEW."${column}"`;

function triggersOf(table: TableShape): string {
  const { name, columns } = table;
  const pairs = columns.map((c) => `CASE WHEN ${changed(c)} THEN ',"${c}":[' || json_quote(OLD."${c}") || ',' || json_quote(NEW."${c}") || ']' ELSE '' END`);
  const old = columns.map((c) => `'${c}', OLD."${c}"`).join(', ');
  const log = (row: string, op: number, data: string) =>
    `INSERT INTO change (stamp, tbl, key, op, data) VALUES (${STAMP}, '${name}', ${keySql(table, row)}, ${op}, ${data});`;
  return `
    CREATE TRIGGER "capture_key_${name}" BEFORE UPDATE OF ${table.keyColumns.map((c) => `"${c}"`).join(', ')} ON "${name}" WHEN ${table.keyColumns.map(changed).join(' OR ')}
    BEGIN SELECT RAISE(ABORT, 'the key of a row never changes'); END;
    CREATE TRIGGER "capture_insert_${name}" AFTER INSERT ON "${name}"
    BEGIN ${log('NEW', 1, 'NULL')} END;
    CREATE TRIGGER "capture_update_${name}" AFTER UPDATE ON "${name}" WHEN ${columns.map(changed).join(' OR ')}
    BEGIN ${log('NEW', 2, `'{' || substr(${pairs.join(' || ')}, 2) || '}'`)} END;
    CREATE TRIGGER "capture_delete_${name}" AFTER DELETE ON "${name}"
    BEGIN ${log('OLD', 3, `json_object(${old})`)} END;`;
}

/** Makes the capture triggers anew from the tables as they are now; call inside the migration's transaction. */
export function regenerateCapture(db: Database.Database): void {
  const old = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'capture\\_%' ESCAPE '\\'").all();
  for (const { name } of old) db.exec(`DROP TRIGGER "${name}"`);
  for (const table of capturedTables(db)) db.exec(triggersOf(table));
}
