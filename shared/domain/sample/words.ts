import { z } from 'zod';

const text = z.string().min(1);
const both = z.object({ zh: z.array(text).min(1), en: z.array(text).min(1) });
const pair = z.tuple([text, text]);

const said = z.object({ summary: z.array(text).min(1), notes: z.array(text).min(1), decisions: z.array(text).min(1), steps: z.array(text).min(1) });

/** The invented world of the sample book, from `resources/sample`. No company, person or number of it is real. */
export const sampleWordsSchema = z.object({
  companies: z.object({
    /** Companies of the story; `millions` of revenue in twelve months, `growth` in percent, `touch` days since the last interaction. */
    cast: z.array(z.object({
      name: text, alias: text, language: z.enum(['zh', 'en']), industry: z.number().int(), city: text, region: text.nullable(), country: text,
      parent: text.optional(), millions: z.number(), growth: z.number(), touch: z.number().int(),
    })),
    industries: z.array(z.object({ zh: text, en: text, names: z.array(pair).min(1) })),
    chinese: z.array(pair),
    chineseCities: z.array(z.tuple([text, text.nullable()])),
    milestones: z.array(pair).min(1),
    foreign: z.array(z.object({ stem: text, zh: text, place: z.number().int() })),
    places: z.array(z.object({ country: text, cities: z.array(text).min(1), currency: text.nullable(), names: text, phone: text.nullable() })),
  }),
  people: z.object({
    owner: text,
    colleagues: z.array(pair),
    cast: z.record(z.string(), z.array(pair)),
    surnames: z.array(pair),
    given: z.array(pair),
    others: z.record(z.string(), z.object({ first: z.array(text).min(1), last: z.array(text).min(1) })),
    /** In the order in which they are met; `under` is the place of the superior in this list. */
    roles: z.array(z.object({ zh: text, en: text, departmentZh: text, departmentEn: text, under: z.number().int().nullable(), buying: z.array(text), influence: z.number().int() })),
  }),
  catalogue: z.object({
    /** Weight of each month of the year, around 100. */
    season: z.array(z.number()).length(12),
    /** Worth of a unit of another currency in the book's. */
    rates: z.record(z.string(), z.number().positive()),
    /** Prices in the book's currency; `cost` in percent of the price. */
    products: z.array(z.object({ code: text, zh: text, en: text, category: text, price: z.number(), cost: z.number() })),
  }),
  talk: z.object({
    sites: both,
    places: both,
    closing: both,
    topics: z.array(z.object({ kinds: z.array(z.enum(['meeting', 'call', 'visit', 'email', 'chat'])).min(1), zh: said, en: said })),
    months: z.array(text).length(12),
  }),
});
export type SampleWords = z.infer<typeof sampleWordsSchema>;
