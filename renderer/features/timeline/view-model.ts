import type { TimelineRow } from '#shared/contract/timeline.ts';
import { monthOf, type IsoDate } from '#shared/kernel/dates.ts';

export const timelineFilters = ['all', 'interaction', 'order', 'task'] as const;
export type TimelineFilter = (typeof timelineFilters)[number];

type Kind = TimelineRow['kind'];

/** The kinds of rows a filter asks the core for. */
export const kindsOf = (filter: TimelineFilter): Kind[] => (filter === 'all' ? ['interaction', 'order', 'task'] : [filter]);

const interactionIcons = ['meeting', 'call', 'visit', 'email', 'chat'] as const;

export type TimelineIcon = (typeof interactionIcons)[number] | 'order' | 'task' | 'check';

/** The icon of a row; a kind of interaction that this program does not know yet is drawn as a meeting. */
export function iconOf(row: Pick<TimelineRow, 'kind' | 'state'>): TimelineIcon {
  if (row.kind === 'order') return 'order';
  if (row.kind === 'task') return row.state === 'done' ? 'check' : 'task';
  return interactionIcons.find((kind) => kind === row.state) ?? 'meeting';
}

/** Whether a row begins another month than the one above it, and so gets a heading. */
export function startsMonth(day: IsoDate, dayAbove: IsoDate | null): boolean {
  return dayAbove === null || monthOf(day) !== monthOf(dayAbove);
}
