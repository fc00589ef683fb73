import type { SearchQuery } from './search-line.ts';
import { isWord, STOP, tokenise } from './tokenise.ts';

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

/**
 * Neighbours as one term, with the stop that is between them: far rarer than either, and a stop alone tells nothing.
 * Of a word that follows its first letter, since more of it may not have been typed yet.
 */
const pairOf = (token: string, stop: string, next: string): string => token + stop + begin(next);

/**
 * The terms of a text, apart by spaces: characters, words, beginnings of words, and pairs of neighbours.
 * Two words with no stop between are no pair: white space parts them, at which what was typed is parted too.
 */
export function indexTerms(text: string): string {
  let terms = '';
  let before: string | null = null;
  let wasWord = false;
  let stop = '';
  for (const { text: token } of tokenise(text.normalize('NFC'))) {
    if (token === STOP) {
      stop = STOP;
      continue;
    }
    const word = isWord(token);
    if (before !== null && (stop !== '' || !(word && wasWord))) terms += ` ${pairOf(before, stop, token)}`;
    terms += ` ${token}`;
    if (word) for (let count = 1, shorter = ''; count <= LETTERS_KEPT && shorter !== token; count += 1) terms += ` ${BEGINNING}${(shorter = begin(token, count))}`;
    before = token;
    wasWord = word;
    stop = '';
  }
  return terms;
}

/** The pairs of a part, which neither begins nor ends with a stop. */
function pairsOf(part: readonly string[]): string[] {
  return part.flatMap((token, index) => {
    const next = part[index + 1];
    if (token === STOP || next === undefined) return [];
    return [next === STOP ? pairOf(token, STOP, part[index + 2] ?? '') : pairOf(token, '', next)];
  });
}

/** The terms that stand for a query; exact where a part is no more than one of them, since pairs of a text need not follow each other. */
export function indexQuery(query: SearchQuery): IndexQuery {
  const terms = new Set<string>();
  const beginnings = new Set<string>();
  let isExact = true;
  for (const part of query) {
    const pairs = pairsOf(part);
    for (const pair of pairs) terms.add(pair);
    const last = part.at(-1) ?? '';
    const typed = isWord(last) ? [...last].length : 0;
    const isPaired = pairs.length > 0 && typed <= 1;
    if (typed > LETTERS_KEPT) beginnings.add(last);
    else if (!isPaired) terms.add(typed > 0 ? BEGINNING + last : last);
    if (pairs.length > 1 || (pairs.length === 1 && !isPaired)) isExact = false;
  }
  return { terms: [...terms], beginnings: [...beginnings], isExact };
}
