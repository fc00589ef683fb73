import { writeFileSync } from 'node:fs';
import { CodedError } from '#shared/kernel/coded-error.ts';

/**
 * Writes what the core made to a file, over one of the same name.
 * @param path absolute
 * @returns bytes written
 * @throws CodedError `file-not-written`
 */
export async function writeOut(path: string, made: File): Promise<number> {
  const bytes = new Uint8Array(await made.arrayBuffer());
  try {
    writeFileSync(path, bytes);
  } catch (cause) {
    throw new CodedError('file-not-written', { where: { file: path }, params: { detail: cause instanceof Error ? cause.message : '' }, cause });
  }
  return bytes.length;
}
