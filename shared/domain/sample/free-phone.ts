/**
 * A number of a range that is kept free for stories, each given out once.
 * @param range with a `#` for each digit to choose, such as `+44 20 7946 0###`
 * @param draw any whole number ≥ 0: where in the range to begin
 * @param taken numbers given out already; the new one joins them
 * @returns null when all of the range are taken
 */
export function freePhone(range: string, draw: number, taken: Set<string>): string | null {
  const at = range.indexOf('#');
  if (at < 0) return null;
  const [stem, digits] = [range.slice(0, at), range.length - at];
  const size = 10 ** digits;
  for (let n = 0; n < size; n += 1) {
    const phone = `${stem}${String((draw + n) % size).padStart(digits, '0')}`;
    if (taken.has(phone)) continue;
    taken.add(phone);
    return phone;
  }
  return null;
}
