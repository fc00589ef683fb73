const DIGITS = '零一二三四五六七八九';

/** Pattern of a whole number up to 999 in digits, or up to 99 in Chinese numerals. */
export const NUMBER = String.raw`(?:\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])`;

/** Value of what `NUMBER` matched: `12`, `三`, `十二`, `两`. */
export function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace('两', '二');
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['', plain];
  const ten = plain.includes('十') ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? DIGITS.indexOf(ones) : 0);
}

/** Full-width letters, digits and signs as their ASCII twins, and lower case; every position stays where it was. */
export function toHalfWidth(text: string): string {
  const narrow = text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
  return narrow.replace(/[A-Z]/g, (c) => c.toLowerCase());
}
