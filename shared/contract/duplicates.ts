import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { accountFieldsSchema } from '#shared/domain/account/model.ts';
import { likenessSchema, recordKinds } from '#shared/domain/duplicates/model.ts';
import { stepSchema } from '#shared/domain/history/model.ts';
import { personFieldsSchema } from '#shared/domain/person/model.ts';
import { procedure } from './base.ts';

const kind = z.enum(recordKinds);

const recordHead = z.object({
  id: z.string(),
  name: z.string(),
  /** City of an account, title and account of a person. */
  detail: z.string().nullable(),
});

const pairSchema = z.object({ first: recordHead, second: recordHead, reasons: z.array(likenessSchema) });
export type DuplicatePair = z.infer<typeof pairSchema>;

const sideSchema = recordHead.extend({
  /** The record's own fields by name, as they are entered. */
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Name of the parent account, to show instead of its id. */
  parentName: z.string().nullable(),
  /** Rows of each table that would move to the other one. */
  moves: z.record(z.string(), z.number().int()),
});
export type MergeSide = z.infer<typeof sideSchema>;

const two = { firstId: z.string(), secondId: z.string() };
const stepped = z.object({ stepNo: z.number().int() });
const ids = { survivorId: z.string(), mergedId: z.string() };

export const duplicatesContract = {
  /** Pairs that are likely one, the likeliest first. `counts` stop at the cap. */
  list: procedure.input(z.object({ kind, offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) })).output(z.object({
    pairs: z.array(pairSchema),
    counts: z.object({ account: z.number().int(), person: z.number().int() }),
    /** The number at which `counts` stop. */
    cap: z.number().int(),
  })),
  /** How far the search is that `list` waits for: records gone through, of all. It ends with the search. */
  look: procedure.output(eventIterator(z.object({ done: z.number().int(), total: z.number().int() }))),
  /** Both records side by side. */
  compare: procedure.input(z.object({ kind, ...two })).output(z.object({ first: sideSchema, second: sideSchema })),
  /** Everything of `mergedId` goes to `survivorId`, as one step; `values` are the fields chosen, the rest stays as it is. */
  mergeAccounts: procedure.input(z.object({ ...ids, values: accountFieldsSchema.partial() })).output(stepped),
  mergePeople: procedure.input(z.object({ ...ids, values: personFieldsSchema.partial() })).output(stepped),
  /** Remembers that two are not the same; they are not proposed again. */
  keepApart: procedure.input(z.object({ kind, ...two })).output(stepped),
  /** Merges into an account that still stand, newest first. */
  merges: procedure.input(z.object({ accountId: z.string() })).output(z.array(z.object({ name: z.string(), step: stepSchema }))),
  /** Where an account that was merged away has gone; null where it was not. */
  successor: procedure.input(z.object({ id: z.string() })).output(z.object({ id: z.string(), name: z.string(), mergedName: z.string() }).nullable()),
};
