import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import type { Encoding } from '#shared/domain/import/layout.ts';

const CHUNK = 262_144;

const LINE_ENDS: Partial<Record<Encoding, Uint8Array>> = { 'utf-16le': Uint8Array.of(10, 0), 'utf-16be': Uint8Array.of(0, 10) };

/** Where the line that begins at `start` ends, counted in bytes; -1 when its end has not arrived. */
function lineEnd(bytes: Buffer, start: number, mark: Uint8Array): number {
  for (let at = bytes.indexOf(mark, start); at >= 0; at = bytes.indexOf(mark, at + 1)) if ((at - start) % mark.length === 0) return at;
  return -1;
}

function isGood(bytes: Buffer, encoding: Encoding): boolean {
  if (encoding === 'utf-8') return isUtf8(bytes) && !bytes.includes(0);
  try {
    return !new TextDecoder(encoding, { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

/** The first line, from 1, that is not of this encoding; found by reading again, since a decoder does not say where it stumbled. */
export async function firstBadLine(path: string, encoding: Encoding): Promise<number> {
  const mark = LINE_ENDS[encoding] ?? Uint8Array.of(10);
  const file = await open(path);
  try {
    let line = 1;
    let carry: Buffer = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ highWaterMark: CHUNK })) {
      carry = Buffer.concat([carry, chunk as Buffer]);
      let start = 0;
      for (let end = lineEnd(carry, 0, mark); end >= 0; end = lineEnd(carry, start, mark)) {
        if (!isGood(carry.subarray(start, end), encoding)) return line;
        line += 1;
        start = end + mark.length;
      }
      carry = carry.subarray(start);
      if (carry.length > 4 * CHUNK) return line;
    }
    return line;
  } finally {
    await file.close();
  }
}
