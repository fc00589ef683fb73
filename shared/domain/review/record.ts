import { z } from 'zod';
import { languages } from '#shared/domain/book/model.ts';
import { isIsoDate } from '#shared/kernel/dates.ts';
import { quarterSchema } from './model.ts';

/** The parts of a review in their standard order: what is asked first, what was agreed last. */
export const sectionKinds = ['agenda', 'sought', 'results', 'products', 'service', 'relationships', 'risks', 'strategy', 'nextSteps', 'since', 'actions'] as const;
export type SectionKind = (typeof sectionKinds)[number];

export const itemKinds = ['agenda', 'sought', 'decision', 'risk', 'action'] as const;
export type ItemKind = (typeof itemKinds)[number];

const day = z.string().refine(isIsoDate);

/** What a person can change of a review as a whole. Rating 1 poor … 5 excellent, after it was held. */
export const reviewFieldsSchema = z.object({
  period: quarterSchema,
  heldOn: day,
  place: z.string().trim().max(200).nullable(),
  language: z.enum(languages),
  rating: z.number().int().min(1).max(5).nullable(),
  ratingNote: z.string().trim().max(2000).nullable(),
});
export type ReviewFields = z.infer<typeof reviewFieldsSchema>;

export const reviewHeadSchema = reviewFieldsSchema.extend({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  /** Instant in ms UTC; null while its numbers are live. */
  frozenAt: z.number().int().nullable(),
  /** What it was made from: a template of the program or one's own, which may be gone; null where that was never kept. */
  template: z.string().nullable(),
});
export type ReviewHead = z.infer<typeof reviewHeadSchema>;

export const sectionStateSchema = z.object({ kind: z.enum(sectionKinds), hidden: z.boolean(), commentary: z.string() });
export type SectionState = z.infer<typeof sectionStateSchema>;

/** The task that an action became. */
const actionTask = z.object({
  id: z.string(), dueOn: z.string().nullable(), colleagueId: z.string().nullable(), personId: z.string().nullable(), owner: z.string().nullable(), done: z.boolean(),
});

export const reviewItemSchema = z.object({ id: z.string(), kind: z.enum(itemKinds), text: z.string(), task: actionTask.nullable() });
export type ReviewItem = z.infer<typeof reviewItemSchema>;

const named = z.object({ id: z.string(), name: z.string() });

/** Who takes part: theirs and ours. */
export const participantsSchema = z.object({ people: z.array(named.extend({ title: z.string().nullable() })), colleagues: z.array(named) });
export type Participants = z.infer<typeof participantsSchema>;
