import { readFileSync } from 'node:fs';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Command } from './command.ts';
import type { Session } from './session.ts';

type ImportCommand = Extract<Command, { name: 'import' }>;
type RunInput = Parameters<Session['client']['imports']['run']>[0];
type Inspection = Awaited<ReturnType<Session['client']['imports']['inspect']>>;

const kinds: Record<RunInput['kind'], true> = { colleagues: true, accounts: true, people: true, products: true, orders: true, orderHeads: true, orderLines: true, interactions: true };

function isKind(kind: string): kind is RunInput['kind'] {
  return Object.hasOwn(kinds, kind);
}

function columnOf(columns: Inspection['columns'], wanted: unknown): number | undefined {
  if (typeof wanted === 'number') return wanted;
  return columns.find(({ header }) => header === wanted)?.index;
}

/**
 * A mapping file holds `{field: column}`, a column being its header or its number from 0.
 * @throws CodedError `mapping-incomplete` for a column that the file has not, `file-…` for a mapping that cannot be read
 */
function readMapping(path: string, { columns }: Inspection): RunInput['mapping'] {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new CodedError('file-not-readable', { where: { file: path }, cause });
  }
  return Object.fromEntries(Object.entries(given ?? {}).map(([field, wanted]) => {
    const column = columnOf(columns, wanted);
    if (column === undefined) throw new CodedError('mapping-incomplete', { where: { file: path, field, column: String(wanted) } });
    return [field, column];
  }));
}

/** Imports a file and tells how far it is. @returns the summary */
export async function importFile({ client, path, say, signal, words }: Session, command: ImportCommand) {
  if (!isKind(command.kind)) throw new CodedError('usage', { where: { field: '--as' } });
  await client.book.open({ path: path(command.book) });
  const inspection = await client.imports.inspect({ file: command.file, kind: command.kind });
  const mapping = command.mapping === undefined ? inspection.mapping : readMapping(path(command.mapping), inspection);
  const events = await client.imports.run({ file: command.file, kind: command.kind, mapping, choices: inspection.choices, dryRun: command.dryRun }, { signal });
  for await (const event of events) {
    if (event.type === 'done') return event.summary;
    if (event.rows > 0) say(words.cli.progress, { rows: event.rows, percent: Math.floor((100 * event.bytes) / event.totalBytes) });
  }
  throw new Error('an import ended without a summary');
}
