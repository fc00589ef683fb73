import type { SearchQuery } from './search-line.ts';
import { isWord, tokenise } from './tokenise.ts';

/** What an index is asked for so that it names every line that answers a query. */
export interface IndexQuery {
  /** All of these, … */
  terms: string[];
  /** … and for each of these a term that begins so. */
  beginnings: string[];
  /** Nothing else is named; if false, each line that is named has to be read. */
  isExact: boolean;
}

/** Marks the beginning of a word, up to so many letters, as a term of its own. A private character: no token holds it. */
const BEGINNING = '\u{E001}';
const LETTERS_KEPT = 3;

/** The first characters of a word; without `count`, one. */
function begin(word: string, count = 1): string {
  if (word.length <= count) return word;
  let end = 0;
  for (let left = count; left > 0 && end < word.length; left -= 1) end += (word.codePointAt(end) ?? 0) > 0xFFFF ? 2 : 1;
  return word.slice(0, end);
}

/** Neighbours as one term: far rarer than either. Of a word that follows its first letter, since more of it may not have been typed yet. */
const pairOf = (token: string, next: string): string => token + begin(next);

/**
 * The terms of a text, apart by spaces: characters, words, beginnings of words, and pairs of neighbours.
 * Two words are no pair: only white space parts them, at which what was typed is parted too.
 */
export function indexTerms(text: string): string {
  let terms = '';
  let before: string | null = null;
  let wasWord = false;
  for (const { text: token } of tokenise(text.normalize('NFC'))) {
    const word = isWord(token);
    if (before !== null && !(word && wasWord)) terms += ` ${pairOf(before, token)}`;
    terms += ` ${token}`;
    if (word) for (let count = 1, shorter = ''; count <= LETTERS_KEPT && shorter !== token; count += 1) terms += ` ${BEGINNING}${(shorter = begin(token, count))}`;
    before = token;
    wasWord = word;
  }
  return terms;
}

/** The terms that stand for a query; exact where a part is no more than one of them, since pairs of a text need not follow each other. */
export function indexQuery(query: SearchQuery): IndexQuery {
  const terms = new Set<string>();
  const beginnings = new Set<string>();
  let isExact = true;
  for (const part of query) {
    part.forEach((token, index) => {
      const next = part[index + 1];
      if (next !== undefined) terms.add(pairOf(token, next));
    });
    const last = part.at(-1) ?? '';
    const typed = [...last].length;
    if (!isWord(last)) {
      if (part.length === 1) terms.add(last);
    } else if (part.length === 1 || typed > 1) {
      if (typed <= LETTERS_KEPT) terms.add(BEGINNING + last);
      else beginnings.add(last);
    }
    if (part.length > 2 || (part.length === 2 && isWord(last) && typed > 1)) isExact = false;
  }
  return { terms: [...terms], beginnings: [...beginnings], isExact };
}
