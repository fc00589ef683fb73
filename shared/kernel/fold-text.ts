/** Letters that Unicode does not take apart into a base letter and an accent. */
const WHOLE: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h',
};

/** Whether a text is of ASCII words with single spaces between: most names are, and then lower case is all that comparing needs. */
export const isPlainText = (text: string): boolean => /^[!-~]+(?: [!-~]+)*$/.test(text);

/** Lower case without accents, full-width forms made narrow, white space single: the form in which names are compared and found. */
export function foldText(text: string): string {
  if (isPlainText(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþıħ]/g, (letter) => WHOLE[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}
