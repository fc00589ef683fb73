import { plainText } from './plain-text.ts';
import { attribute, type XmlHandler } from './xml-scanner.ts';

/** Excel writes characters that XML cannot hold as `_x000D_`, and an underscore before such a text as `_x005F_`. */
export function plainCell(text: string): string {
  const plain = text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
  return plain.includes('\0') ? plain.replaceAll('\0', '') : plain;
}

/** Joins the runs of a rich text and leaves out how it is pronounced. */
export class TextJoiner {
  #text = '';
  #inside = false;
  #aside = 0;

  open(name: string): void {
    if (name === 'rPh') this.#aside += 1;
    this.#inside = name === 't' && this.#aside === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#aside -= 1;
    this.#inside = false;
  }

  text(text: string): void {
    if (this.#inside) this.#text += text;
  }

  take(): string {
    const text = plainCell(this.#text);
    this.#text = '';
    return text;
  }
}

/** Gathers the texts that a workbook keeps once for all its cells. */
export function stringsHandler(into: string[]): XmlHandler {
  const joiner = new TextJoiner();
  return {
    open: (name) => joiner.open(name),
    text: (text) => joiner.text(text),
    close(name) {
      joiner.close(name);
      if (name === 'si') into.push(joiner.take());
    },
    whole(text, start) {
      const plain = text.startsWith('<si>', start) ? plainText(text, start + 4, '</t></si>') : null;
      if (plain) into.push(plainCell(plain.value));
      return plain?.end ?? -1;
    },
  };
}

/** Number of an attribute; null when it is absent or no whole number. */
export function numberOf(tag: string, name: string): number | null {
  const text = attribute(tag, name);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
