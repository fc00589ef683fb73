import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';

const CHUNK = 262_144;

/** The first line, from 1, that is not UTF-8; found by reading again, since a decoder does not say where it stumbled. */
export async function firstBadLine(path: string): Promise<number> {
  const file = await open(path);
  try {
    let line = 1;
    let carry: Buffer = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ highWaterMark: CHUNK })) {
      carry = Buffer.concat([carry, chunk as Buffer]);
      let start = 0;
      for (let end = carry.indexOf(10); end >= 0; end = carry.indexOf(10, start)) {
        const bytes = carry.subarray(start, end);
        if (!isUtf8(bytes) || bytes.includes(0)) return line;
        line += 1;
        start = end + 1;
      }
      carry = carry.subarray(start);
      if (carry.length > 4 * CHUNK) return line;
    }
    return line;
  } finally {
    await file.close();
  }
}
