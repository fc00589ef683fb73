import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { appSettingsSchema, bookStatusSchema, hostOffers } from '#shared/domain/book/model.ts';
import { procedure } from './base.ts';
import { placeSchema } from './errors.ts';
import { topicSchema } from './topics.ts';

const recentBook = z.object({ path: z.string(), title: z.string(), openedAt: z.number().int() });

export const appContract = {
  state: procedure.output(z.object({
    version: z.string(),
    host: z.string(),
    settings: appSettingsSchema,
    /** The settings that not every host can follow, as far as this one can. */
    offers: z.array(z.enum(hostOffers)),
    book: bookStatusSchema.nullable(),
    recent: z.array(recentBook),
    /** Why the book of last time could not be opened; a code of the error table. */
    problem: z.object({ code: z.string(), where: placeSchema.optional(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }).nullable(),
  })),
  saveSettings: procedure.input(appSettingsSchema.partial()).output(appSettingsSchema),
  /** What changes while the client listens; one stream for each window. */
  topics: procedure.output(eventIterator(topicSchema)),
};
