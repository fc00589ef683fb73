import { readFileSync, statSync } from 'node:fs';
import type { ChosenFiles } from '#core/ports/host-ports.ts';
import { MAX_LOGO_BYTES, type LogoDocument } from '#shared/domain/document/look.ts';
import { pictureSize } from '#shared/domain/document/picture-size.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';

/**
 * Reads a chosen picture as a logo.
 * @param token of the chosen file
 * @throws CodedError `file-not-found`, `logo-too-large` over 512 KiB, `logo-not-picture` for anything but a PNG or JPEG by its content
 */
export function readLogo(files: ChosenFiles, token: string): LogoDocument {
  const file = files.resolve(token);
  if (!file) throw new CodedError('file-not-found');
  const where = { file: file.name };
  const bytes = read(file.path, where);
  const size = pictureSize(bytes);
  if (!size) throw new CodedError('logo-not-picture', { where });
  return { version: 1, ...size, data: bytes.toString('base64') };
}

function read(path: string, where: { file: string }): Buffer {
  try {
    if (statSync(path).size <= MAX_LOGO_BYTES) return readFileSync(path);
  } catch (cause) {
    throw new CodedError('file-not-found', { where, cause });
  }
  throw new CodedError('logo-too-large', { where });
}
