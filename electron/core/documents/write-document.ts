import type { DocumentFormat } from '#shared/domain/document/format.ts';
import type { Deck } from '#shared/domain/document/model.ts';
import type { Theme } from '#shared/domain/document/theme.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { PdfPrinter } from '../ports/host-ports.ts';
import { writeHtml } from './write-html.ts';
import { writePptx } from './write-pptx.ts';
import { writeXlsx } from './write-xlsx.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: Record<DocumentFormat, string> = { pptx: `${OFFICE}.presentationml.presentation`, pdf: 'application/pdf', xlsx: `${OFFICE}.spreadsheetml.sheet` };

async function bytesOf(deck: Deck, theme: Theme, format: DocumentFormat, pdf: PdfPrinter): Promise<(ArrayBuffer | Uint8Array<ArrayBuffer>)[]> {
  switch (format) {
    case 'pptx': return [await writePptx(deck, theme)];
    case 'pdf': return [await pdf.print(writeHtml(deck, theme))];
    case 'xlsx': return writeXlsx(deck);
    default: return assertNever(format);
  }
}

/**
 * Writes a document in one of its formats.
 * @throws CodedError `pdf-no-browser` where nothing prints PDFs, `pdf-failed`
 */
export async function writeDocument(deck: Deck, theme: Theme, format: DocumentFormat, { name, pdf }: { name: string; pdf: PdfPrinter }): Promise<File> {
  return new File(await bytesOf(deck, theme, format, pdf), name, { type: TYPES[format] });
}
