import { STOP, tokenise, type Token } from './tokenise.ts';

/** Parts that must all be found, each a phrase of tokens. */
export type SearchQuery = readonly (readonly string[])[];

/** A text as search compares it: its tokens, each begun by a space. */
export function searchLine(text: string): string {
  return tokenise(text.normalize('NFC')).map((token) => ` ${token.text}`).join('');
}

const isStop = (token: Token): boolean => token.text === STOP;

/** Punctuation around what was typed says nothing: a name in brackets is found without them. */
function withoutEnds(tokens: Token[]): string[] {
  const first = tokens.findIndex((token) => !isStop(token));
  return first < 0 ? [] : tokens.slice(first, tokens.findLastIndex((token) => !isStop(token)) + 1).map((token) => token.text);
}

/** What was typed: white space parts it, and every part must be found. Empty when it holds neither letter nor digit. */
export function readQuery(text: string): SearchQuery {
  return text.normalize('NFC').split(/\s+/).map((part) => withoutEnds(tokenise(part))).filter((part) => part.length > 0);
}

/** The part as it must stand in a line: tokens in a row, the last one perhaps the beginning of a longer word. */
export const phraseOf = (part: readonly string[]): string => part.map((token) => ` ${token}`).join('');

/** Whether a line (see `searchLine`) answers a query. This is what a full scan does, and what the index must find. */
export function isMatch(line: string, query: SearchQuery): boolean {
  return query.length > 0 && query.every((part) => line.includes(phraseOf(part)));
}
