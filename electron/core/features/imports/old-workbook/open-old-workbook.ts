import { sheetFormat, type SheetFormat } from '#shared/domain/import/sheet-format.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { BiffReader, biffRecords } from './biff-record.ts';
import { CompoundFile } from './compound-file.ts';

const [BOF, EOF, DATE_MODE, FILE_PASS, BOUND_SHEET, FORMAT, XF, SST] = [0x0809, 0x0A, 0x22, 0x2F, 0x85, 0x41E, 0xE0, 0xFC];
/** The version of Excel 97 and all later ones. */
const BIFF8 = 0x0600;
const WORKSHEET = 0;

export interface OldWorkbook {
  stream: Buffer;
  /** With the place of their records; hidden ones last. */
  sheets: { name: string; from: number }[];
  from1904: boolean;
  strings: string[];
  formats: SheetFormat[];
}

/** What a compound file that is no workbook of this kind is. */
function refuse(archive: CompoundFile, file: string): CodedError {
  const where = { file };
  if (archive.has('EncryptedPackage')) return new CodedError('file-locked', { where });
  if (archive.has('Book')) return new CodedError('file-other-workbook', { where, params: { format: 'XLS 5.0' } });
  return new CodedError('file-not-table', { where, params: { format: archive.has('WordDocument') ? 'DOC' : archive.has('PowerPoint Document') ? 'PPT' : 'OLE' } });
}

function readGlobals(stream: Buffer, file: string): OldWorkbook {
  const book: OldWorkbook = { stream, sheets: [], from1904: false, strings: [], formats: [] };
  const hidden: OldWorkbook['sheets'] = [];
  const codes = new Map<number, string>();
  const styles: number[] = [];
  for (const record of biffRecords(stream, 0)) {
    const reader = new BiffReader(record);
    if (record.type === EOF) break;
    if (record.type === BOF && reader.u16() !== BIFF8) throw new CodedError('file-other-workbook', { where: { file }, params: { format: 'XLS 5.0' } });
    if (record.type === FILE_PASS) throw new CodedError('file-locked', { where: { file } });
    if (record.type === DATE_MODE) book.from1904 = reader.u16() === 1;
    else if (record.type === BOUND_SHEET) {
      const [from, visibility, kind] = [reader.u32(), reader.u8(), reader.u8()];
      if (kind === WORKSHEET) (visibility & 3 ? hidden : book.sheets).push({ name: reader.text(reader.u8()), from });
    } else if (record.type === FORMAT) codes.set(reader.u16(), reader.text());
    else if (record.type === XF) {
      reader.skip(2);
      styles.push(reader.u16());
    } else if (record.type === SST) {
      reader.skip(4);
      for (let left = reader.u32(); left > 0; left -= 1) book.strings.push(reader.text());
    }
  }
  book.formats = styles.map((id) => sheetFormat(id, codes.get(id) ?? null));
  book.sheets.push(...hidden);
  return book;
}

/**
 * Opens a workbook as Excel 97 to 2003 wrote it: its sheets, styles and texts, no cells yet.
 * Source: [MS-XLS], Excel Binary File Format.
 * @param file the name a person knows it by
 * @throws CodedError `file-damaged`, `file-locked`, `file-other-workbook`, `file-not-table`
 */
export function openOldWorkbook(bytes: Buffer, file: string): OldWorkbook {
  try {
    const archive = new CompoundFile(bytes);
    const stream = archive.read('Workbook');
    if (!stream) throw refuse(archive, file);
    return readGlobals(stream, file);
  } catch (cause) {
    throw cause instanceof CodedError ? cause : new CodedError('file-damaged', { where: { file }, cause });
  }
}
