import { open } from 'node:fs/promises';
import type { SheetFormat } from '#shared/domain/import/sheet-format.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { readPart, type Archive } from './read-part.ts';
import { stringsHandler } from './read-strings.ts';
import { stylesHandler } from './read-styles.ts';
import { attribute, type XmlHandler } from './xml-scanner.ts';
import { readZip } from './zip-directory.ts';

export interface Sheet { name: string; path: string }

export interface Workbook {
  archive: Archive;
  /** Those with cells; hidden ones last. */
  sheets: Sheet[];
  from1904: boolean;
  strings: string[];
  formats: SheetFormat[];
  close(): Promise<void>;
}

interface Relation { type: string; target: string }

const relationsOf = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels');

/** Resolves a target beside the part that names it. */
function resolve(base: string, target: string): string {
  const parts = target.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** @param open sees each tag */
async function look(archive: Archive, path: string, opened: XmlHandler['open']): Promise<void> {
  for await (const _ of readPart(archive, path, { open: opened, close: () => undefined, text: () => undefined }));
}

async function readRelations(archive: Archive, path: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await look(archive, relationsOf(path), (name, tag) => {
    if (name === 'Relationship') relations.set(attribute(tag, 'Id') ?? '', { type: (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '', target: resolve(path, attribute(tag, 'Target') ?? '') });
  });
  return relations;
}

/** What an archive that is no workbook of this kind most likely is. */
function refuse(archive: Archive): CodedError {
  const where = { file: archive.name };
  const names = [...archive.entries.keys()];
  if (names.some((name) => name.endsWith('workbook.bin'))) return new CodedError('file-other-workbook', { where, params: { format: 'XLSB' } });
  if (archive.entries.has('mimetype') && archive.entries.has('content.xml')) return new CodedError('file-other-workbook', { where, params: { format: 'ODS' } });
  if (names.some((name) => name.startsWith('xl/'))) return new CodedError('file-damaged', { where });
  const format = names.some((name) => name.startsWith('word/')) ? 'DOCX' : names.some((name) => name.startsWith('ppt/')) ? 'PPTX' : 'ZIP';
  return new CodedError('file-not-table', { where, params: { format } });
}

async function readWorkbook(archive: Archive): Promise<Omit<Workbook, 'close'>> {
  const roots = await readRelations(archive, '');
  const path = [...roots.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!archive.entries.has(path) || !path.endsWith('.xml')) throw refuse(archive);
  const relations = await readRelations(archive, path);
  const listed: (Sheet & { hidden: boolean })[] = [];
  let isWorkbook = false;
  let from1904 = false;
  await look(archive, path, (name, tag) => {
    if (name === 'workbook') isWorkbook = true;
    if (name === 'workbookPr') from1904 = /^(?:1|true|on)$/.test(attribute(tag, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const relation = relations.get(attribute(tag, 'r:id') ?? /:id=["']([^"']*)/.exec(tag)?.[1] ?? '');
    const part = relation?.target ?? `xl/worksheets/sheet${listed.length + 1}.xml`;
    if ((relation && relation.type !== 'worksheet') || !archive.entries.has(part)) return;
    listed.push({ name: attribute(tag, 'name') ?? part, path: part, hidden: /hidden/i.test(attribute(tag, 'state') ?? '') });
  });
  if (!isWorkbook) throw refuse(archive);
  const partOf = (type: string): string => [...relations.values()].find((relation) => relation.type === type)?.target ?? `xl/${type}.xml`;
  const strings: string[] = [];
  const formats: SheetFormat[] = [];
  for await (const _ of readPart(archive, partOf('styles'), stylesHandler(formats)));
  for await (const _ of readPart(archive, partOf('sharedStrings'), stringsHandler(strings)));
  const sheets = listed.toSorted((a, b) => Number(a.hidden) - Number(b.hidden)).map(({ name, path: part }) => ({ name, path: part }));
  return { archive, sheets, from1904, strings, formats };
}

/**
 * Opens an XLSX workbook: its sheets, styles and shared texts, no cells yet.
 * @param name the name a person knows the file by
 * @throws CodedError `file-damaged`, `archive-too-large`, `file-other-workbook`, `file-not-table`
 */
export async function openWorkbook(path: string, name: string): Promise<Workbook> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const workbook = await readWorkbook({ file, name, entries: await readZip(file, size, name) });
    return { ...workbook, close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}
