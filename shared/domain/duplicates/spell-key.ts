const FORMS = /(?: gu fen)?(?: you xian)(?: ze ren)? gong si$| (?:gu fen|zong|ji tuan) gong si$| ji tuan$| gong si$/;

/** Shorter spellings are alike by chance. */
const TELLING = 6;

/**
 * What a Chinese company name sounds like, without its legal form.
 * @param syllables pinyin, apart by spaces, as in `name_key`
 * @returns null where that is too short to tell anything
 */
export function spellCompany(syllables: string): string | null {
  let bare = ` ${syllables}`;
  for (let next = bare.replace(FORMS, ''); next !== bare; next = bare.replace(FORMS, '')) bare = next;
  const letters = bare.replaceAll(' ', '');
  return letters.length >= TELLING ? letters : null;
}

/**
 * The spellings under which a person may be written in letters: as they stand, and with the last word first.
 * @param name folded words without Chinese
 */
export function spellPerson(name: string): string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const last = words.at(-1);
  if (words.length < 2 || last === undefined) return words;
  return [...new Set([words.join(''), [last, ...words.slice(0, -1)].join('')])];
}
