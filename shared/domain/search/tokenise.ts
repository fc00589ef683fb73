import { foldText } from '#shared/kernel/fold-text.ts';
import { simplifyCharacter } from '#shared/kernel/simplify-han.ts';

export interface Token {
  /** Folded: one character of a script without spaces, a word of any other, or `STOP`. */
  text: string;
  /** Where it stands in the text it was read from; in UTF-16 units. */
  start: number;
  end: number;
}

/** Stands for a run of punctuation, which keeps words on both its sides from being read as one phrase. A private character: no word holds it. */
export const STOP = '\u{E000}';

/** Longer words are cut: an index keeps no term of any length. */
const LONGEST_WORD = 120;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
const WORD = /[\p{L}\p{N}]/u;

type Class = 'character' | 'letter' | 'space' | 'stop' | 'nothing';
type Piece = readonly [cls: Class, text: string];

/** By code point: a number is looked up in less time than the string that iterating makes of each character. */
const known = new Map<number, readonly Piece[]>();

function classOf(character: string): Class {
  if (UNSPACED.test(character)) return 'character';
  if (WORD.test(character)) return 'letter';
  return 'stop';
}

/** What one character of a text says: accents and marks say nothing, some ligatures and squared words say several things. */
function readCharacter(character: string): readonly Piece[] {
  if (/\s/.test(character)) return [['space', '']];
  if (/[\p{M}\p{Cf}]/u.test(character)) return [['nothing', '']];
  const pieces = [...foldText(character)].map((one): Piece => {
    const cls = classOf(one);
    return [cls, cls === 'character' ? simplifyCharacter(one) : one];
  });
  return pieces.length === 0 ? [['stop', '']] : pieces;
}

function piecesOf(point: number): readonly Piece[] {
  let pieces = known.get(point);
  if (!pieces) known.set(point, (pieces = readCharacter(String.fromCodePoint(point))));
  return pieces;
}

/**
 * Takes a text apart into what search compares: the one meaning of a match, for the index and for a scan alike.
 * Case, accents, width and the way Chinese is written do not count; white space only parts words.
 * @param text in composed form (NFC)
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let word: Token | null = null;
  for (let at = 0, end = 0; at < text.length; at = end) {
    const point = text.codePointAt(at) ?? 0;
    end = at + (point > 0xFFFF ? 2 : 1);
    for (const [cls, piece] of piecesOf(point)) {
      if (cls === 'nothing') continue;
      if (cls === 'letter') {
        if (!word) tokens.push((word = { text: '', start: at, end }));
        if (word.text.length < LONGEST_WORD) word.text += piece;
        word.end = end;
        continue;
      }
      word = null;
      if (cls === 'character') tokens.push({ text: piece, start: at, end });
      else if (cls === 'stop' && tokens.at(-1)?.text !== STOP) tokens.push({ text: STOP, start: at, end });
    }
  }
  return tokens;
}

const words = new Map<string, boolean>();

/** Whether a token is a word, of which the beginning is enough, and not a single character. */
export function isWord(token: string): boolean {
  // Characters and stops are never longer.
  if (token.length > 2) return true;
  let word = words.get(token);
  if (word === undefined) words.set(token, (word = token !== STOP && !UNSPACED.test(token)));
  return word;
}
