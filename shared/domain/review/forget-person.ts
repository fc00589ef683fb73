/** Shorter names would be found inside other words. */
const SHORTEST = 2;

/**
 * Takes a person out of a stored document: objects that carry one of the ids leave their lists, and the names are struck
 * out of every text.
 * @returns the same document when it says nothing of them
 */
export function forgetPerson(document: string, ids: readonly string[], names: readonly string[]): string {
  const said = names.filter((name) => [...name].length >= SHORTEST).toSorted((a, b) => b.length - a.length);
  if (![...ids, ...said].some((text) => document.includes(JSON.stringify(text).slice(1, -1)))) return document;
  const speaks = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.values(value).some((part) => typeof part === 'string' && ids.includes(part));
  const strike = (value: unknown): unknown => {
    if (typeof value === 'string') return said.reduce((text, name) => text.replaceAll(name, '–'), value);
    if (Array.isArray(value)) return value.filter((one) => !speaks(one)).map(strike);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, strike(part)]));
    return value;
  };
  return JSON.stringify(strike(JSON.parse(document)));
}
