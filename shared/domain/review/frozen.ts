import { z } from 'zod';
import { languages } from '#shared/domain/book/model.ts';
import type { Deck } from '#shared/domain/document/model.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { readinessSchema } from './check-review.ts';
import { participantsSchema } from './record.ts';
import { reviewNumberSchema, reviewRowsSchema } from './rows.ts';

/** Pages as they were; a page carries no rule of its own, so only their being there is checked. */
export const deckSchema = z.custom<Deck>((value) => typeof value === 'object' && value !== null && 'pages' in value && Array.isArray(value.pages));

/** What was presented: version 1. It answers everything about the review without looking at the book. */
const frozenV1Schema = z.object({
  version: z.literal(1),
  decks: z.record(z.enum(languages), deckSchema),
  numbers: z.array(reviewNumberSchema),
  /** By `rowsKey`. */
  rows: z.record(z.string(), reviewRowsSchema),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  participants: participantsSchema,
  readiness: readinessSchema,
  today: z.string(),
  currency: z.string(),
  window: z.object({ from: z.string(), to: z.string() }),
});

/** Every version of a presented review that a book may hold. */
const frozenDocumentSchema = z.discriminatedUnion('version', [frozenV1Schema]);
export type FrozenReview = z.infer<typeof frozenV1Schema>;

/** @returns the presented review as this version says it; null where it is of a newer one or broken */
export function migrateFrozen(stored: unknown): FrozenReview | null {
  const { data } = frozenDocumentSchema.safeParse(stored);
  if (!data) return null;
  switch (data.version) {
    case 1: return data;
    default: return assertNever(data.version);
  }
}
