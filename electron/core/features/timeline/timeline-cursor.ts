import { z } from 'zod';
import { CodedError } from '#shared/kernel/coded-error.ts';

/** Where in the timeline a row stands: later instants first, then sources by rank, then ids from high to low. */
export interface TimelinePosition {
  /** Milliseconds UTC. */
  at: number;
  rank: number;
  id: string;
}

const cursorSchema = z.tuple([z.number().int(), z.number().int(), z.string()]);

export const toCursor = ({ at, rank, id }: TimelinePosition): string => JSON.stringify([at, rank, id] satisfies z.infer<typeof cursorSchema>);

/** @throws CodedError `invalid-value` */
export function fromCursor(cursor: string | null): TimelinePosition | null {
  if (cursor === null) return null;
  try {
    const [at, rank, id] = cursorSchema.parse(JSON.parse(cursor));
    return { at, rank, id };
  } catch (cause) {
    throw new CodedError('invalid-value', { where: { field: 'cursor' }, cause });
  }
}
