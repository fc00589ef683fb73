import { plainXml } from './xml-scanner.ts';

const TEXT = '<t>';
const SPACED = '<t xml:space="preserve">';

/**
 * Finds the text of an element `t` that has no other attribute than that its spaces count.
 * @param tail what has to follow it
 * @returns null where it is otherwise, or has not all arrived
 */
export function plainText(text: string, start: number, tail: string): { value: string; end: number } | null {
  const from = text.startsWith(TEXT, start) ? start + TEXT.length : text.startsWith(SPACED, start) ? start + SPACED.length : -1;
  const to = from < 0 ? -1 : text.indexOf('<', from);
  return to >= 0 && text.startsWith(tail, to) ? { value: plainXml(text.slice(from, to)), end: to + tail.length } : null;
}
