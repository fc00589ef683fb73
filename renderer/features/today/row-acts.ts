import type { SnoozeChoice, TodayRow } from '#shared/domain/today/model.ts';
import type { IsoDate } from '#shared/kernel/dates.ts';

/** What can be done with a row. */
export interface RowActs {
  done: (row: TodayRow) => void;
  putOff: (row: TodayRow, until: SnoozeChoice | IsoDate, when: string) => void;
  log: (row: TodayRow) => void;
  step: (row: TodayRow) => void;
  open: (row: TodayRow) => void;
  snooze: (row: TodayRow) => void;
}

/** What a letter does with the row in hand; null for every other key. */
export function actOfKey(key: string, acts: RowActs): ((row: TodayRow) => void) | null {
  switch (key.toLowerCase()) {
    case 'e': return acts.done;
    case 's': return acts.snooze;
    case 'l': return acts.log;
    case 'n': return acts.step;
    default: return null;
  }
}
