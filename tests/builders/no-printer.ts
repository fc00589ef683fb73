import type { PdfPrinter } from '#core/ports/host-ports.ts';

/** For what must not print. */
export const noPrinter: PdfPrinter = { print: () => Promise.reject(new Error('nothing is printed here')) };
