const SHORTEST = 4;

/** Whether the texts differ by one character at most: one more, one less or another. */
function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? at + 1 : at;
  return short.slice(rest) === long.slice(at + 1);
}

/**
 * Whether two keys of company names are close enough to ask a person: a letter apart, or one the greater beginning of
 * the other.
 */
export function isNearName(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST) return false;
  return isOneEdit(a, b) || (long.startsWith(short) && short.length * 5 >= long.length * 3);
}
