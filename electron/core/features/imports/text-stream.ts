import { open } from 'node:fs/promises';
import type { Encoding } from '#shared/domain/import/layout.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { firstBadLine } from './bad-line.ts';

const CHUNK = 262_144;

export interface TextPiece {
  /** Lines end with a bare line feed, whatever they ended with in the file. */
  text: string;
  /** Bytes of the file read so far. */
  bytes: number;
  final: boolean;
}

/**
 * Reads a text file piece by piece; a byte order mark is dropped.
 * @throws CodedError `encoding-not-supported` with the line, for anything but text of the encoding
 */
export async function* textStream(path: string, name: string, encoding: Encoding = 'utf-8'): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const file = await open(path);
  try {
    let bytes = 0;
    let held = '';
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK, null);
      bytes += bytesRead;
      const final = bytesRead === 0;
      const text = held + decoder.decode(buffer.subarray(0, bytesRead), { stream: !final });
      if (text.includes('\0')) throw new TypeError('a zero byte is no text');
      // A carriage return at the end may be the first half of a line end.
      held = !final && text.endsWith('\r') ? '\r' : '';
      yield { text: (held ? text.slice(0, -1) : text).replaceAll('\r\n', '\n').replaceAll('\r', '\n'), bytes, final };
      if (final) return;
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CodedError('encoding-not-supported', { where: { file: name, row: await firstBadLine(path, encoding) }, cause: error });
  } finally {
    await file.close();
  }
}
