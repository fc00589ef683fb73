const TONES = 6;

/**
 * Up to two letters for a round mark: `He Wanqing` → HW; a Chinese given name, of which one character fits
 * a mark of 24 px or less: 陈立新 → 新, larger 立新.
 */
export function initialsOf(name: string, size: number): string {
  const trimmed = name.trim();
  if (/\p{Script=Han}/u.test(trimmed)) {
    const characters = [...trimmed.replaceAll(/\s/g, '')];
    return characters.slice(size <= 24 || characters.length < 3 ? -1 : -2).join('');
  }
  const words = trimmed.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = words[0] ?? trimmed;
  const last = words.length > 1 ? words.at(-1) : undefined;
  return ([...first][0] ?? '').toUpperCase() + (last ? ([...last][0] ?? '').toUpperCase() : '');
}

/** Which of the mark colours a name gets; the same name always the same. */
export function toneOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % TONES;
}
