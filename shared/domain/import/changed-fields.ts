export type FieldValue = string | number | boolean | null;

/** The given fields whose value differs from the current one; null when there are none. A field that is not given stays. */
export function changedFields(current: Readonly<Record<string, FieldValue>>, given: Readonly<Record<string, FieldValue | undefined>>): Record<string, FieldValue> | null {
  const changed = Object.entries(given).filter((entry): entry is [string, FieldValue] => entry[1] !== undefined && entry[1] !== current[entry[0]]);
  return changed.length === 0 ? null : Object.fromEntries(changed);
}
