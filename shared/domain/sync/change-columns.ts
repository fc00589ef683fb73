import { readColumn, writeColumn, type Column, type IdList } from './columns.ts';
import type { ChangeShape, SentChange, SentOp, SentValue } from './model.ts';

/** The changes of one shape as columns. */
export interface WrittenChanges {
  table: string;
  op: SentOp;
  fields: readonly string[];
  /** A column for each part of the keys. */
  keys: Column[];
  /** Whether a key is a list of its parts, as JSON, or the one part as it is. */
  list: boolean;
  /** For each field, or the number of the part of the key that it repeats. */
  values: (Column | number)[];
}

/** The parts of a key that is a list, provided that the list is written again the same way. */
function partsOf(key: string): SentValue[] | null {
  if (!key.startsWith('[')) return null;
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string' || typeof part === 'number') && JSON.stringify(parts) === key ? parts : null;
  } catch {
    return null;
  }
}

const isAlike = (a: readonly SentValue[], b: readonly SentValue[]): boolean => a.every((value, at) => value === b[at]);

export function writeChanges({ table, op, fields }: ChangeShape, changes: readonly SentChange[], ids: IdList): WrittenChanges {
  const lists = changes.map(({ key }) => partsOf(key));
  const width = lists[0]?.length ?? 0;
  const list = lists.every((parts) => parts?.length === width) && width > 0;
  const parts: SentValue[][] = list ? Array.from({ length: width }, (_, place) => lists.map((each) => each?.[place] ?? null)) : [changes.map(({ key }) => key)];
  const keys = parts.map((column) => writeColumn(column, ids));
  const values = fields.map((_, place) => {
    const column = changes.map((change) => change.values[place] ?? null);
    const repeated = parts.findIndex((part) => isAlike(part, column));
    return repeated >= 0 ? repeated : writeColumn(column, ids);
  });
  return { table, op, fields, keys, list, values };
}

const isOp = (op: unknown): op is SentOp => op === 1 || op === 2 || op === 3 || op === 4;

/**
 * Reads what may be anybody's; `count` changes are expected.
 * @throws for anything else
 */
export function readChanges(written: unknown, count: number, ids: readonly string[]): SentChange[] {
  const { table, op, fields, keys, list, values } = Object(written) as Partial<Record<keyof WrittenChanges, unknown>>;
  if (typeof table !== 'string' || !isOp(op) || !Array.isArray(fields) || !Array.isArray(keys) || !Array.isArray(values)) throw new TypeError('no changes');
  const names: unknown[] = fields;
  if (!names.every((name) => typeof name === 'string') || new Set(names).size !== names.length) throw new TypeError('no fields');
  if (values.length !== names.length || (op > 2 && names.length > 0) || keys.length === 0 || (list !== true && keys.length > 1)) throw new TypeError('no changes');
  const parts = keys.map((column) => readColumn(column, count, ids));
  const columns = values.map((column: unknown) => (typeof column === 'number' ? parts[column] : readColumn(column, count, ids)));
  const shape: ChangeShape = { table, op, fields: names };
  return Array.from({ length: count }, (_, at) => {
    const key = list === true ? JSON.stringify(parts.map((part) => part[at])) : parts[0]?.[at];
    if (typeof key !== 'string') throw new TypeError('no key');
    return {
      shape, key, values: columns.map((column) => {
        const value = column?.[at];
        if (value === undefined) throw new TypeError('no value');
        return value;
      }),
    };
  });
}
