/** Longest name of a sheet, in UTF-16 units. */
const LONGEST = 31;

const short = (text: string, room: number): string => text.slice(0, room).toWellFormed().replace(/\ufffd$/, '').replace(/[\s']+$/, '');

/**
 * A name that spreadsheets take for a sheet: without what they forbid, at most 31 characters, unlike all before it.
 * @param part counted from 1: what goes on from another sheet says so behind its name
 * @param taken names in lower case; the new one joins them
 */
export function sheetName(title: string, taken: Set<string>, part = 1): string {
  const plain = title.toWellFormed().replace(/[\p{Cc}\p{Cf}\ufffd\ufffe\uffff[\]:*?/\\]/gu, ' ').replace(/\s+/g, ' ').replace(/^[\s']+/, '');
  const behind = part === 1 ? '' : ` (${part})`;
  const name = `${short(plain, LONGEST - behind.length) || 'Sheet'}${behind}`;
  // Excel keeps this one for itself.
  let unlike = name.toLowerCase() === 'history' ? `${name} 1` : name;
  for (let no = 2; taken.has(unlike.toLowerCase()); no += 1) unlike = `${short(name, LONGEST - String(no).length - 1)} ${no}`;
  taken.add(unlike.toLowerCase());
  return unlike;
}
