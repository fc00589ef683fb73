import { z } from 'zod';
import { accountSorts } from '#shared/contract/accounts.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';

export type AccountSort = (typeof accountSorts)[number];

/** The last row of a window: where the next one begins. */
export interface WindowPosition {
  value: string | number | null;
  nameKey: string;
  id: string;
}

const cursorSchema = z.tuple([z.enum(accountSorts), z.boolean(), z.union([z.string(), z.number(), z.null()]), z.string(), z.string()]);

export function toCursor(sort: AccountSort, descending: boolean, { value, nameKey, id }: WindowPosition): string {
  return JSON.stringify([sort, descending, value, nameKey, id] satisfies z.infer<typeof cursorSchema>);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @throws CodedError `invalid-value` when the text is no cursor of this order */
export function fromCursor(sort: AccountSort, descending: boolean, cursor: string | null): WindowPosition | null {
  if (cursor === null) return null;
  const read = cursorSchema.safeParse(parseJson(cursor));
  if (!read.success || read.data[0] !== sort || read.data[1] !== descending) throw new CodedError('invalid-value', { where: { field: 'cursor' } });
  const [, , value, nameKey, id] = read.data;
  return { value, nameKey, id };
}
