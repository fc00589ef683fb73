import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';

interface InteractionRow {
  id: string;
  at: number;
  kind: string;
  summary: string;
  decisions: string;
}

const COUNTS = `
  SELECT count(*) AS interactions, count(*) FILTER (WHERE trim(coalesce(t.decisions, '')) <> '') AS decisions,
    (SELECT count(DISTINCT ip.person_id) FROM interaction n JOIN interaction_person ip ON ip.interaction_id = n.id
      WHERE n.account_id = @accountId AND n.at >= @from AND n.at < @before) AS people
  FROM interaction i LEFT JOIN interaction_text t ON t.interaction_id = i.id
  WHERE i.account_id = @accountId AND i.at >= @from AND i.at < @before`;

const INTERACTIONS = `
  SELECT i.id, i.at, i.kind, i.summary, coalesce(t.decisions, '') AS decisions
  FROM interaction i LEFT JOIN interaction_text t ON t.interaction_id = i.id
  WHERE i.account_id = @accountId AND i.at >= @from AND i.at < @before
  ORDER BY trim(coalesce(t.decisions, '')) <> '' DESC, i.at DESC, i.id DESC LIMIT @room`;

/** Theirs first, then ours, each by name. */
const PEOPLE = `
  SELECT 0 AS side, p.name FROM interaction_person ip JOIN person p ON p.id = ip.person_id WHERE ip.interaction_id = @id
  UNION ALL
  SELECT 1, c.name FROM interaction_colleague ic JOIN colleague c ON c.id = ic.colleague_id WHERE ic.interaction_id = @id
  ORDER BY side, name`;

const STEP_COUNTS = `
  SELECT count(*) AS open, count(*) FILTER (WHERE due_on < ?) AS late FROM task WHERE account_id = ? AND done_at IS NULL`;

const STEPS = `
  SELECT t.id, t.title, t.due_on AS dueOn, coalesce(c.name, p.name) AS owner
  FROM task t LEFT JOIN colleague c ON c.id = t.colleague_id LEFT JOIN person p ON p.id = t.person_id
  WHERE t.account_id = ? AND t.done_at IS NULL
  ORDER BY t.due_on IS NULL, t.due_on, t.created_at, t.id LIMIT ?`;

/**
 * Interactions from `from` up to but not including `before` (ms UTC): how many, and the newest `room` of them (−1 for all),
 * those with decisions before those without.
 */
export function readInteractions(db: Database.Database, accountId: string, from: number, before: number, room: number) {
  const counts = prepared<{ interactions: number; decisions: number; people: number }>(db, COUNTS).get({ accountId, from, before });
  const rows = prepared<InteractionRow>(db, INTERACTIONS).all({ accountId, from, before, room }).toSorted((a, b) => b.at - a.at);
  const people = prepared<{ name: string }>(db, PEOPLE);
  return {
    counts: counts ?? { interactions: 0, decisions: 0, people: 0 },
    interactions: rows.map((row) => ({ ...row, people: people.all({ id: row.id }).map(({ name }) => name) })),
  };
}

/** Open tasks of the account, the longest late first, at most `room` of them (−1 for all); late means due before `today`. */
export function readNextSteps(db: Database.Database, accountId: string, today: string, room: number) {
  const counts = prepared<{ open: number; late: number }>(db, STEP_COUNTS).get(today, accountId);
  const steps = prepared<{ id: string; title: string; dueOn: string | null; owner: string | null }>(db, STEPS).all(accountId, room);
  return { counts: counts ?? { open: 0, late: 0 }, steps: steps.map((step) => ({ ...step, late: step.dueOn !== null && step.dueOn < today })) };
}
