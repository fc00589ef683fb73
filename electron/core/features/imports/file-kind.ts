import { CodedError } from '#shared/kernel/coded-error.ts';
import { detectEncoding } from './detect-encoding.ts';
import { COMPOUND_SIGN } from './old-workbook/compound-file.ts';

/** How the bytes of a file are to be understood; its name says nothing about that. */
export type FileKind = 'text' | 'gzip' | 'zip' | 'compound' | 'html';

const SIGNATURES: readonly [format: string, bytes: string][] = [
  ['PDF', '%PDF-'], ['PNG', '\x89PNG'], ['JPEG', '\xff\xd8\xff'], ['GIF', 'GIF8'], ['TIFF', 'II*\0'], ['TIFF', 'MM\0*'], ['RAR', 'Rar!'], ['7Z', '7z\xbc\xaf'], ['RTF', '{\\rtf'],
  ['SQLite', 'SQLite format 3\0'], ['XZ', '\xfd7zXZ'], ['BZIP2', 'BZh9'], ['ZSTD', '\x28\xb5\x2f\xfd'], ['MHTML', 'MIME-Version:'], ['EXE', 'MZ\x90\0'], ['ELF', '\x7fELF'],
];
const HTML = /^(?:<\?xml[^>]*>)?\s*(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|meta|table|body|style|div)[\s>]/i;

/** Bytes that texts do not hold; tabs, line ends and those that switch letters they do. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 15 && byte < 32 && byte !== 27);
}

/**
 * Tells by its first bytes what a file is.
 * @throws CodedError `file-other-workbook`, `file-not-table` for what cannot be read, with its name in `params.format`
 */
export function fileKind(head: Buffer, file: string): FileKind {
  const text = head.toString('latin1', 0, 4_096);
  const where = { file };
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return 'zip';
  if (text.startsWith('\x1f\x8b')) return 'gzip';
  if (head.toString('hex', 0, 8) === COMPOUND_SIGN) return 'compound';
  const known = SIGNATURES.find(([, bytes]) => text.startsWith(bytes));
  if (known) throw new CodedError('file-not-table', { where, params: { format: known[0] } });
  const letters = text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '').trimStart();
  if (HTML.test(letters)) return 'html';
  if (letters.startsWith('<?xml')) throw new CodedError(letters.includes('urn:schemas-microsoft-com:office:spreadsheet') ? 'file-other-workbook' : 'file-not-table', { where, params: { format: 'XML' } });
  // Four bytes a letter: text, if none that can be read.
  if (/^(?:\0\0\xfe\xff|\xff\xfe\0\0|(?:\0\0\0[ -~]){4}|(?:[ -~]\0\0\0){4})/.test(text)) return 'text';
  const wide = detectEncoding(head.subarray(0, 4_096))?.startsWith('utf-16') === true;
  const controls = wide ? 0 : head.subarray(0, 4_096).filter(isControl).length;
  if (controls > 8 && controls * 20 > text.length) throw new CodedError('file-not-table', { where, params: { format: '' } });
  return 'text';
}
