import { plainText } from './plain-text.ts';
import { plainXml } from './xml-scanner.ts';

const QUOTE = 34;
const SLASH = 47;
const EQUALS = 61;
const CLOSES = 62;

/** A cell of a sheet, read at one go where it is written as nearly every program writes it. */
export class PlainCell {
  /** Zero-based; -1 when its place is not given. */
  column = -1;
  style = 0;
  type = 'n';
  value = '';
  isInline = false;

  /** @returns where the cell at `start` ends; -1 where it is written in another way, or has not all arrived */
  read(text: string, start: number): number {
    this.column = -1;
    this.style = 0;
    this.type = 'n';
    this.value = '';
    this.isInline = false;
    const end = this.#attributes(text, start + 2);
    const code = text.charCodeAt(end);
    if (code === SLASH) return text.charCodeAt(end + 1) === CLOSES ? end + 2 : -1;
    return code === CLOSES ? this.#content(text, end + 1) : -1;
  }

  /** @returns where the tag ends, or where it goes on otherwise */
  #attributes(text: string, start: number): number {
    let at = start;
    // Of an attribute that is given twice the scanner's handler takes the first.
    let seen = 0;
    while (text.charCodeAt(at) === 32 && text.charCodeAt(at + 2) === EQUALS && text.charCodeAt(at + 3) === QUOTE) {
      const name = text.charCodeAt(at + 1);
      const from = at + 4;
      const to = name === 114 ? this.#place(text, from) : name === 115 ? this.#number(text, from) : name === 116 ? this.#kind(text, from) : -1;
      const bit = 1 << (name - 114);
      if (text.charCodeAt(to) !== QUOTE || (seen & bit) !== 0) return -1;
      seen |= bit;
      at = to + 1;
    }
    return at;
  }

  #place(text: string, from: number): number {
    let at = from;
    let column = 0;
    for (let code = text.charCodeAt(at); code >= 65 && code <= 90 && at - from < 4; code = text.charCodeAt(at)) {
      column = column * 26 + code - 64;
      at += 1;
    }
    if (column === 0) return -1;
    this.column = column - 1;
    for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(at)) at += 1;
    return at;
  }

  #number(text: string, from: number): number {
    let at = from;
    for (let code = text.charCodeAt(at); code >= 48 && code <= 57 && at - from < 9; code = text.charCodeAt(at)) {
      this.style = this.style * 10 + code - 48;
      at += 1;
    }
    return at;
  }

  #kind(text: string, from: number): number {
    let at = from;
    for (let code = text.charCodeAt(at) | 32; code >= 97 && code <= 122; code = text.charCodeAt(at) | 32) at += 1;
    this.type = text.slice(from, at);
    return at;
  }

  #content(text: string, start: number): number {
    if (text.startsWith('<is>', start)) {
      const found = plainText(text, start + 4, '</t></is></c>');
      this.isInline = true;
      this.value = found?.value ?? '';
      return found?.end ?? -1;
    }
    const at = this.#behindFormula(text, start);
    const to = text.startsWith('<v>', at) ? text.indexOf('<', at + 3) : -1;
    if (to < 0 || !text.startsWith('</v></c>', to)) return -1;
    this.value = plainXml(text.slice(at + 3, to));
    return to + 8;
  }

  #behindFormula(text: string, start: number): number {
    if (!text.startsWith('<f>', start)) return start;
    const end = text.indexOf('<', start + 3);
    return end >= 0 && text.startsWith('</f>', end) ? end + 4 : start;
  }
}
