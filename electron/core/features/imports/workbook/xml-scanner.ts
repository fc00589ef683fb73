/** What is told of an XML text as it streams by. Names come without their prefix, text with its entities resolved. */
export interface XmlHandler {
  /** @param tag everything between the angle brackets, for `attribute` */
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
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

/** Whether the bracket at `end - 1` ends the tag, or stands in one of its values. */
function isWhole(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 2) === 47 ? end - 3 : end - 2;
  const tag = text.slice(start, end);
  // Nearly every tag: a quotation mark that follows no equals sign closes a value.
  if (text.charCodeAt(last) === 34 && text.charCodeAt(last - 1) !== 61 && !tag.includes("'")) return true;
  return !tag.includes('=') || balanced(tag);
}

function balanced(tag: string): boolean {
  let open = '';
  for (let at = 0; at < tag.length; at += 1) {
    const char = tag.charAt(at);
    if (open === '' ? char === '"' || char === "'" : char === open) open = open === '' ? char : '';
  }
  return open === '';
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
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      const end = this.#markup(text, start);
      if (end < 0) break;
      if (start > at) this.#handler.text(plainXml(text.slice(at, start)));
      this.#take(text, start, end);
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > MAX_HELD) throw new SyntaxError('markup without an end');
  }

  end(): void {
    if (this.#open.length > 0 || this.#rest.trim() !== '') throw new SyntaxError('the end is missing');
  }

  /** @returns where the markup at `start` ends; -1 when that has not arrived */
  #markup(text: string, start: number): number {
    const after = (mark: string, from: number): number => {
      const found = text.indexOf(mark, from);
      return found < 0 ? -1 : found + mark.length;
    };
    const second = text.charCodeAt(start + 1);
    if (second === 47) return after('>', start);
    if (second === 63) return after('?>', start + 2);
    if (second === 33 && text.startsWith('<!--', start)) return after('-->', start + 4);
    if (second === 33 && text.startsWith('<![CDATA[', start)) return after(']]>', start + 9);
    let end = after('>', start);
    while (end > 0 && !isWhole(text, start, end)) end = after('>', end);
    return end;
  }

  #take(text: string, start: number, end: number): void {
    const second = text.charCodeAt(start + 1);
    if (second === 63) return;
    if (second === 33) {
      if (text.startsWith('<![CDATA[', start)) this.#handler.text(text.slice(start + 9, end - 3));
      else if (!text.startsWith('<!--', start)) throw new SyntaxError('a document type');
      return;
    }
    if (second === 47) this.#close(nameOf(text.slice(start + 2, end - 1)));
    else {
      const empty = text.charCodeAt(end - 2) === 47;
      const tag = text.slice(start + 1, empty ? end - 2 : end - 1);
      const name = nameOf(tag);
      this.#open.push(name);
      if (this.#open.length > MAX_DEPTH) throw new SyntaxError('nested too deeply');
      this.#handler.open(name, tag);
      if (empty) this.#close(name);
    }
  }

  #close(name: string): void {
    if (this.#open.pop() !== name) throw new SyntaxError(`</${name}> closes nothing`);
    this.#handler.close(name);
  }
}

function nameOf(tag: string): string {
  let end = 0;
  while (end < tag.length && tag.charCodeAt(end) > 32) end += 1;
  const colon = tag.lastIndexOf(':', end - 1);
  return tag.slice(colon < 0 ? 0 : colon + 1, end);
}
