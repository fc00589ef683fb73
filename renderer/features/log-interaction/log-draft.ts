import { z } from 'zod';
import { interactionKinds } from '#shared/domain/interaction/model.ts';

const ownerSchema = z.object({ kind: z.enum(['colleague', 'person']), id: z.string(), name: z.string() });

/** A person in the form: one of the book by id, or one that saving makes, whose key stands for the id. */
const personSchema = z.object({ id: z.string(), name: z.string(), title: z.string(), isNew: z.boolean() });

const stepSchema = z.object({
  key: z.string(),
  text: z.string(),
  owner: ownerSchema.nullable(),
  /** A date picked for this step; null leaves it to the words of the text. */
  pickedDue: z.string().nullable(),
});

/** The half-written form as it is kept. Dates are absolute, so that a draft of yesterday still means yesterday. */
export const logDraftSchema = z.object({
  version: z.literal(1),
  kind: z.enum(interactionKinds),
  account: z.object({ id: z.string(), name: z.string() }).nullable(),
  date: z.string(),
  time: z.string(),
  durationMinutes: z.number().nullable(),
  /** Words typed as the time that nobody could read yet; null when the three fields above say it all. */
  unreadWhen: z.string().nullable(),
  place: z.string(),
  people: z.array(personSchema),
  colleagues: z.array(z.object({ id: z.string(), name: z.string() })),
  summary: z.string(),
  notes: z.string(),
  decisions: z.string(),
  steps: z.array(stepSchema),
});

export type LogDraft = z.infer<typeof logDraftSchema>;
export type DraftPerson = LogDraft['people'][number];
export type DraftStep = LogDraft['steps'][number];
export type StepOwner = NonNullable<DraftStep['owner']>;
