/** What is told of an XML text as it streams by. Names come without their prefix, text with its entities resolved. */
export interface XmlHandler {
  /** @param tag everything between the angle brackets, for `attribute` */
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
  /**
   * Takes the element at `start` by itself, where it is of the kind that a file holds a million times and all of it has arrived.
   * @returns where it ends; -1 leaves it to the scanner, and nothing was taken
   */
  whole?(text: string, start: number): number;
}

/** Longer than any cell; what goes on without an end is broken. */
const MAX_HELD = 4 * 1024 ** 2;
const MAX_DEPTH = 200;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function character(code: number): string {
  return code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}

/** Resolves the five entities of XML and characters by number; others stay as they are written, for nothing may define them. */
export function plainXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (_, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    return decimal === undefined ? ENTITIES[(name ?? '').toLowerCase()] ?? '' : character(Number(decimal));
  });
}

/** Value of an attribute of a tag; null when it has none of that name. @param name with its prefix, if it has one */
export function attribute(tag: string, name: string): string | null {
  for (let at = tag.indexOf(`${name}=`); at > 0; at = tag.indexOf(`${name}=`, at + 1)) {
    if (tag.charCodeAt(at - 1) > 32) continue;
    const start = at + name.length + 2;
    const end = tag.indexOf(tag.charAt(start - 1), start);
    if (end >= 0) return plainXml(tag.slice(start, end));
  }
  return null;
}

/** Whether the bracket behind these words ends the tag, and stands in none of its values. */
function isPlain(tag: string): boolean {
  const last = tag.charCodeAt(tag.length - 1) === 47 ? tag.length - 2 : tag.length - 1;
  // Nearly every tag: a quotation mark that follows no equals sign closes a value.
  if (tag.charCodeAt(last) === 34 && tag.charCodeAt(last - 1) !== 61 && !tag.includes("'")) return true;
  return !tag.includes('=');
}

/** @returns where the bracket stands that ends the tag at `start`; -1 when it has not arrived */
function tagEnd(text: string, start: number): number {
  const first = text.indexOf('>', start);
  if (first < 0 || isPlain(text.slice(start, first))) return first;
  let quote = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) quote = 0;
    else if (quote === 0 && code === 62) return at;
    else if (quote === 0 && (code === 34 || code === 39)) quote = code;
  }
  return -1;
}

/**
 * Reads XML that arrives in pieces. It knows no document types and no entities of their making: a file that brings one is refused.
 * @throws SyntaxError for anything that is not well-formed
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #open: string[] = [];
  #rest = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(piece: string): void {
    const text = this.#rest + piece;
    const whole = this.#handler.whole?.bind(this.#handler);
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      if (start > at) this.#handler.text(plainXml(text.slice(at, start)));
      at = start;
      const known = whole?.(text, start) ?? -1;
      const end = known < 0 ? this.#take(text, start) : known;
      if (end < 0) break;
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > MAX_HELD) throw new SyntaxError('markup without an end');
  }

  end(): void {
    if (this.#open.length > 0 || this.#rest.trim() !== '') throw new SyntaxError('the end is missing');
  }

  /** Takes the markup at `start`. @returns where it ends; -1 when that has not arrived, and nothing was taken */
  #take(text: string, start: number): number {
    const second = text.charCodeAt(start + 1);
    if (second === 47) {
      const end = text.indexOf('>', start);
      if (end > 0) this.#close(nameOf(text, start + 2, end));
      return end < 0 ? -1 : end + 1;
    }
    if (second === 63) return after(text, '?>', start + 2);
    return second === 33 ? this.#takeAside(text, start) : this.#takeTag(text, start);
  }

  #takeAside(text: string, start: number): number {
    if (text.startsWith('<!--', start)) return after(text, '-->', start + 4);
    if (text.startsWith('<![CDATA[', start)) {
      const end = after(text, ']]>', start + 9);
      if (end > 0) this.#handler.text(text.slice(start + 9, end - 3));
      return end;
    }
    if (text.indexOf('>', start) > 0) throw new SyntaxError('a document type');
    return -1;
  }

  #takeTag(text: string, start: number): number {
    const end = tagEnd(text, start);
    if (end < 0) return -1;
    const empty = text.charCodeAt(end - 1) === 47;
    const tag = text.slice(start + 1, empty ? end - 1 : end);
    const name = nameOf(tag, 0, tag.length);
    this.#open.push(name);
    if (this.#open.length > MAX_DEPTH) throw new SyntaxError('nested too deeply');
    this.#handler.open(name, tag);
    if (empty) this.#close(name);
    return end + 1;
  }

  #close(name: string): void {
    if (this.#open.pop() !== name) throw new SyntaxError(`</${name}> closes nothing`);
    this.#handler.close(name);
  }
}

/** @returns where `mark` ends; -1 when it has not arrived */
function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

function nameOf(text: string, from: number, to: number): string {
  let start = from;
  let end = from;
  for (; end < to; end += 1) {
    const code = text.charCodeAt(end);
    if (code <= 32) break;
    if (code === 58) start = end + 1;
  }
  return text.slice(start, end);
}
