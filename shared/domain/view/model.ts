import { z } from 'zod';
import { criteriaSchema } from '../criteria/model.ts';

const columnSchema = z.object({
  id: z.string().max(100),
  /** Pixels; absent: the width it comes with. */
  width: z.number().int().min(40).max(1200).optional(),
});

/** How a list is shown: version 1. `columns` are those shown, in order; the first `pinned` of them stay at the left. */
const viewV1Schema = z.object({
  version: z.literal(1),
  columns: z.array(columnSchema).max(100),
  pinned: z.number().int().min(0).max(100),
  criteria: criteriaSchema,
  sort: z.object({ column: z.string().max(100), descending: z.boolean() }),
});

/** Every version of a view's document that a book may hold. */
export const viewDocumentSchema = z.discriminatedUnion('version', [viewV1Schema]);

export const savedViewSchema = z.object({ id: z.string(), name: z.string(), place: z.number().int(), document: viewV1Schema });
export type SavedView = z.infer<typeof savedViewSchema>;
export type CurrentView = z.infer<typeof viewV1Schema>;
