import { z } from 'zod';
import { orderLineSchema } from '#shared/domain/order/model.ts';
import { buyingRoles } from '#shared/domain/person/model.ts';

export const peopleGroups = ['mapped', 'deciding', 'favourable', 'against', 'quiet'] as const;

/** Which rows a number was made of; days are inclusive. */
const rowsQuerySchema = z.discriminatedUnion('kind', [
  /** `product` narrows to one product by name; empty for the lines that name none. */
  z.object({ kind: z.literal('orders'), from: z.string(), to: z.string(), product: z.string().optional() }),
  z.object({ kind: z.literal('interactions'), from: z.string(), to: z.string(), decided: z.boolean() }),
  z.object({ kind: z.literal('tasks'), late: z.boolean() }),
  z.object({ kind: z.literal('people'), group: z.enum(peopleGroups) }),
]);
export type RowsQuery = z.infer<typeof rowsQuerySchema>;

/** A number of a review: what it measures, as of when, over which days, and the way to its rows. */
export const reviewNumberSchema = z.object({
  id: z.string(),
  section: z.string(),
  measure: z.string(),
  /** Money in 1/10,000 of the book currency, shares as ratios; null where it is not known. */
  unit: z.enum(['money', 'share', 'count']),
  value: z.number().nullable(),
  asOf: z.string(),
  window: z.object({ from: z.string(), to: z.string() }).nullable(),
  rowCount: z.number().int(),
  rows: rowsQuerySchema,
});
export type ReviewNumber = z.infer<typeof reviewNumberSchema>;

const reviewPersonRowSchema = z.object({
  personId: z.string(), name: z.string(), title: z.string().nullable(), roles: z.array(z.enum(buyingRoles)), attitude: z.number().int().nullable(),
  /** The last day they were heard; null for never. */
  lastOn: z.string().nullable(),
});
export type ReviewPersonRow = z.infer<typeof reviewPersonRowSchema>;

/** The rows behind a number; all of them, whatever their count. */
export const reviewRowsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('orders'), rows: z.array(orderLineSchema) }),
  z.object({ kind: z.literal('interactions'), rows: z.array(z.object({ id: z.string(), date: z.string(), kind: z.string(), summary: z.string(), decisions: z.string(), people: z.array(z.string()) })) }),
  z.object({ kind: z.literal('tasks'), rows: z.array(z.object({ id: z.string(), title: z.string(), owner: z.string().nullable(), dueOn: z.string().nullable(), late: z.boolean() })) }),
  z.object({ kind: z.literal('people'), rows: z.array(reviewPersonRowSchema) }),
]);
export type ReviewRows = z.infer<typeof reviewRowsSchema>;

/** Two numbers of the same rows keep them once. */
export const rowsKey = (query: RowsQuery): string => Object.values(query).join('|');
