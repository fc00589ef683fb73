import type { FileHandle } from 'node:fs/promises';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { XmlScanner, type XmlHandler } from './xml-scanner.ts';
import type { ZipEntry } from './zip-directory.ts';
import { unpack } from './zip-entry.ts';

/** An opened archive. */
export interface Archive {
  file: FileHandle;
  /** The name a person knows it by. */
  name: string;
  entries: ReadonlyMap<string, ZipEntry>;
}

/** Reads letters of UTF-8 or UTF-16; workbooks are written in either. */
function decoderFor(first: Buffer): TextDecoder {
  const label = first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label, { fatal: true });
}

/**
 * Streams one XML part of an archive through a handler. After each piece it gives way.
 * @throws CodedError `file-damaged` for what cannot be unpacked, decoded or is no XML
 */
export async function* readPart(archive: Archive, path: string, handler: XmlHandler): AsyncGenerator<void> {
  const entry = archive.entries.get(path);
  if (!entry) return;
  const scanner = new XmlScanner(handler);
  let decoder: TextDecoder | null = null;
  try {
    for await (const bytes of unpack(archive.file, entry, archive.name)) {
      decoder ??= decoderFor(bytes);
      scanner.push(decoder.decode(bytes, { stream: true }));
      yield;
    }
    scanner.push(decoder?.decode() ?? '');
    scanner.end();
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    if (cause instanceof SyntaxError || cause instanceof TypeError) throw new CodedError('file-damaged', { where: { file: archive.name, path }, cause });
    throw cause;
  }
}
