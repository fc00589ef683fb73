/** Exact money or quantity: an integer of 1/10,000 of the unit. Sums stay exact; rounding happens once, when shown. */
export type Exact = number;

export const EXACT_UNIT = 10_000;

/** Half away from zero, the way invoices are rounded; `Math.round` would send −0.5 to 0. */
function roundHalfAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

/**
 * Reads a plain decimal such as `-1234.5678` without passing through a binary fraction.
 * @returns null when the text is no decimal or is beyond the safe integers; digits past the fourth are rounded half away from zero
 */
export function parseExact(text: string): Exact | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const kept = Number(whole || '0') * EXACT_UNIT + Number(fraction.padEnd(4, '0').slice(0, 4));
  const value = kept + (Number(fraction[4] ?? '0') >= 5 ? 1 : 0);
  if (!Number.isSafeInteger(value)) return null;
  return sign === '-' && value !== 0 ? -value : value;
}

/**
 * Net amount of an order line: price × quantity × (1 − discount), all in 1/10,000, rounded once to 1/10,000.
 * Whole-number arithmetic by BigInt, since the product of three such integers passes 2^53.
 */
export function lineAmount(price: Exact, quantity: Exact, discount: Exact): Exact {
  const unit = BigInt(EXACT_UNIT);
  const product = BigInt(price) * BigInt(quantity) * (unit - BigInt(discount));
  const scale = unit * unit;
  const half = product < 0n ? -scale / 2n : scale / 2n;
  return Number((product + half) / scale);
}

/** Whole minor units (cents for 2 digits) of an exact sum, rounded half away from zero. */
export function toMinor(value: Exact, digits = 2): number {
  return roundHalfAway(value / 10 ** (4 - digits));
}
