import { z } from 'zod';
import { interactionKinds } from '#shared/domain/interaction/model.ts';

/** What a person decides about a file beside its columns. */
export const importChoicesSchema = z.object({
  /** What stands first in dates such as 3/4/2025; without it those that could be either are refused. */
  dateOrder: z.enum(['day-first', 'month-first']).nullable(),
  /** What parts off decimals; without it numbers that could be read either way are refused. */
  decimal: z.enum(['point', 'comma']).nullable(),
  /** Accounts that rows name and the book does not have are made on the way. */
  createAccounts: z.boolean(),
  /** What an interaction is that does not say it. */
  interactionKind: z.enum(interactionKinds),
  /** Only rows whose column (from 0) holds one of the values are read. */
  only: z.object({ column: z.number().int().min(0), values: z.array(z.string()).max(500) }).nullable(),
  /** Decided doubts: the name as `nameKey` has it → the account that is meant, or null for a new one. */
  sameAs: z.record(z.string(), z.string().nullable()),
});
export type ImportChoices = z.infer<typeof importChoicesSchema>;

/** Nothing is guessed and nothing is made without being asked for. */
export const plainChoices: ImportChoices = { dateOrder: null, decimal: null, createAccounts: false, interactionKind: 'meeting', only: null, sameAs: {} };
