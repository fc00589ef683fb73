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
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
