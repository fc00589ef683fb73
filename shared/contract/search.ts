import { z } from 'zod';
import { searchKinds } from '#shared/domain/search/model.ts';
import { procedure } from './base.ts';

const range = z.tuple([z.number().int(), z.number().int()]);
/** A text and the stretches of it that were searched for, in UTF-16 units. */
const marked = z.object({ text: z.string(), marks: z.array(range) });
export type MarkedText = z.infer<typeof marked>;

const searchHitSchema = z.object({
  kind: z.enum(searchKinds),
  id: z.string(),
  accountId: z.string(),
  /** Name, summary, number or title; empty for an order without a number. */
  title: marked,
  /** The name from before a merge by which it was found, when today's name does not answer. */
  formerName: marked.nullable(),
  /** Set when a name was found by pinyin: its syllables with the number of their letters that were typed. */
  pinyin: z.array(z.tuple([z.string(), z.number().int()])).nullable(),
  /** Where it belongs: of an account its second name and city, of a person title and account, of the others the account. */
  detail: z.string().nullable(),
  /** What surrounds the words that were searched for, when they do not stand in the title. */
  snippet: marked.nullable(),
  /** ms UTC, of interactions. */
  at: z.number().nullable(),
  /** Of orders the day, of open tasks the day they are due. */
  day: z.string().nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchContract = {
  /** Names first, by how well they answer; then, of each kind, the newest. `limit` is for each kind. */
  find: procedure.input(z.object({ text: z.string().max(100), limit: z.number().int().min(1).max(50).default(5) })).output(z.object({
    groups: z.array(z.object({ kind: z.enum(searchKinds), hits: z.array(searchHitSchema), more: z.boolean() })),
    /** What was written lately is still being read; asking again soon may find more. */
    behind: z.boolean(),
  })),
};
