import { sheetFormat, type SheetFormat } from '#shared/domain/import/sheet-format.ts';
import { numberOf } from './read-strings.ts';
import { attribute, type XmlHandler } from './xml-scanner.ts';

/** Gathers the number formats of the cell styles, in the order by which cells name them. */
export function stylesHandler(into: SheetFormat[]): XmlHandler {
  const codes = new Map<number, string>();
  const known = new Map<number, SheetFormat>();
  let inCells = false;
  const formatOf = (id: number): SheetFormat => {
    const format = known.get(id) ?? sheetFormat(id, codes.get(id) ?? null);
    known.set(id, format);
    return format;
  };
  return {
    open(name, tag) {
      if (name === 'numFmt') codes.set(numberOf(tag, 'numFmtId') ?? -1, attribute(tag, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) into.push(formatOf(numberOf(tag, 'numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  };
}
