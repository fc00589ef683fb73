import type { FieldChange, FieldHistory, Step } from '#shared/domain/history/model.ts';
import { buyingRoles } from '#shared/domain/person/model.ts';
import { interactionKinds } from '#shared/domain/interaction/model.ts';

/** A logged value as it should be said; the caller words it. */
export type ShownValue =
  | { as: 'nothing' }
  | { as: 'text'; text: string }
  | { as: 'flag'; on: boolean }
  | { as: 'day' | 'anniversary'; day: string }
  | { as: 'instant'; at: number }
  | { as: 'money' | 'quantity' | 'share' | 'number'; value: number }
  | { as: 'name'; id: string }
  | { as: 'roles'; roles: (typeof buyingRoles)[number][] }
  | { as: 'kind'; kind: (typeof interactionKinds)[number] };

const days = new Set(['due_on', 'ordered_on', 'customer_since', 'contract_end', 'on_day', 'date', 'held_on']);
const anniversaries = new Set(['founded_on', 'birthday']);
const instants = new Set(['at', 'done_at', 'created_at', 'snoozed_until', 'answered_at', 'frozen_at']);
const money = new Set(['price', 'list_price', 'amount', 'cost']);
const flags = new Set(['is_key', 'is_return', 'yearly', 'working']);

function rolesOf(text: string): (typeof buyingRoles)[number][] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? buyingRoles.filter((role) => parsed.includes(role)) : [];
  } catch {
    return [];
  }
}

/** How a value of a logged column is said: dates as dates, money as money, ids by the name they stand for. */
export function shownValue(field: string, value: FieldChange['from']): ShownValue {
  if (value === null || value === '') return { as: 'nothing' };
  if (typeof value === 'number') {
    if (flags.has(field)) return { as: 'flag', on: value === 1 };
    if (instants.has(field)) return { as: 'instant', at: value };
    if (money.has(field)) return { as: 'money', value };
    if (field === 'quantity') return { as: 'quantity', value };
    if (field === 'discount') return { as: 'share', value: value / 10_000 };
    return { as: 'number', value };
  }
  if (days.has(field)) return { as: 'day', day: value };
  if (anniversaries.has(field)) return { as: 'anniversary', day: value };
  if (field.endsWith('_id') && field !== 'external_id') return { as: 'name', id: value };
  if (field === 'buying_roles') return { as: 'roles', roles: rolesOf(value) };
  const kind = field === 'kind' ? interactionKinds.find((known) => known === value) : undefined;
  return kind ? { as: 'kind', kind } : { as: 'text', text: value };
}

export interface RowChanges {
  id: string;
  table: string;
  label: string | null;
  op: FieldChange['op'];
  fields: FieldChange[];
  /** Set where the row as a whole was overruled. */
  overruled?: FieldChange['overruled'];
}

/** The changes of one row together, in the order the rows were touched. */
export function byRow(changes: readonly FieldChange[]): RowChanges[] {
  const rows = new Map<string, RowChanges>();
  for (const change of changes) {
    const id = `${change.table} ${change.key} ${change.op}`;
    const row = rows.get(id) ?? { id, table: change.table, label: change.label, op: change.op, fields: [] };
    if (change.field !== null) row.fields.push(change);
    else if (change.overruled) row.overruled = change.overruled;
    rows.set(id, row);
  }
  return [...rows.values()];
}

/** A step that nothing has taken back can be undone. */
export const canUndo = (step: Pick<Step, 'undoneBy'>): boolean => step.undoneBy === null;

/** The entries of a row's history that tell of one field: when the row was made, and each change of the field. */
export function fieldEntries(entries: readonly FieldHistory[], field: string): FieldHistory[] {
  return entries.filter((entry) => entry.field === field || entry.op !== 'update');
}
