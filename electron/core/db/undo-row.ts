import type { KeptChange } from '#shared/domain/history/model.ts';
import { deletedRowOf, updateOf, type LogEntry, type LoggedRow, type LoggedValue } from './log.ts';

export type KeptReason = KeptChange['reason'];

export interface KeptField {
  /** null: the row as a whole. */
  field: string | null;
  from: LoggedValue;
  to: LoggedValue;
  reason: KeptReason;
  byStep: number | null;
}

/** What undoing a step does to one row. */
export interface RowPlan {
  table: string;
  key: string;
  /** What the step did to it. */
  did: 'insert' | 'update' | 'delete';
  remove: boolean;
  restore: LoggedRow | null;
  /** Field → value now and value to go back to. */
  update: Record<string, { now: LoggedValue; back: LoggedValue }>;
  kept: KeptField[];
}

/** An entry as seen by one field; the row's coming and going is the field `ROW`. */
interface FieldEntry {
  arrival: number;
  step: number;
  undoes: number | null;
  undoneBy: number | null;
  op: LogEntry['op'];
  old: LoggedValue;
  now: LoggedValue;
  /** An undo that gave a row back what it had when it was deleted and could not have when it came back: no write of its own. */
  fills: boolean;
  entry: LogEntry;
}

const ROW = '';

function byField(entries: LogEntry[]): Map<string, FieldEntry[]> {
  const fields = new Map<string, FieldEntry[]>();
  const add = (field: string, entry: LogEntry, old: LoggedValue, now: LoggedValue, fills = false): void => {
    const list = fields.get(field) ?? [];
    list.push({ arrival: entry.arrival, step: entry.step, undoes: entry.undoes, undoneBy: entry.undoneBy, op: entry.op, old, now, fills, entry });
    fields.set(field, list);
  };
  let lost: LoggedRow | null = null;
  const written = new Set<string>();
  for (const entry of entries) {
    if (entry.op === 2) {
      for (const [field, [old, now]] of Object.entries(updateOf(entry))) {
        add(field, entry, old, now, entry.undoes !== null && !written.has(field) && lost?.[field] === now);
        written.add(field);
      }
    } else {
      if (entry.op === 3) lost = rowBefore(entries, entry);
      written.clear();
      add(ROW, entry, null, null);
    }
  }
  return fields;
}

/**
 * Which writes of a field still stand: an undo takes down the entries of its step, a redo puts them back.
 * @returns the standing entries, and the undo steps that hold something down
 */
function standing(entries: FieldEntry[]): { up: FieldEntry[]; holding: Map<number, FieldEntry[]> } {
  let up: FieldEntry[] = [];
  const holding = new Map<number, FieldEntry[]>();
  for (const entry of entries) {
    const target = entry.undoes;
    const victims = target === null ? [] : up.filter((one) => one.step === target);
    const held = target === null ? undefined : holding.get(target);
    if (victims.length > 0) {
      up = up.filter((one) => one.step !== target);
      holding.set(entry.step, [...(holding.get(entry.step) ?? []), ...victims]);
    } else if (held && target !== null) {
      up.push(...held);
      holding.delete(target);
    } else if (!holding.has(entry.step)) {
      up.push(entry);
    }
  }
  return { up, holding };
}

interface OwnWrites {
  first: FieldEntry;
  last: FieldEntry;
  /** The last later write by another step that still stands. */
  later: FieldEntry | undefined;
}

/** What an undone step wrote and a later write covers goes together with that write: nobody wants it back. A redo brings back what was. */
const covered = (entry: FieldEntry, own: Pick<FieldEntry, 'undoes'>): boolean => entry.undoneBy !== null && own.undoes === null;

/** The step's own writes of a field, if they still have any effect. */
function ownWrites(entries: FieldEntry[] | undefined, step: number): OwnWrites | null {
  const own = (entries ?? []).filter((entry) => entry.step === step);
  const last = own.at(-1);
  if (!entries || !last) return null;
  const { up, holding } = standing(entries);
  if (!holding.has(step) && !up.some((entry) => entry.step === step)) return null;
  const others = up.filter((entry) => entry.step !== step && !covered(entry, last) && !entry.fills);
  const prior = others.findLast((entry) => entry.arrival < last.arrival);
  const first = entries.find((entry) => entry.arrival > (prior?.arrival ?? 0) && (entry.step === step || (covered(entry, last) && up.includes(entry)))) ?? last;
  return { first, last, later: others.findLast((entry) => entry.arrival > last.arrival) };
}

/** The row as it was when the step began to change it, from the entry that deleted it. */
function rowBefore(entries: LogEntry[], deletion: LogEntry): LoggedRow {
  const row = deletedRowOf(deletion);
  const earlier = entries.filter((entry) => entry.step === deletion.step && entry.arrival < deletion.arrival && entry.op === 2);
  for (const entry of earlier.toReversed()) for (const [field, [old]] of Object.entries(updateOf(entry))) row[field] = old;
  return row;
}

/** A row that comes back, without what undone steps had written on it and could not take down while it was gone. */
function withoutUndone(fields: Map<string, FieldEntry[]>, row: LoggedRow, deletion: Pick<FieldEntry, 'arrival' | 'step' | 'undoes'>): LoggedRow {
  const found = { ...row };
  for (const [field, list] of fields) {
    if (field === ROW || !Object.hasOwn(row, field)) continue;
    const up = standing(list).up.filter((entry) => entry.arrival < deletion.arrival && entry.step !== deletion.step);
    const undone = up.slice(up.findLastIndex((entry) => !covered(entry, deletion)) + 1)[0];
    if (undone) found[field] = undone.old;
  }
  return found;
}

/**
 * Decides what undoing `step` does to one row, so that no later write that still stands is lost.
 * @param entries all log entries of the row, oldest first
 * @param current the row as it is now, or null
 */
export function planRow(entries: LogEntry[], step: number, current: LoggedRow | null): RowPlan | null {
  const sample = entries.find((entry) => entry.step === step);
  if (!sample) return null;
  const fields = byField(entries);
  const plan: RowPlan = { table: sample.table, key: sample.key, did: 'update', remove: false, restore: null, update: {}, kept: [] };
  const keepRow = (reason: KeptReason, by: FieldEntry | undefined): RowPlan => {
    plan.kept.push({ field: null, from: null, to: null, reason, byStep: by?.step ?? null });
    return plan;
  };
  const row = ownWrites(fields.get(ROW), step);
  if (row) {
    const inserted = row.first.op === 1;
    plan.did = inserted ? 'insert' : 'delete';
    if (inserted && row.last.op === 3) return null;
    if (inserted) {
      if (row.later || !current) return row.later?.op === 3 || !current ? keepRow('gone', row.later) : keepRow('changed-later', row.later);
      const touched = [...fields].flatMap(([field, list]) => (field === ROW ? [] : standing(list).up.filter((one) => one.step !== step && !covered(one, sample) && !one.fills && one.arrival > row.last.arrival)));
      if (touched.length > 0) return keepRow('changed-later', touched.at(-1));
      return { ...plan, remove: true };
    }
    if (row.later) return keepRow('changed-later', row.later);
    const old = withoutUndone(fields, rowBefore(entries, row.first.entry), row.first);
    if (!current) return { ...plan, restore: old };
    if (row.last.op === 3) return keepRow('taken', undefined);
    for (const [field, back] of Object.entries(old)) if (current[field] !== back) plan.update[field] = { now: current[field] ?? null, back };
    return { ...plan, did: 'update' };
  }
  const replaced = standing(fields.get(ROW) ?? []).up.findLast((one) => one.step !== step && one.arrival > sample.arrival);
  for (const [field, list] of fields) {
    const own = field === ROW ? null : ownWrites(list, step);
    if (!own) continue;
    const keep = (reason: KeptReason, by: FieldEntry | undefined): void => {
      plan.kept.push({ field, from: own.first.old, to: own.last.now, reason, byStep: by?.step ?? null });
    };
    if (!current) keep('gone', replaced);
    else if (own.later ?? replaced) keep('changed-later', own.later ?? replaced);
    else if (current[field] !== own.first.old) plan.update[field] = { now: current[field] ?? null, back: own.first.old };
  }
  if (current && sample.undoes === null && bornUndone(fields, step)) return { ...plan, remove: true, update: {}, kept: [] };
  return Object.keys(plan.update).length > 0 || plan.kept.length > 0 ? plan : null;
}

/** Whether an undone step made the row and only this step's writes have kept it. */
function bornUndone(fields: Map<string, FieldEntry[]>, step: number): boolean {
  const birth = standing(fields.get(ROW) ?? []).up.at(-1);
  if (birth?.op !== 1 || birth.undoneBy === null || birth.undoes !== null || birth.step === step) return false;
  return [...fields].every(([field, list]) => field === ROW || standing(list).up.every((one) => one.step === step || one.undoneBy !== null || one.arrival < birth.arrival));
}

/**
 * What a deletion that was taken back could not bring back at the time, because what it refers to was not there: fields
 * that nobody has written since.
 * @param entries all log entries of the row, oldest first
 */
export function planHoles(entries: LogEntry[], step: number, current: LoggedRow | null): RowPlan | null {
  const deletion = entries.findLast((entry) => entry.step === step && entry.op === 3);
  const back = entries.findLast((entry) => entry.op === 1);
  if (!deletion || !current || back?.undoes !== step) return null;
  const written = new Set(entries.filter((entry) => entry.arrival > back.arrival && entry.op === 2).flatMap((entry) => Object.keys(updateOf(entry))));
  const old = withoutUndone(byField(entries), rowBefore(entries, deletion), deletion);
  const holes = Object.entries(old).filter(([field, value]) => Object.hasOwn(current, field) && current[field] !== value && !written.has(field));
  if (holes.length === 0) return null;
  const update = Object.fromEntries(holes.map(([field, value]) => [field, { now: current[field] ?? null, back: value }]));
  return { table: deletion.table, key: deletion.key, did: 'delete', remove: false, restore: null, update, kept: [] };
}
