export type SqlValue = string | number | null;

export type SqlRow = Readonly<Record<string, SqlValue>>;

/** The statements for one table, each of one fixed text, so that it is prepared once however the rows differ. */
export interface TableSql {
  name: string;
  key: readonly string[];
  columns: readonly string[];
  insert: string;
  update: string;
  remove: string;
  /** Reads `columns` by `key`. */
  select: string;
}

/** @param columns what an import may fill, without the key and without what is set once */
export function tableSql(name: string, key: readonly string[], columns: readonly string[], once: readonly string[] = []): TableSql {
  const all = [...key, ...columns, ...once];
  const where = key.map((column) => `${column} = +?`).join(' AND ');
  return {
    name, key, columns,
    insert: `INSERT INTO ${name} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`,
    update: `UPDATE ${name} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE ${where}`,
    remove: `DELETE FROM ${name} WHERE ${where}`,
    select: `SELECT ${columns.join(', ')} FROM ${name} WHERE ${where}`,
  };
}

const snake = new Map<string, string>();

/** `externalId` → `external_id`, flags as 0 and 1: what a row of a file says, in the names of its table. */
export function toColumns(values: Readonly<Record<string, string | number | boolean | undefined>>): Record<string, SqlValue> {
  const row: Record<string, SqlValue> = {};
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined) continue;
    let column = snake.get(field);
    if (column === undefined) snake.set(field, (column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)));
    row[column] = typeof value === 'boolean' ? Number(value) : value;
  }
  return row;
}
