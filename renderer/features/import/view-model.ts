import type { KeptChange, Step, UndoPreview } from '#shared/domain/history/model.ts';
import { importKinds, type ImportKind, type ImportProgress, type ImportSummary, type Inspection, type Mapping, type RowProblem } from '#shared/domain/import/model.ts';
import { missingFields } from '#shared/domain/import/required-fields.ts';

/** Tables that an import writes, in the order in which they are told. */
export const importTables = ['account', 'person', 'position', 'sales_order', 'order_line', 'product', 'colleague', 'interaction'] as const;

export type TableName = (typeof importTables)[number];

type Counts = ImportSummary['tables'][string];

export interface TableRow extends Counts {
  table: TableName;
}

/** The column that fills each field once: another column that filled it before lets go. Null leaves the column out. */
export function withField(mapping: Mapping, column: number, field: string | null): Mapping {
  const others = Object.entries(mapping).filter(([id, index]) => index !== column && id !== field);
  return Object.fromEntries(field === null ? others : [...others, [field, column]]);
}

/** The field that a column fills. */
export const fieldOf = (mapping: Mapping, column: number): string | null => Object.entries(mapping).find(([, index]) => index === column)?.[0] ?? null;

/** Fields without which the file cannot be imported and that no column fills yet. */
export const neededFields = (kind: ImportKind, mapping: Mapping): string[] => missingFields(kind, mapping);

/** Accounts before people before orders, since each names the ones before. */
export function inOrder<F extends { id: number; kind: ImportKind | null }>(files: F[]): F[] {
  const rank = (file: F): number => (file.kind === null ? importKinds.length : importKinds.indexOf(file.kind));
  return files.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id);
}

/** The next file to look at. */
export function nextInOrder<F extends { id: number; kind: ImportKind | null; done: boolean }>(files: F[]): F | null {
  return inOrder(files).find((file) => !file.done) ?? null;
}

/** What was or would be written, without tables that nothing happens to. */
export function tableRows(summary: ImportSummary): TableRow[] {
  return importTables.flatMap((table) => {
    const counts = summary.tables[table];
    return counts && counts.created + counts.updated + counts.same + counts.removed > 0 ? [{ table, ...counts }] : [];
  });
}

/** Whether an import would change anything. */
export const changesAnything = (summary: ImportSummary): boolean => tableRows(summary).some((row) => row.created + row.updated + row.removed > 0);

/** Rows that name an account which the book does not have; the listed problems only. */
export const strangers = (summary: ImportSummary): number => new Set(summary.problems.filter(({ code }) => code === 'account-not-found').map(({ row }) => row)).size;

/** Problems by code, the most frequent first. */
export function problemGroups(problems: RowProblem[]): Array<{ code: string; count: number }> {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).toSorted((a, b) => b.count - a.count);
}

/** Progress for the card; a row count known from the trial run says more than bytes. */
export function progressOf(event: Extract<ImportProgress, { type: 'progress' }>, knownRows: number | null): { done: number; total: number | null; fraction: number | null } {
  if (knownRows !== null && knownRows > 0) return { done: event.rows, total: knownRows, fraction: Math.min(1, event.rows / knownRows) };
  return { done: event.rows, total: null, fraction: event.totalBytes > 0 ? Math.min(1, event.bytes / event.totalBytes) : null };
}

/** The steps that imports left, newest first. */
export const importSteps = (steps: Step[]): Step[] => steps.filter((step) => step.kind === 'import');

/** What a revert does, by table: `delete` takes away what the import made; `partial` when the list stops before the whole. */
export function revertGroups(preview: UndoPreview): { groups: Array<{ table: string; op: UndoPreview['reverts'][number]['op']; rows: number }>; partial: boolean } {
  const keys = new Map<string, Set<string>>();
  for (const { table, op, key } of preview.reverts) {
    const group = `${op} ${table}`;
    keys.set(group, (keys.get(group) ?? new Set()).add(key));
  }
  const groups = [...keys].map(([group, rows]) => {
    const [op = '', table = ''] = group.split(' ');
    return { table, op: op === 'insert' ? ('insert' as const) : op === 'delete' ? ('delete' as const) : ('update' as const), rows: rows.size };
  });
  return { groups, partial: preview.reverts.length < preview.revertCount };
}

/** Kept changes by reason, with a few names each. */
export function keptGroups(kept: KeptChange[], names = 3): Array<{ reason: KeptChange['reason']; rows: number; labels: string[] }> {
  const groups = new Map<KeptChange['reason'], Map<string, string | null>>();
  for (const { reason, table, key, label } of kept) {
    const rows = groups.get(reason) ?? new Map<string, string | null>();
    groups.set(reason, rows.set(`${table} ${key}`, label));
  }
  return [...groups].map(([reason, rows]) => ({ reason, rows: rows.size, labels: [...rows.values()].filter((label) => label !== null).slice(0, names) }));
}

/** A mapping that an earlier file of the same columns was given, so that it need not be made twice. */
export function carriedMapping(inspection: Inspection, earlier: Array<{ inspection: Inspection | null; mapping: Mapping }>): Mapping {
  const headers = JSON.stringify(inspection.columns.map((column) => column.header));
  const same = earlier.findLast((file) => file.inspection?.kind === inspection.kind && JSON.stringify(file.inspection.columns.map((column) => column.header)) === headers);
  return same?.mapping ?? inspection.mapping;
}
