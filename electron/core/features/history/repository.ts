import type Database from 'better-sqlite3';
import type { FieldChange, FieldHistory, Step } from '#shared/domain/history/model.ts';
import { deletedRowOf, entriesOfRow, entriesOfStep, readStep, STEP_COLUMNS, toStep, updateOf, type LogEntry } from '../../db/log.ts';
import { overruledOfRow, overruledOfStep, type Overruled } from '../../db/overruled.ts';
import { prepared } from '../../db/prepared.ts';
import { rowLabel } from '../../db/row-label.ts';

const OPS = { 1: 'insert', 2: 'update', 3: 'delete', 4: 'delete' } as const;

type StepRow = Parameters<typeof toStep>[0];

/** Those of accounts that were merged into it too: their past is its past. */
const STEPS_OF_ACCOUNT = `
  SELECT step FROM step_account WHERE account_id IN (
    SELECT +@accountId UNION ALL SELECT merged_id FROM account_known_as WHERE account_id = @accountId AND merged_id IS NOT NULL)`;

/** Steps newest first, below step `before`; of one account when given. */
export function listSteps(db: Database.Database, accountId: string | undefined, before: number | null, limit: number): Step[] {
  const from = before ?? Number.MAX_SAFE_INTEGER;
  const rows = accountId === undefined
    ? prepared<StepRow>(db, `SELECT ${STEP_COLUMNS} FROM step s WHERE s.no < ? ORDER BY s.no DESC LIMIT ?`).all(from, limit)
    : prepared<StepRow>(db, `SELECT ${STEP_COLUMNS} FROM step s WHERE s.no < @from AND s.no IN (${STEPS_OF_ACCOUNT}) ORDER BY s.no DESC LIMIT @limit`).all({ accountId, from, limit });
  return rows.map(toStep);
}

interface OneField {
  field: string | null;
  from: FieldChange['from'];
  to: FieldChange['to'];
}

function fieldsOf(entry: LogEntry): OneField[] {
  if (entry.op !== 2) return [{ field: null, from: null, to: null }];
  return Object.entries(updateOf(entry)).map(([field, [from, to]]) => ({ field, from, to }));
}

/** What a step changed, field by field, in order, at most `limit`; behind that what it said and was overruled. */
export function listChanges(db: Database.Database, no: number, limit: number): FieldChange[] {
  const found: FieldChange[] = [];
  for (const entry of entriesOfStep(db, no)) {
    const label = rowLabel(db, entry.table, entry.key, entry.op === 3 ? deletedRowOf(entry) : null);
    found.push(...fieldsOf(entry).map((one) => ({ table: entry.table, key: entry.key, label, op: OPS[entry.op], ...one })));
    if (found.length >= limit) break;
  }
  if (found.length < limit) {
    found.push(...overruledOfStep(db, no, limit - found.length).map((one) => ({ table: one.table, key: one.key, label: rowLabel(db, one.table, one.key, null), op: OPS[one.op], ...lostField(db, one) })));
  }
  return found.slice(0, limit);
}

/** A value that another's later word kept from showing, here or wherever it was written. */
function lostField(db: Database.Database, { field, value, by }: Overruled): OneField & Pick<FieldChange, 'overruled'> {
  const winner = readStep(db, by);
  return { field, from: null, to: value, overruled: { actor: winner?.actor ?? null, at: winner?.at ?? 0 } };
}

/** Who set which field of a row to what, and when, newest first; behind that what others said and was overruled. */
export function listFieldHistory(db: Database.Database, key: string): FieldHistory[] {
  const tables = prepared<{ tbl: string }>(db, 'SELECT DISTINCT tbl FROM change WHERE key = ?').all(key);
  const steps = new Map<number, Step | null>();
  const lost = tables.flatMap(({ tbl }) => overruledOfRow(db, tbl, key)).map((one): FieldHistory => {
    const step = readStep(db, one.step);
    return { at: step?.at ?? 0, actor: step?.actor ?? null, step: one.step, verb: step?.verb ?? '', op: OPS[one.op], ...lostField(db, one) };
  });
  const shown = tables.flatMap(({ tbl }) => entriesOfRow(db, tbl, key)).toSorted((a, b) => b.arrival - a.arrival).flatMap((entry) => {
    if (!steps.has(entry.step)) steps.set(entry.step, readStep(db, entry.step));
    const step = steps.get(entry.step);
    return fieldsOf(entry).map((one) => ({ at: step?.at ?? 0, actor: step?.actor ?? null, step: entry.step, verb: step?.verb ?? '', op: OPS[entry.op], ...one }));
  });
  return [...shown, ...lost.toSorted((a, b) => b.at - a.at)];
}
