import type Database from 'better-sqlite3';
import type { SentStep } from '#shared/domain/sync/model.ts';
import { prepared } from '#core/db/prepared.ts';

const KNOWN = 'SELECT s.id, s.no FROM json_each(+?) wanted CROSS JOIN step s ON s.id = wanted.value';

/** The step as it was made elsewhere; whatever it undid is marked as undone here as well. */
function takeStep(db: Database.Database, step: SentStep, device: number, undoes: number | null): number {
  const no = Number(prepared(db, 'INSERT INTO step (id, kind, verb, params, actor, device, at, schema_version, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(step.id, step.kind, step.verb, JSON.stringify(step.params), step.actor, device, step.at, step.schema, undoes).lastInsertRowid);
  if (undoes !== null) {
    prepared(db, 'UPDATE step SET undone_by = ? WHERE no = ? AND undone_by IS NULL').run(no, undoes);
    prepared(db, 'UPDATE step SET undone_by = NULL WHERE undone_by = ?').run(undoes);
  }
  if (step.accounts.length > 0) {
    prepared(db, 'INSERT INTO step_account (account_id, step) SELECT value, +? FROM json_each(+?) WHERE true ON CONFLICT DO NOTHING').run(no, JSON.stringify(step.accounts));
  }
  return no;
}

/**
 * Writes the steps of a bundle down, each once. Before all changes: while a reference hangs, SQLite searches the steps and
 * their accounts anew for each step that is added.
 * @param uses which step is used on which device (number here), in order
 * @returns numbers here, by place in the bundle; of steps that are not used none
 */
export function takeSteps(db: Database.Database, steps: readonly SentStep[], uses: Iterable<{ step: number; device: number }>): Map<number, number> {
  const wanted = JSON.stringify([...new Set(steps.flatMap(({ id, undoes }) => (undoes === null ? [id] : [id, undoes])))]);
  const known = new Map(prepared<{ id: string; no: number }>(db, KNOWN).all(wanted).map(({ id, no }) => [id, no]));
  const taken = new Map<number, number>();
  for (const { step: at, device } of uses) {
    const step = steps[at];
    if (!step || taken.has(at)) continue;
    const no = known.get(step.id) ?? takeStep(db, step, device, step.undoes === null ? null : known.get(step.undoes) ?? null);
    known.set(step.id, no);
    taken.set(at, no);
  }
  return taken;
}
