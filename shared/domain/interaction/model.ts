import { z } from 'zod';
import { EARLIEST_INSTANT, LATEST_INSTANT } from '#shared/kernel/dates.ts';
import { taskFieldsSchema } from '#shared/domain/task/model.ts';

export const interactionKinds = ['meeting', 'call', 'visit', 'email', 'chat'] as const;
export type InteractionKind = (typeof interactionKinds)[number];

/** What is logged: `at` in ms UTC, the duration in minutes. */
export const interactionFieldsSchema = z.object({
  accountId: z.string(),
  kind: z.enum(interactionKinds),
  at: z.number().int().min(EARLIEST_INSTANT).max(LATEST_INSTANT),
  durationMinutes: z.number().int().min(0).max(60 * 24 * 30).nullable(),
  place: z.string().trim().max(200).nullable(),
  summary: z.string().trim().min(1).max(500),
  notes: z.string().max(200_000),
  decisions: z.string().max(20_000),
  personIds: z.array(z.string()).max(200),
  colleagueIds: z.array(z.string()).max(200),
});

/** An interaction with the next steps that become tasks; persons without an id yet are made on the way. */
export const logInteractionSchema = interactionFieldsSchema.extend({
  newPeople: z.array(z.object({ key: z.string(), name: z.string().trim().min(1).max(200), title: z.string().trim().max(200).nullable() })).max(50),
  nextSteps: z.array(taskFieldsSchema).max(50),
});
export type LogInteraction = z.infer<typeof logInteractionSchema>;

export const interactionSchema = interactionFieldsSchema.extend({
  id: z.string(),
  people: z.array(z.object({ id: z.string(), name: z.string(), title: z.string().nullable() })),
  colleagues: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Interaction = z.infer<typeof interactionSchema>;
