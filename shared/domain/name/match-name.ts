import { foldText } from '#shared/kernel/fold-text.ts';
import { simplifyHan } from '#shared/kernel/simplify-han.ts';

/** What was typed, in the forms that names are compared with. */
export interface NameQuery {
  plain: string;
  /** Letters and digits only, as pinyin and initials are typed; empty when there is anything else in it. */
  letters: string;
}

/** Forms of a name; several names of one thing stand on lines of their own, each begun by a line break. */
export interface FoundForms {
  plain: string;
  pinyin: string;
  initials: string;
}

export interface NameMatch {
  /** 0 from the beginning of a name, 1 from the beginning of a word or syllable, 2 anywhere. */
  rank: 0 | 1 | 2;
  /** Syllables with the number of their letters that were typed, when only the pinyin matched. */
  pinyin: [string, number][] | null;
}

export function nameQuery(text: string): NameQuery {
  const plain = simplifyHan(foldText(text));
  const letters = foldText(text.replaceAll(/[üÜ]/g, 'v')).replaceAll(/[\s'’-]/g, '');
  return { plain, letters: /^[a-z0-9]+$/.test(letters) ? letters : '' };
}

const linesOf = (form: string): string[] => form.split('\n').slice(1);

/** Reads `letters` as beginnings of syllables in a row, at least one letter of each; whole syllables are tried first. */
function spell(letters: string, syllables: readonly string[]): number[] | null {
  if (letters === '') return [];
  const [syllable, ...rest] = syllables;
  if (syllable === undefined) return null;
  for (let length = Math.min(syllable.length, letters.length); length > 0; length--) {
    if (!syllable.startsWith(letters.slice(0, length))) continue;
    const tail = spell(letters.slice(length), rest);
    if (tail) return [length, ...tail];
  }
  return null;
}

function matchPlain(forms: FoundForms, query: NameQuery): NameMatch['rank'] | null {
  if (query.plain === '') return 0;
  const lines = linesOf(forms.plain);
  if (lines.some((line) => line.startsWith(query.plain))) return 0;
  if (lines.some((line) => ` ${line}`.includes(` ${query.plain}`))) return 1;
  return lines.some((line) => line.includes(query.plain)) ? 2 : null;
}

function matchInitials(forms: FoundForms, letters: string): NameMatch['rank'] | null {
  if (letters === '') return null;
  const lines = linesOf(forms.initials);
  if (lines.some((line) => line.startsWith(letters))) return 0;
  return lines.some((line) => line.includes(letters)) ? 1 : null;
}

function matchPinyin(forms: FoundForms, letters: string): NameMatch | null {
  if (letters === '') return null;
  let inner: NameMatch | null = null;
  for (const line of linesOf(forms.pinyin)) {
    const syllables = line.split(' ');
    for (let start = 0; start < syllables.length; start++) {
      const counts = spell(letters, syllables.slice(start));
      if (!counts) continue;
      const marked = syllables.map((syllable, index): [string, number] => [
        syllable.slice(0, 1).toUpperCase() + syllable.slice(1), counts[index - start] ?? 0,
      ]);
      if (start === 0) return { rank: 0, pinyin: marked };
      inner ??= { rank: 1, pinyin: marked };
    }
  }
  return inner;
}

/** How well a name answers a query, by its text, its pinyin or its initials; null when it does not. */
export function matchName(forms: FoundForms, query: NameQuery): NameMatch | null {
  const plain = matchPlain(forms, query);
  if (plain === 0) return { rank: 0, pinyin: null };
  const pinyin = matchPinyin(forms, query.letters);
  const initials = matchInitials(forms, query.letters);
  const best = Math.min(plain ?? 3, pinyin?.rank ?? 3, initials ?? 3);
  if (plain === best) return { rank: plain, pinyin: null };
  if (pinyin?.rank === best) return pinyin;
  return initials === null ? null : { rank: initials, pinyin: null };
}
