import type { SentFields } from './model.ts';

/** Place in the order of all transactions. Two devices may have the same clock, a device has each once. */
export interface Place {
  clock: number;
  device: string;
}

/** What one transaction says of a row. */
export interface RowWrite extends Place {
  op: 1 | 2 | 3;
  /** Of an insert the whole row, of an update the fields changed. */
  fields: SentFields;
}

/** A row as all its changes together make it, in whatever order they came. */
export interface RowState {
  /** Whether its insertion has come yet. */
  known: boolean;
  alive: boolean;
  /** The latest value of each field, also of a row that is gone: a change made elsewhere after the deletion counts should it come back. */
  fields: SentFields;
  /** Who wrote each field last. */
  writers: ReadonlyMap<string, Place>;
}

export const isLater = (a: Place, b: Place): boolean => a.clock > b.clock || (a.clock === b.clock && a.device > b.device);

export const samePlace = (a: Place, b: Place): boolean => a.clock === b.clock && a.device === b.device;

/** The later write wins, for each field and for whether the row is there. */
export function rowState(writes: readonly RowWrite[]): RowState {
  const fields: SentFields = {};
  const writers = new Map<string, Place>();
  let existence: RowWrite | undefined;
  let known = false;
  for (const write of writes) {
    if (write.op === 1) known = true;
    if (write.op !== 2 && (!existence || isLater(write, existence))) existence = write;
    if (write.op === 3) continue;
    for (const [field, value] of Object.entries(write.fields)) {
      const writer = writers.get(field);
      if (writer && !isLater(write, writer)) continue;
      fields[field] = value;
      writers.set(field, write);
    }
  }
  return { known, alive: existence?.op === 1, fields, writers };
}
