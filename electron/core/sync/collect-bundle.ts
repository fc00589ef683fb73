import type Database from 'better-sqlite3';
import { ChangeShapes } from '#shared/domain/sync/change-shapes.ts';
import type { SentChange, SentStamp, SentStep } from '#shared/domain/sync/model.ts';
import { prepared } from '#core/db/prepared.ts';
import { changesOfStamps } from './own-changes.ts';

/** One bundle is read back in one transaction, between two of which people's saves go. */
const CHANGES_PER_BUNDLE = 2_000;
const CHARS_PER_BUNDLE = 4 * 2 ** 20;

/** Content of a bundle, and the number of the last transaction that is whole by it. */
export interface Collected {
  devices: string[];
  steps: SentStep[];
  stamps: SentStamp[];
  changes: number;
  through: number;
}

interface OwnStamp {
  no: number;
  step: number;
  clock: number;
  device: string;
  /** Entries in the log; what they come to is at most as many changes. */
  entries: number;
}

// A step that is still open may come to more; nothing behind its beginning goes before it is closed.
const UNSENT = `
  SELECT t.no, t.step, t.clock, d.id AS device, t.last_arrival - t.first_arrival + 1 AS entries FROM stamp t JOIN device d ON d.no = t.device
  WHERE t.no > +@through AND t.received = 0 AND t.first_arrival IS NOT NULL
    AND t.no < coalesce((SELECT min(o.no) FROM step s JOIN stamp o ON o.step = s.no WHERE s.open = 1), 9e15) ORDER BY t.no LIMIT ${CHANGES_PER_BUNDLE}`;

type ReadStep = Omit<SentStep, 'params' | 'accounts'> & { no: number; params: string; firstStamp: number };

const STEPS = `
  SELECT s.no, s.id, s.kind, s.verb, s.params, s.actor, s.at, s.schema_version AS schema, (SELECT u.id FROM step u WHERE u.no = s.undoes) AS undoes,
    (SELECT min(t.no) FROM stamp t WHERE t.step = s.no) AS firstStamp
  FROM json_each(+?) wanted CROSS JOIN step s ON s.no = wanted.value`;

const ACCOUNTS = 'SELECT a.step, a.account_id AS id FROM step_account a WHERE a.step IN (SELECT value FROM json_each(+?)) ORDER BY a.account_id';

/** Steps by number. The accounts of a step go with its first transaction only. */
function readSteps(db: Database.Database, stamps: readonly OwnStamp[]): Map<number, SentStep> {
  const firstHere = new Map<number, number>();
  for (const { no, step } of stamps) if (!firstHere.has(step)) firstHere.set(step, no);
  const wanted = JSON.stringify([...firstHere.keys()]);
  const accounts = Map.groupBy(prepared<{ step: number; id: string }>(db, ACCOUNTS).all(wanted), ({ step }) => step);
  return new Map(prepared<ReadStep>(db, STEPS).all(wanted).map(({ no, firstStamp, params, ...step }) => {
    const isBegun = firstStamp < (firstHere.get(no) ?? 0);
    return [no, { ...step, params: JSON.parse(params) as SentStep['params'], accounts: isBegun ? [] : (accounts.get(no) ?? []).map(({ id }) => id) }];
  }));
}

/** As many of the transactions, but at least one, as are sure to fit into a bundle. */
function fitting(stamps: readonly OwnStamp[]): OwnStamp[] {
  let entries = 0;
  const end = stamps.findIndex((stamp, at) => {
    entries += stamp.entries;
    return at > 0 && entries > CHANGES_PER_BUNDLE;
  });
  return stamps.slice(0, end < 0 ? stamps.length : end);
}

const charsOf = (changes: readonly SentChange[]): number =>
  changes.reduce((sum, { values }) => sum + values.reduce<number>((chars, value) => chars + (typeof value === 'string' ? value.length : 0), 0), 0);

function collected(steps: ReadonlyMap<number, SentStep>, parts: readonly { stamp: OwnStamp; changes: SentChange[] }[], through: number): Collected {
  const devices = [...new Set(parts.map(({ stamp }) => stamp.device))];
  const nos = [...new Set(parts.map(({ stamp }) => stamp.step))];
  const [deviceAt, stepAt] = [new Map(devices.map((id, at) => [id, at])), new Map(nos.map((no, at) => [no, at]))];
  return {
    devices, through, changes: parts.reduce((sum, { changes }) => sum + changes.length, 0),
    steps: nos.map((no) => {
      const step = steps.get(no);
      if (!step) throw new Error('a transaction of no step');
      return step;
    }),
    stamps: parts.map(({ stamp, changes }) => ({ step: stepAt.get(stamp.step) ?? 0, device: deviceAt.get(stamp.device) ?? 0, clock: stamp.clock, changes })),
  };
}

/**
 * What this book wrote itself behind a transaction, as the contents of the next bundles: one, or all the parts of a large
 * transaction. Empty when there is no more.
 */
export function collectBundles(db: Database.Database, through: number): Collected[] {
  const stamps = fitting(prepared<OwnStamp>(db, UNSENT).all({ through }));
  const [first, last] = [stamps[0], stamps.at(-1)];
  if (!first || !last) return [];
  const changes = changesOfStamps(db, first.no, last.no, new ChangeShapes());
  const parts: { stamp: OwnStamp; changes: SentChange[] }[] = [];
  let [chars, done] = [0, through];
  for (const stamp of stamps) {
    const said = changes.get(stamp.no) ?? [];
    chars += charsOf(said);
    if (parts.length > 0 && chars > CHARS_PER_BUNDLE) break;
    if (said.length > 0) parts.push({ stamp, changes: said });
    done = stamp.no;
  }
  // Of what was erased nothing is left to send.
  if (parts.length === 0) return collectBundles(db, done);
  const steps = readSteps(db, parts.map(({ stamp }) => stamp));
  const [only, ...others] = parts;
  if (!only || others.length > 0 || only.changes.length <= CHANGES_PER_BUNDLE) return [collected(steps, parts, done)];
  const { stamp, changes: all } = only;
  return Array.from({ length: Math.ceil(all.length / CHANGES_PER_BUNDLE) }, (_, at) => {
    const end = (at + 1) * CHANGES_PER_BUNDLE;
    return collected(steps, [{ stamp, changes: all.slice(end - CHANGES_PER_BUNDLE, end) }], end < all.length ? through : done);
  });
}
