import type { ImportKind, Mapping } from './model.ts';
import { importFields } from './fields.ts';

/** What the values of a column look like, for fields whose values have a form of their own. */
const forms: Readonly<Record<string, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  mobile: /^(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$/,
  website: /^(?:https?:\/\/|www\.)\S+$/i,
};

/**
 * Adds to a mapping by headers what the values themselves tell: columns of unknown header whose every value has the form
 * of a field that no column fills yet.
 * @param columns first filled values of each column
 */
export function matchContent(kind: ImportKind, mapping: Mapping, columns: readonly (readonly string[])[]): Mapping {
  const result: Mapping = { ...mapping };
  const fields = new Set<string>(importFields[kind].map((field) => field.id));
  for (const [id, form] of Object.entries(forms)) {
    if (!fields.has(id) || Object.hasOwn(result, id)) continue;
    const taken = new Set(Object.values(result));
    const column = columns.findIndex((values, index) => !taken.has(index) && values.length > 0 && values.every((value) => form.test(value)));
    if (column >= 0) result[id] = column;
  }
  return result;
}
