import type Database from 'better-sqlite3';
import type { FieldChange, KeptChange, Step, UndoPreview } from '#shared/domain/history/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Book } from './book.ts';
import { findViolations, type Violation } from './invariants.ts';
import { readStep, STEP_COLUMNS, toStep, type LoggedRow } from './log.ts';
import { prepared } from './prepared.ts';
import { rowLabel } from './row-label.ts';
import { keyCondition, keyValues, type TableShape } from './tables.ts';
import { UndoPlan } from './undo-plan.ts';
import type { RowPlan } from './undo-row.ts';

const LISTED = 500;

/** The same person may write on another computer as well; what comes from there is not what was done here last. */
const MADE_HERE = 'NOT EXISTS (SELECT 1 FROM stamp t WHERE t.step = s.no AND t.received = 1)';

function applyRow(db: Database.Database, table: TableShape, plan: RowPlan): void {
  const key = keyValues(table, plan.key);
  if (plan.remove) prepared(db, `DELETE FROM "${table.name}" WHERE ${keyCondition(table)}`).run(...key);
  else if (plan.restore) {
    const row: LoggedRow = plan.restore;
    // A column that a later migration added is not in an old entry: its default then stands.
    const columns = table.columns.filter((column) => Object.hasOwn(row, column));
    prepared(db, `INSERT INTO "${table.name}" (${columns.map((c) => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
      .run(...columns.map((column) => row[column] ?? null));
  } else {
    const fields = Object.entries(plan.update).filter(([field]) => table.columns.includes(field));
    if (fields.length === 0) return;
    prepared(db, `UPDATE "${table.name}" SET ${fields.map(([field]) => `"${field}" = ?`).join(', ')} WHERE ${keyCondition(table)}`)
      .run(...fields.map(([, change]) => change.back), ...key);
  }
}

/** Thrown to roll an attempt back: with all of the plan, a rule of the domain would break. */
class BreaksRule extends Error {
  readonly violations: Violation[];

  constructor(violations: Violation[]) {
    super('a rule would break');
    this.violations = violations;
  }
}

/**
 * Applies the plan within the caller's transaction. No savepoint around it: SQLite's statements get slower with each
 * page that an open savepoint has to remember, which makes undoing a large import quadratic.
 */
function applyPlan(db: Database.Database, plan: UndoPlan): void {
  db.pragma('defer_foreign_keys = ON');
  for (const row of plan.rows.values()) {
    const table = plan.tables.get(row.table);
    if (table) applyRow(db, table, row);
  }
  const violations = findViolations(db);
  if (violations.length > 0) throw new BreaksRule(violations);
}

/** Tries `attempt`; rows without which a rule of the domain would break are held back, and it is tried again. */
function holdingBack<T>(attempt: (held: Violation[]) => T): T {
  const held: Violation[] = [];
  for (;;) {
    try {
      return attempt(held);
    } catch (error) {
      if (!(error instanceof BreaksRule)) throw error;
      held.push(...error.violations);
    }
  }
}

function changesOf(db: Database.Database, plan: RowPlan): FieldChange[] {
  const base = { table: plan.table, key: plan.key, label: rowLabel(db, plan.table, plan.key, plan.restore) };
  if (plan.remove) return [{ ...base, op: 'delete', field: null, from: null, to: null }];
  if (plan.restore) return [{ ...base, op: 'insert', field: null, from: null, to: null }];
  return Object.entries(plan.update).map(([field, { now, back }]) => ({ ...base, op: 'update', field, from: now, to: back }));
}

function keptOf(db: Database.Database, plan: RowPlan): KeptChange[] {
  return plan.kept.map((one) => ({
    table: plan.table, key: plan.key, label: rowLabel(db, plan.table, plan.key, plan.restore), op: plan.did,
    field: one.field, from: one.from, to: one.to, reason: one.reason, byStep: one.byStep,
    byActor: one.byStep === null ? null : readStep(db, one.byStep)?.actor ?? null,
  }));
}

function describe(db: Database.Database, step: Step, plan: UndoPlan, before: Map<string, FieldChange[]>): UndoPreview {
  const reverts: FieldChange[] = [];
  const kept: KeptChange[] = [];
  let revertCount = 0;
  let keptCount = 0;
  for (const [rowId, row] of plan.rows) {
    const acts = row.remove || row.restore ? 1 : Object.keys(row.update).length;
    revertCount += acts;
    keptCount += row.kept.length;
    if (acts > 0 && reverts.length < LISTED) reverts.push(...(before.get(rowId) ?? []));
    if (row.kept.length > 0 && kept.length < LISTED) kept.push(...keptOf(db, row));
  }
  return { step, reverts: reverts.slice(0, LISTED), kept: kept.slice(0, LISTED), revertCount, keptCount };
}

function checkedStep(db: Database.Database, no: number): Step {
  const step = readStep(db, no);
  if (!step) throw new CodedError('step-not-found', { params: { step: no } });
  // Without its settings and its owner a book is none.
  if (step.undoneBy !== null || step.verb === 'book.create') throw new CodedError('nothing-to-undo', { params: { step: no } });
  if (prepared<{ open: number }>(db, 'SELECT open FROM step WHERE no = ?').get(no)?.open === 1) throw new CodedError('step-open', { params: { step: no } });
  return step;
}

/** Labels have to be read while the rows are still there; only as many as are listed. */
function changesBefore(db: Database.Database, plan: UndoPlan): Map<string, FieldChange[]> {
  const found = new Map<string, FieldChange[]>();
  for (const [rowId, row] of plan.rows) {
    if (found.size >= LISTED) break;
    const changes = changesOf(db, row);
    if (changes.length > 0) found.set(rowId, changes);
  }
  return found;
}

function execute(db: Database.Database, step: Step, held: Violation[]): UndoPreview {
  const plan = new UndoPlan(db, step.no);
  for (const { table, keys, code } of held) {
    if (!plan.keepForInvariant(table, keys)) throw new CodedError(code);
  }
  plan.settle();
  const before = changesBefore(db, plan);
  applyPlan(db, plan);
  return describe(db, step, plan, before);
}

/** What undoing a step would revert and keep; tried for real and rolled back, so that it cannot differ from the deed. */
export function previewUndo(book: Book, no: number): UndoPreview {
  let preview: UndoPreview | undefined;
  const rollBack = new Error('preview');
  try {
    holdingBack((held) => book.writeLocal(() => {
      preview = execute(book.db, checkedStep(book.db, no), held);
      throw rollBack;
    }));
  } catch (error) {
    if (error !== rollBack) throw error;
  }
  if (!preview) throw new Error('no preview');
  return preview;
}

/** Undoes one step as a step of its own. Undoing an undo is a redo. */
export function undoStep(book: Book, no: number): { step: Step; preview: UndoPreview } {
  const target = checkedStep(book.db, no);
  const isRedo = target.kind === 'undo';
  const original = isRedo && target.undoes !== null ? readStep(book.db, target.undoes) : target;
  const params = { ...original?.params, verb: original?.verb ?? target.verb };
  const { value, stepNo } = holdingBack((held) => book.write({ kind: isRedo ? 'redo' : 'undo', verb: isRedo ? 'redo' : 'undo', params, undoes: no }, () => {
    const preview = execute(book.db, target, held);
    const own = prepared<{ no: number }>(book.db, 'SELECT max(no) AS no FROM step').get()?.no ?? null;
    prepared(book.db, 'UPDATE step SET undone_by = ? WHERE no = ?').run(own, no);
    // A step undone by the undo that is now taken back stands again.
    prepared(book.db, 'UPDATE step SET undone_by = NULL WHERE undone_by = ?').run(no);
    return preview;
  }));
  const step = readStep(book.db, stepNo);
  if (!step) throw new Error('the undo left no step');
  return { step, preview: value };
}

/** The user's own last step that still stands: what Ctrl+Z takes. Never a job's, never another person's. */
export function nextUndo(db: Database.Database): Step | null {
  const row = prepared<Parameters<typeof toStep>[0]>(db, `
    SELECT ${STEP_COLUMNS} FROM step s WHERE s.kind IN ('user', 'import', 'merge') AND s.undone_by IS NULL AND s.open = 0 AND s.verb <> 'book.create'
      AND s.actor IS (SELECT me FROM book) AND ${MADE_HERE} ORDER BY s.no DESC LIMIT 1`).get();
  return row ? toStep(row) : null;
}

/** The user's own undo that Ctrl+Shift+Z takes back: the latest that stands, unless the user has written something since. */
export function nextRedo(db: Database.Database): Step | null {
  const row = prepared<Parameters<typeof toStep>[0]>(db, `
    SELECT ${STEP_COLUMNS} FROM step s WHERE s.kind = 'undo' AND s.undone_by IS NULL AND s.actor IS (SELECT me FROM book) AND ${MADE_HERE}
      AND NOT EXISTS (SELECT 1 FROM step w WHERE w.no > s.no AND w.kind IN ('user', 'import', 'merge') AND w.actor IS s.actor AND NOT EXISTS (SELECT 1 FROM stamp t WHERE t.step = w.no AND t.received = 1))
      ORDER BY s.no DESC LIMIT 1`).get();
  return row ? toStep(row) : null;
}
