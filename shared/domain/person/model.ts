import { z } from 'zod';
import { anniversaryText } from '#shared/domain/calendar/anniversary.ts';

export const buyingRoles = [
  'economic', 'technical', 'user', 'decisionMaker', 'approver', 'evaluator', 'influencer', 'champion', 'coach', 'blocker', 'sponsor',
] as const;

export const personFieldsSchema = z.object({
  name: z.string().trim().min(1).max(200),
  phone: z.string().trim().max(60).nullable(),
  mobile: z.string().trim().max(60).nullable(),
  email: z.string().trim().max(200).nullable(),
  wechat: z.string().trim().max(100).nullable(),
  externalId: z.string().trim().max(100).nullable(),
  /** As `parseAnniversary` reads it. */
  birthday: anniversaryText.nullable(),
  /** Days without an interaction after which we are told; null: never. */
  keepInTouchDays: z.number().int().min(1).max(3650).nullable(),
});

export type PersonFields = z.infer<typeof personFieldsSchema>;

/** A person's place in one account; the same person may hold several. */
export const positionFieldsSchema = z.object({
  title: z.string().trim().max(200).nullable(),
  department: z.string().trim().max(200).nullable(),
  /** The position this one reports to, in the same account. */
  reportsToId: z.string().nullable(),
  buyingRoles: z.array(z.enum(buyingRoles)),
  /** 0 none … 3 decisive. */
  influence: z.number().int().min(0).max(3).nullable(),
  /** −2 opponent … 2 mentor. */
  attitude: z.number().int().min(-2).max(2).nullable(),
});

export type PositionFields = z.infer<typeof positionFieldsSchema>;

export const contactSchema = personFieldsSchema.extend(positionFieldsSchema.shape).extend({
  personId: z.string(),
  positionId: z.string(),
  accountId: z.string(),
  reportsToName: z.string().nullable(),
  lastInteractionAt: z.number().int().nullable(),
});
/** A person as seen from one account: person and position together. */
export type Contact = z.infer<typeof contactSchema>;
