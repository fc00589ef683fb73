import { assertNever } from '#shared/kernel/assert-never.ts';
import type { TodayRow } from './model.ts';

/** The larger, the higher it stands: days past what was promised; for interactions the later, while it is fresh in mind. */
function urgency(row: TodayRow): number {
  switch (row.kind) {
    case 'task': return row.days;
    case 'quiet': case 'keepInTouch': return row.days - row.limit;
    case 'nextStep': return row.at;
    default: return assertNever(row);
  }
}

/** The order within a section; rows of equal weight stand by their keys, so that nothing jumps. */
export function compareRows(a: TodayRow, b: TodayRow): number {
  return urgency(b) - urgency(a) || (a.key < b.key ? -1 : 1);
}
