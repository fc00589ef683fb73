const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that ids sort by time of making.
 * @param atMs milliseconds since 1970 UTC
 * @param random ten random bytes
 */
export function uuidV7(atMs: number, random: Uint8Array): string {
  const time = Math.floor(atMs).toString(16).padStart(12, '0');
  const hex = (from: number, to: number): string => {
    let text = '';
    for (let place = from; place < to; place += 1) text += HEX[random[place] ?? 0] ?? '';
    return text;
  };
  const version = HEX[0x70 | ((random[0] ?? 0) & 0x0f)] ?? '';
  const variant = HEX[0x80 | ((random[2] ?? 0) & 0x3f)] ?? '';
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}${hex(1, 2)}-${variant}${hex(3, 4)}-${hex(4, 10)}`;
}
