import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { deletedRowOf, entriesOfRow, updateOf, type LoggedRow } from './log.ts';
import { mergeOf, readMerge, type MergeStep } from './merge-steps.ts';
import { prepared } from './prepared.ts';
import type { RowPlan } from './undo-row.ts';

type Plans = ReadonlyMap<string, RowPlan>;

/** Id of the place that stands in for another until that one comes back: the same on every device and at every try. */
function standInId(placeId: string, personId: string): string {
  const hex = createHash('sha256').update(`${placeId} ${personId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const readPlace = (db: Database.Database, id: string): LoggedRow | undefined => prepared<LoggedRow>(db, 'SELECT * FROM position WHERE id = ?').get(id);

const nothing = (key: string): RowPlan => ({ table: 'position', key, did: 'update', remove: false, restore: null, update: {}, kept: [] });

const placeOf = (personId: string) => ({ restore, update }: RowPlan): boolean => (restore?.['person_id'] ?? update['person_id']?.back) === personId;

/** What a person wrote on a place that stood in. */
function writtenOn(db: Database.Database, tableName: string, row: LoggedRow): LoggedRow {
  const entries = entriesOfRow(db, tableName, String(row['id']));
  const since = entries.slice(entries.findLastIndex(({ op }) => op === 1) + 1).filter(({ op, undoneBy }) => op === 2 && undoneBy === null);
  const fields = new Set(since.flatMap((entry) => Object.keys(updateOf(entry))));
  fields.delete('person_id');
  return Object.fromEntries([...fields].map((field) => [field, row[field] ?? null]));
}

/** The plans by which a place that stood in goes, since the one it stood for comes back: what was written on it, and who reports to it, goes over. */
function leaving(db: Database.Database, plan: RowPlan): RowPlan[] {
  const personId = plan.restore?.['person_id'] ?? plan.update['person_id']?.back;
  const id = typeof personId === 'string' ? standInId(plan.key, personId) : '';
  const row = id === '' ? undefined : readPlace(db, id);
  if (!row || row['person_id'] !== personId) return [];
  const [now, written] = [readPlace(db, plan.key) ?? {}, writtenOn(db, plan.table, row)];
  if (plan.restore) plan.restore = { ...plan.restore, ...written };
  else for (const [field, back] of Object.entries(written)) plan.update[field] = { now: now[field] ?? null, back };
  const below = prepared<{ id: string }>(db, 'SELECT id FROM position WHERE reports_to_id = ? AND id <> ?').all(id, plan.key);
  return [
    { ...nothing(id), did: 'insert', remove: true },
    ...below.map((one) => ({ ...nothing(one.id), update: { reports_to_id: { now: id, back: plan.key } } })),
  ];
}

/** A place as it is, or, of one that merging two accounts took away, as it was last, where its account is now. */
function heldPlace(db: Database.Database, id: string): LoggedRow | undefined {
  const place = readPlace(db, id);
  const last = place ? undefined : entriesOfRow(db, 'position', id).at(-1);
  if (last?.op !== 3) return place;
  const row = deletedRowOf(last);
  let accountId = String(row['account_id']);
  for (let merge = mergeOf(db, 'account', accountId, 0); merge; merge = mergeOf(db, 'account', accountId, 0)) accountId = merge.survivorId;
  return { ...row, account_id: accountId, reports_to_id: null };
}

/** The plans by which places stand in for those of the person that `merge` took away and that later merges hold. */
function coming(db: Database.Database, plans: Plans, { mergedId }: MergeStep): RowPlan[] {
  const found = new Map<unknown, RowPlan>();
  for (const plan of plans.values()) {
    const held = plan.kept.find(({ field, from, byStep }) => field === 'person_id' && from === mergedId && byStep !== null && readMerge(db, byStep) !== null);
    const place = held && heldPlace(db, plan.key);
    const id = standInId(plan.key, mergedId);
    // Of two that have come into one account by now, one stands in for both.
    if (!place || readPlace(db, id) || found.has(place['account_id'])) continue;
    const back = Object.fromEntries(Object.entries(plan.update).map(([field, change]) => [field, change.back]));
    const boss = place['reports_to_id'];
    // One above who goes elsewhere by the same undo is not followed.
    const reports = plan.update['account_id'] === undefined && typeof boss === 'string' && !plans.has(boss) ? boss : null;
    found.set(place['account_id'], { ...nothing(id), did: 'delete', restore: { ...place, ...back, id, person_id: mergedId, reports_to_id: reports } });
  }
  return [...found.values()];
}

const FOLDED = `
  SELECT DISTINCT c.key FROM step s JOIN stamp t ON t.step = s.no CROSS JOIN change c ON c.arrival BETWEEN t.first_arrival AND t.last_arrival
  WHERE s.kind = 'merge' AND s.undone_by IS NULL AND s.no > +@no AND c.tbl = 'position' AND c.op = 3 AND c.data ->> '$.person_id' = @survivorId`;

/** The plans by which places stand in for those of the one who stayed, when merging accounts made them one with those given back. */
function staying(db: Database.Database, plans: Plans, { no, survivorId }: MergeStep): RowPlan[] {
  const own = prepared<{ id: string }>(db, 'SELECT id FROM position WHERE person_id = ?').all(survivorId);
  const keeps = own.some(({ id }) => !plans.get(id)?.remove && [survivorId, undefined].includes(plans.get(id)?.update['person_id']?.back as string | undefined));
  if (own.length === 0 || keeps || [...plans.values()].some(placeOf(survivorId))) return [];
  const found = new Map<unknown, RowPlan>();
  for (const { key } of prepared<{ key: string }>(db, FOLDED).all({ no, survivorId })) {
    const [place, id] = [heldPlace(db, key), standInId(key, survivorId)];
    if (place && !readPlace(db, id) && !plans.get(key)?.restore) found.set(place['account_id'], { ...nothing(id), did: 'delete', restore: { ...place, id, person_id: survivorId } });
  }
  return [...found.values()];
}

/**
 * Neither person of an un-merge is left without any place because later merges hold all of theirs: until one of these
 * is given back, a place like it stands in.
 * @param plans of positions, by id; those that give places back take over what was written on the ones that go
 * @param merge the merge of people that is undone, if its person comes back
 */
export function standIns(db: Database.Database, plans: Plans, merge: MergeStep | null): RowPlan[] {
  const going = [...plans.values()].flatMap((plan) => leaving(db, plan));
  if (!merge) return going;
  const all = new Map([...plans, ...going.map((plan) => [plan.key, plan] as const)]);
  const isPlaced = [...plans.values()].some(placeOf(merge.mergedId)) || prepared(db, 'SELECT 1 FROM position WHERE person_id = ? LIMIT 1').get(merge.mergedId);
  return [...going, ...(isPlaced ? [] : coming(db, all, merge)), ...staying(db, all, merge)];
}
