import type Database from 'better-sqlite3';
import type { TimelineRow } from '#shared/contract/timeline.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { dateInZone, instantInZone } from '#shared/kernel/zoned-time.ts';
import { prepared } from '#core/db/prepared.ts';
import { toCursor, type TimelinePosition } from './timeline-cursor.ts';
import { timelineSources, type RawTimelineRow, type TimelineSource } from './timeline-sources.ts';

export interface TimelineRequest {
  accountId: string;
  kinds: readonly TimelineRow['kind'][];
  /** Null for the first window. */
  after: TimelinePosition | null;
  limit: number;
  /** IANA name. */
  timeZone: string;
}

interface Placed extends TimelinePosition {
  row: TimelineRow;
}

/** Past every day and instant there is. */
const NEWEST = { day: '9999-12-31', instant: Number.MAX_SAFE_INTEGER };

/** The bound below which a source's rows come after a position: ties go by rank, then by id. */
function boundOf({ byDay }: TimelineSource, rank: number, after: TimelinePosition | null, timeZone: string): { moment: string | number; id: string } {
  if (!after) return { moment: byDay ? NEWEST.day : NEWEST.instant, id: '' };
  if (!byDay) {
    if (rank === after.rank) return { moment: after.at, id: after.id };
    return { moment: rank > after.rank ? after.at + 1 : after.at, id: '' };
  }
  const day = dateInZone(after.at, timeZone);
  if (rank === after.rank) return { moment: day, id: after.id };
  const comesAfter = instantInZone(day, '00:00', timeZone) < after.at || rank > after.rank;
  return { moment: comesAfter ? addDays(day, 1) : day, id: '' };
}

function namesOfMet(db: Database.Database, rows: readonly TimelineRow[]): Map<string, string[]> {
  const ids = JSON.stringify(rows.filter((row) => row.kind === 'interaction').map(({ id }) => id));
  const met = prepared<{ id: string; name: string }>(db, `
    SELECT l.interaction_id AS id, p.name FROM json_each(+?) j CROSS JOIN interaction_person l ON l.interaction_id = j.value
    CROSS JOIN person p ON p.id = l.person_id ORDER BY p.name, p.id`).all(ids);
  const names = new Map<string, string[]>();
  for (const { id, name } of met) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}

const byPlace = (a: TimelinePosition, b: TimelinePosition): number => b.at - a.at || a.rank - b.rank || (a.id < b.id ? 1 : -1);

/** One window of an account's interactions, orders and tasks, newest first, and the cursor of the next. */
export function readTimeline(db: Database.Database, request: TimelineRequest): { rows: TimelineRow[]; nextCursor: string | null } {
  const { accountId, kinds, after, limit, timeZone } = request;
  const placed = timelineSources.flatMap((source, rank): Placed[] => {
    if (!kinds.includes(source.kind)) return [];
    const rows = prepared<RawTimelineRow>(db, source.sql).all({ accountId, ...boundOf(source, rank, after, timeZone), limit: limit + 1 });
    return rows.map(({ id, moment, person, ...rest }) => {
      const at = typeof moment === 'string' ? instantInZone(moment, '00:00', timeZone) : moment;
      return { at, rank, id, row: { ...rest, kind: source.kind, id, at, people: person === null ? [] : [person] } };
    });
  });
  const page = placed.toSorted(byPlace).slice(0, limit);
  const last = page.at(-1);
  const names = namesOfMet(db, page.map(({ row }) => row));
  return {
    rows: page.map(({ row }) => (row.kind === 'interaction' ? { ...row, people: names.get(row.id) ?? [] } : row)),
    nextCursor: placed.length > limit && last ? toCursor(last) : null,
  };
}
