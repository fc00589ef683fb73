import type { SentFields } from './model.ts';

export interface LoggedOp {
  op: 1 | 2 | 3;
  /** The fields' new values; of an update only. */
  fields: SentFields;
}

/**
 * What the changes of a row within one transaction come to. A row that was added and taken away again is gone: another
 * book may have one of the same key.
 * @param entries in order, at least one
 * @returns for an insert no fields: they are what the row was when the transaction ended
 */
export function netChange(entries: readonly LoggedOp[]): LoggedOp {
  const existence = entries.findLast(({ op }) => op !== 2);
  if (existence) return { op: existence.op, fields: {} };
  return { op: 2, fields: Object.assign({}, ...entries.map(({ fields }) => fields)) as SentFields };
}
