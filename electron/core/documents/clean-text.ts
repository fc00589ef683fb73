/**
 * Imported text as one line of what XML 1.0 allows: no control characters, no half of a surrogate pair, no noncharacters.
 * Anything else is left as it is: it is data, and the writer escapes it.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff\s]+/gu, ' ').trim();
}
