const LOOKS_LIKE_HTML = /<(?:html|head|body|div|p|br|span|table|meta|style|font|b|i|a)\b[^>]*>/i;
const UNSEEN = /<!--[^]*?(?:-->|$)|<(style|script|head|title|template)\b[^]*?(?:<\/\1\s*>|$)/gi;
const LINE_ENDS = /<(?:br|hr)\b[^>]*>|<\/(?:p|div|tr|li|h[1-6]|blockquote|table|ul|ol)\s*>/gi;
const TAGS = /<\/?[a-z!][^>]*(?:>|$)/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', copy: '©', reg: '®', euro: '€', middot: '·', bull: '•' };

function decode(entity: string, code: string): string {
  if (!code.startsWith('#')) return Object.hasOwn(NAMED, code.toLowerCase()) ? NAMED[code.toLowerCase()] ?? entity : entity;
  const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10);
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : entity;
}

/**
 * The words of a text that mail and calendar programs wrote as HTML; any other text as it is. Nothing of it is run,
 * fetched or kept as markup: the result is shown as plain text.
 */
export function htmlToText(text: string): string {
  if (!LOOKS_LIKE_HTML.test(text)) return text;
  return text.replace(UNSEEN, ' ').replace(/[\s\u00a0]+/g, ' ').replace(LINE_ENDS, '\n').replace(TAGS, '')
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi, decode)
    .replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}
