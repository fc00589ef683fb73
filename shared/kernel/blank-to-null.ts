/** Empty text in optional fields becomes null, so that "nothing entered" has one form. */
export function blankToNull<T extends object>(fields: T): T {
  const cleaned = { ...fields };
  for (const key of Object.keys(cleaned) as (keyof T)[]) {
    if (cleaned[key] === '') Object.assign(cleaned, { [key]: null });
  }
  return cleaned;
}
