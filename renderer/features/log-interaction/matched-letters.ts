import type { NameHit } from '#shared/contract/people.ts';

/** A run of letters; `hit` runs are the ones the search matched. */
export interface LetterRun {
  text: string;
  hit: boolean;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Runs of a name with the part that was typed marked; accents and case do not count. */
export function nameRuns(name: string, typed: string): LetterRun[] {
  const query = fold(typed.trim());
  // Folded letter by letter, since folding a whole name may change its length (ﬁ, Å).
  const letters = Array.from(name);
  const folded = letters.map(fold);
  if (query !== '') {
    for (let from = 0; from < letters.length; from++) {
      let to = from;
      let run = '';
      while (to < letters.length && run.length < query.length) run += folded[to++] ?? '';
      if (run === query) return compact([[letters.slice(0, from), false], [letters.slice(from, to), true], [letters.slice(to), false]]);
    }
  }
  return compact([[letters, false]]);
}

const compact = (parts: Array<[string[], boolean]>): LetterRun[] => parts.map(([letters, hit]) => ({ text: letters.join(''), hit })).filter((run) => run.text !== '');

/** Longest name that is taken for a person's: a double surname and a double given name. */
const PERSON_SYLLABLES = 4;

/** Runs of a pinyin name: a person's with the surname apart, `Liu Zijin` found by `lzj` marks L, Z and j; a longer one by syllables. */
export function pinyinRuns(pinyin: NonNullable<NameHit['pinyin']>): LetterRun[] {
  const isPerson = pinyin.length <= PERSON_SYLLABLES;
  return pinyin.flatMap(([syllable, letters], index) => {
    const shown = isPerson && index > 1 ? syllable.toLowerCase() : syllable;
    const gap = index === 1 || (index > 1 && !isPerson) ? [{ text: ' ', hit: false }] : [];
    return [...gap, ...compact([[[shown.slice(0, letters)], true], [[shown.slice(letters)], false]])];
  });
}
