import { z } from 'zod';
import { anniversaryText } from '#shared/domain/calendar/anniversary.ts';
import { isIsoDate } from '#shared/kernel/dates.ts';

export const isoDate = z.string().refine(isIsoDate, { message: 'date' });

const text = (max: number) => z.string().trim().max(max);

/** What a person may enter about an account. Dates are `YYYY-MM-DD`. */
export const accountFieldsSchema = z.object({
  name: text(200).min(1),
  /** The company's name in the other language, or a short name. */
  alias: text(200).nullable(),
  externalId: text(100).nullable(),
  parentId: z.string().nullable(),
  industry: text(100).nullable(),
  address: text(300).nullable(),
  city: text(100).nullable(),
  region: text(100).nullable(),
  postalCode: text(30).nullable(),
  country: text(100).nullable(),
  phone: text(60).nullable(),
  fax: text(60).nullable(),
  website: text(200).nullable(),
  customerSince: isoDate.nullable(),
  contractEnd: isoDate.nullable(),
  isKey: z.boolean(),
  /** As `parseAnniversary` reads it: companies often tell the day without the year. */
  foundedOn: anniversaryText.nullable(),
  /** Days without an interaction after which we are told; null: as the book says. */
  quietDays: z.number().int().min(1).max(3650).nullable(),
});

export type AccountFields = z.infer<typeof accountFieldsSchema>;

export const accountSchema = accountFieldsSchema.extend({ id: z.string(), createdAt: z.number().int() });
export type Account = z.infer<typeof accountSchema>;
