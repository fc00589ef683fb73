import { z } from 'zod';

export const stepKinds = ['user', 'import', 'job', 'undo', 'redo', 'external', 'merge'] as const;
export type StepKind = (typeof stepKinds)[number];

/** One step of the change log: who, when, what, worded from `verb` and `params` in the locale files. */
export const stepSchema = z.object({
  no: z.number().int(),
  kind: z.enum(stepKinds),
  verb: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  actor: z.string().nullable(),
  at: z.number().int(),
  undoes: z.number().int().nullable(),
  undoneBy: z.number().int().nullable(),
  changes: z.number().int(),
});
export type Step = z.infer<typeof stepSchema>;

/** A field value as the log keeps it. */
const logged = z.union([z.string(), z.number(), z.null()]);

/** Whose later word kept a value from showing, and when that was said (ms UTC). */
const overruledSchema = z.object({ actor: z.string().nullable(), at: z.number().int() });

export const fieldChangeSchema = z.object({
  table: z.string(),
  key: z.string(),
  /** A name a person would recognise the row by; null when it has none. */
  label: z.string().nullable(),
  op: z.enum(['insert', 'update', 'delete']),
  field: z.string().nullable(),
  from: logged,
  to: logged,
  overruled: overruledSchema.optional(),
});
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/** Why undoing a step leaves something as it is. */
export const keptReasons = ['changed-later', 'depended-on', 'gone', 'missing-reference', 'taken', 'invariant'] as const;

export const keptChangeSchema = fieldChangeSchema.extend({
  reason: z.enum(keptReasons),
  /** The later step that stands in the way, when there is one. */
  byStep: z.number().int().nullable(),
  byActor: z.string().nullable(),
});
export type KeptChange = z.infer<typeof keptChangeSchema>;

export const undoPreviewSchema = z.object({
  step: stepSchema,
  reverts: z.array(fieldChangeSchema),
  kept: z.array(keptChangeSchema),
  /** Rows of `reverts` and `kept` in full; the lists above stop at 500 each. */
  revertCount: z.number().int(),
  keptCount: z.number().int(),
});
export type UndoPreview = z.infer<typeof undoPreviewSchema>;

export const fieldHistorySchema = z.object({
  at: z.number().int(),
  actor: z.string().nullable(),
  step: z.number().int(),
  verb: z.string(),
  op: z.enum(['insert', 'update', 'delete']),
  field: z.string().nullable(),
  from: logged,
  to: logged,
  overruled: overruledSchema.optional(),
});
export type FieldHistory = z.infer<typeof fieldHistorySchema>;
