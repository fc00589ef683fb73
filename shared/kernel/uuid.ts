const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes that a hyphen stands before. */
const HYPHENS = new Set([4, 6, 8, 10]);

/**
 * A UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that ids sort by time of making.
 * @param atMs milliseconds since 1970 UTC
 * @param random ten random bytes
 */
export function uuidV7(atMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let rest = Math.floor(atMs);
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  let text = '';
  for (const [place, byte] of bytes.entries()) text += (HYPHENS.has(place) ? '-' : '') + (HEX[byte] ?? '');
  return text;
}
