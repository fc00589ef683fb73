import type Database from 'better-sqlite3';
import { capturedTables, keySql, type TableShape } from './tables.ts';

const STAMP = '(SELECT stamp FROM writing)';

/** Which derived rows a change of a table leaves behind: kind and the SELECT of ids, with R for the row. */
const DIRTIES: Readonly<Record<string, [kind: string, select: string][]>> = {
  account: [['account', 'SELECT R.id AS id']],
  person: [['person', 'SELECT R.id AS id'], ['account', 'SELECT account_id AS id FROM position WHERE person_id = R.id']],
  position: [['account', 'SELECT R.account_id AS id'], ['person', 'SELECT R.person_id AS id']],
  colleague: [['colleague', 'SELECT R.id AS id']],
  interaction: [['account', 'SELECT R.account_id AS id']],
  interaction_text: [['account', 'SELECT account_id AS id FROM interaction WHERE id = R.interaction_id']],
  interaction_person: [['account', 'SELECT account_id AS id FROM interaction WHERE id = R.interaction_id']],
  interaction_colleague: [['account', 'SELECT account_id AS id FROM interaction WHERE id = R.interaction_id']],
  task: [['account', 'SELECT R.account_id AS id']],
  sales_order: [['account', 'SELECT R.account_id AS id']],
  order_line: [['account', 'SELECT account_id AS id FROM sales_order WHERE id = R.order_id']],
};

function dirtySql(table: string, rows: ('OLD' | 'NEW')[]): string {
  return (DIRTIES[table] ?? []).flatMap(([kind, select]) => rows.map((row) => (
    `INSERT INTO dirty (kind, id, stamp) SELECT '${kind}', id, ${STAMP} FROM (${select.replaceAll('R.', `${row}.`)}) WHERE id IS NOT NULL
       ON CONFLICT (kind, id) DO UPDATE SET stamp = excluded.stamp WHERE stamp <> excluded.stamp;`
  ))).join('\n');
}

const changed = (column: string): string => `OLD."${column}" IS NOT NEW."${column}"`;

function triggersOf(table: TableShape): string {
  const { name, columns } = table;
  const pairs = columns.map((c) => `CASE WHEN ${changed(c)} THEN ',"${c}":[' || json_quote(OLD."${c}") || ',' || json_quote(NEW."${c}") || ']' ELSE '' END`);
  const old = columns.map((c) => `'${c}', OLD."${c}"`).join(', ');
  const log = (row: string, op: number, data: string) =>
    `INSERT INTO change (stamp, tbl, key, op, data) VALUES (${STAMP}, '${name}', ${keySql(table, row)}, ${op}, ${data});`;
  return `
    CREATE TRIGGER "capture_key_${name}" BEFORE UPDATE ON "${name}" WHEN ${table.keyColumns.map(changed).join(' OR ')}
    BEGIN SELECT RAISE(ABORT, 'the key of a row never changes'); END;
    CREATE TRIGGER "capture_insert_${name}" AFTER INSERT ON "${name}"
    BEGIN ${log('NEW', 1, 'NULL')} ${dirtySql(name, ['NEW'])} END;
    CREATE TRIGGER "capture_update_${name}" AFTER UPDATE ON "${name}" WHEN ${columns.map(changed).join(' OR ')}
    BEGIN ${log('NEW', 2, `'{' || substr(${pairs.join(' || ')}, 2) || '}'`)} ${dirtySql(name, ['OLD', 'NEW'])} END;
    CREATE TRIGGER "capture_delete_${name}" AFTER DELETE ON "${name}"
    BEGIN ${log('OLD', 3, `json_object(${old})`)} ${dirtySql(name, ['OLD'])} END;`;
}

/** Makes the capture triggers anew from the tables as they are now; call inside the migration's transaction. */
export function regenerateCapture(db: Database.Database): void {
  const old = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'capture\\_%' ESCAPE '\\'").all();
  for (const { name } of old) db.exec(`DROP TRIGGER "${name}"`);
  for (const table of capturedTables(db)) db.exec(triggersOf(table));
}
