import type { TextRange } from './model.ts';
import type { SearchQuery } from './search-line.ts';
import { tokenise, type Token } from './tokenise.ts';

export interface MarkedText {
  text: string;
  /** In order, none touching another. */
  marks: TextRange[];
}

/** How much of a long text is shown, in characters, and how much of it before the first match: little, so that the match is seen where there is little room. */
const SHOWN = 110;
const BEFORE = 10;

function standsAt(tokens: readonly Token[], start: number, part: readonly string[]): boolean {
  return part.every((wanted, index) => {
    const token = tokens[start + index]?.text;
    return index === part.length - 1 ? token?.startsWith(wanted) : token === wanted;
  });
}

/** Of the last word only what was typed is marked; where one character stands for several letters, all of it. */
function endOf(token: Token, wanted: string): number {
  const whole = token.end - token.start === token.text.length;
  return whole ? token.start + Math.min(wanted.length, token.text.length) : token.end;
}

/** Where the parts of a query stand in a text (NFC). */
export function matchRanges(text: string, query: SearchQuery): TextRange[] {
  const tokens = tokenise(text);
  const found = query.flatMap((part) => tokens.flatMap((token, index): TextRange[] => {
    const last = tokens[index + part.length - 1];
    return last && standsAt(tokens, index, part) ? [[token.start, endOf(last, part.at(-1) ?? '')]] : [];
  }));
  const merged: TextRange[] = [];
  for (const [start, end] of found.toSorted((a, b) => a[0] - b[0])) {
    const before = merged.at(-1);
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** A cut must not part the two halves of one character. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at);

/** A text with its matches marked. */
export function markMatches(text: string, query: SearchQuery): MarkedText {
  const composed = text.normalize('NFC');
  return { text: composed, marks: matchRanges(composed, query) };
}

/** The stretch of a long text around its first match, on one line; null when nothing of the query stands in it. */
export function snippetOf(text: string, query: SearchQuery): MarkedText | null {
  const { text: line, marks } = markMatches(text.replaceAll(/\s+/g, ' ').trim(), query);
  const [first] = marks;
  if (!first) return null;
  const from = first[0] <= BEFORE ? 0 : whole(line, first[0] - BEFORE);
  const to = line.length - from <= SHOWN ? line.length : whole(line, from + SHOWN);
  const lead = from > 0 ? '…' : '';
  const shift = lead.length - from;
  return {
    text: `${lead}${line.slice(from, to)}${to < line.length ? '…' : ''}`,
    marks: marks.filter(([start]) => start < to).map(([start, end]) => [start + shift, Math.min(end, to) + shift]),
  };
}
