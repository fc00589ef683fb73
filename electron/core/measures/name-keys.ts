import { pinyin } from 'pinyin-pro';
import { foldText } from '#shared/kernel/fold-text.ts';
import { simplifyHan } from '#shared/kernel/simplify-han.ts';

/** The forms in which a thing is found by name. Several names stand on lines of their own, each begun by a line break. */
export interface NameKeys {
  /** What lists sort by. */
  sort: string;
  plain: string;
  /** Syllables of the names with Chinese in them, apart by spaces; a Latin word counts as one syllable. */
  pinyin: string;
  /** For each syllable of those names the pinyin from there on, written together; apart by spaces. */
  spelled: string;
  initials: string;
}

const HAN = /\p{Script=Han}/u;

/** Longer input than this is never matched from the middle of a name on; it keeps the keys of long names short. */
const SPELLED_LETTERS = 24;

/** Syllables of a name: of Chinese its pinyin, of anything else its words. `isPerson`: a leading character is read as a surname. */
function syllablesOf(name: string, isPerson: boolean): string[] {
  const read = HAN.test(name)
    ? pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true, ...(isPerson ? { surname: 'head' as const } : {}) })
    : [name];
  return read.flatMap((part) => foldText(part).split(/[^\p{L}\p{N}]+/u)).filter((part) => part !== '').map((part) => part.replaceAll('ü', 'v'));
}

function spelledOf(syllables: string[]): string {
  return syllables.map((_, index) => syllables.slice(index).join('').slice(0, SPELLED_LETTERS)).join(' ');
}

const lines = (texts: string[]): string => texts.map((text) => `\n${text}`).join('');

/** @param names in order of weight; the first is the one lists sort by */
export function nameKeys(names: readonly string[], isPerson: boolean): NameKeys {
  const folded = names.map((name) => simplifyHan(foldText(name)));
  const syllables = names.map((name) => syllablesOf(name, isPerson));
  const chinese = syllables.filter((_, index) => HAN.test(names[index] ?? ''));
  return {
    sort: HAN.test(names[0] ?? '') ? (syllables[0] ?? []).join(' ') : (folded[0] ?? ''),
    plain: lines(folded),
    pinyin: lines(chinese.map((parts) => parts.join(' '))),
    spelled: lines(chinese.map(spelledOf)),
    initials: lines(syllables.map((parts) => parts.map((part) => part[0]).join(''))),
  };
}
