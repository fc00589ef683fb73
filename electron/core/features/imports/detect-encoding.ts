import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { encodings, type Encoding } from '#shared/domain/import/layout.ts';
import { pairScores } from './encoding-score.ts';

const LIKELY = 0.72;
const FEW = 4;
const ESCAPE = 0x1b;
const SHIFT_OUT = 0x0e;
const known = new Set<string>(encodings);

/** Names that a detector uses for what the WHATWG decodes as another. */
const OTHER_NAMES: Readonly<Record<string, string>> = { 'iso-8859-1': 'windows-1252', 'iso-8859-9': 'windows-1254', 'ascii': 'utf-8' };

const isEncoding = (name: string): name is Encoding => known.has(name);

/** Whether all of the sample is text of the encoding; a character that the sample's end cuts does not count. */
function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: in texts of any language every other byte is often zero, or a few thousand characters share their high byte. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  if (odd > even * 2 && decodes(bytes, 'utf-16le')) return 'utf-16le';
  return even > odd * 2 && decodes(bytes, 'utf-16be') ? 'utf-16be' : null;
}

function marked(bytes: Uint8Array): Encoding | 'unknown' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'unknown' : 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

function eastAsian(bytes: Uint8Array): Encoding | null {
  const scores = pairScores(bytes);
  const chances: [Encoding, number][] = [
    ['euc-jp', scores.kana > 0.15 ? 1.1 : 0], ['shift_jis', scores.shiftKana > 0.2 ? 1.1 : 0], ['euc-kr', scores.korean > 0.96 ? 1.05 : 0],
    ['gb18030', scores.gb18030], ['big5', scores.big5],
  ];
  return chances.toSorted((a, b) => b[1] - a[1]).find(([encoding, score]) => score >= LIKELY && decodes(bytes, encoding))?.[0] ?? null;
}

/** Text in UTF-8 of which little is broken: its error then names the line, where another encoding would make nonsense of it all. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const letters = Array.from(text).filter((letter) => letter > '\u007f');
  return letters.filter((letter) => letter === '\ufffd').length * 10 < letters.length;
}

/** Old Macs keep the letter я where Windows has Я, which hardly ever follows a small letter. */
function isFromMac(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/[\xe0-\xfe]\xdf/g) > count(/\xff/g);
}

function byStatistics(bytes: Uint8Array): Encoding {
  // A handful of letters tells no language from another.
  if (bytes.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0) < FEW) return 'windows-1252';
  const names = analyse(bytes).map(({ name }) => OTHER_NAMES[name.toLowerCase()] ?? name.toLowerCase());
  const narrow = names.filter((name) => !/^(?:utf-|gb|big5|euc|shift|iso-2022)/.test(name));
  const found = narrow.filter(isEncoding).find((name) => decodes(bytes, name)) ?? 'windows-1252';
  return found === 'windows-1251' && isFromMac(bytes) ? 'x-mac-cyrillic' : found;
}

/**
 * Tells the encoding of a text: by its mark, else UTF-8 where the bytes are valid as such, else by what the characters would be.
 * @param bytes a sample from the beginning
 * @param rest a sample around the first byte that is no ASCII, where the beginning is all ASCII
 * @returns null for an encoding that cannot be read, and for what is no text
 */
export function detectEncoding(bytes: Uint8Array, rest: Uint8Array | null = null): Encoding | null {
  const mark = marked(bytes);
  if (mark !== null) return mark === 'unknown' ? null : mark;
  if (bytes.includes(0)) return wideEncoding(bytes);
  // Escape and shift-out switch letters in texts that are ASCII by their bytes.
  if (bytes.includes(ESCAPE) || bytes.includes(SHIFT_OUT)) {
    const [first] = analyse(bytes);
    return first && /^iso-2022/i.test(first.name) ? (/jp$/i.test(first.name) ? 'iso-2022-jp' : null) : 'utf-8';
  }
  const sample = rest ?? bytes;
  if (isUtf8(trimCut(sample)) || isMostlyUtf8(sample)) return 'utf-8';
  return eastAsian(sample) ?? byStatistics(sample);
}

/** Takes off what a cut may have left of a character of UTF-8. */
function trimCut(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return needs > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}
