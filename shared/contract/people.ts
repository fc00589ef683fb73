import { z } from 'zod';
import { backupSchema } from '#shared/domain/book/model.ts';
import { colleagueSchema } from '#shared/domain/colleague/model.ts';
import { contactSchema, personFieldsSchema, positionFieldsSchema } from '#shared/domain/person/model.ts';
import { pastMoment, procedure } from './base.ts';

const contactFields = personFieldsSchema.extend(positionFieldsSchema.shape);
const stepped = z.object({ stepNo: z.number().int() });

export const nameKinds = ['account', 'person', 'colleague'] as const;

export const nameHitSchema = z.object({
  kind: z.enum(nameKinds),
  id: z.string(),
  accountId: z.string().nullable(),
  name: z.string(),
  /** Account and title of a person, second name and city of an account. */
  detail: z.string().nullable(),
  /** Set when the hit came by pinyin: the syllables with the matched letters, such as `[["Liu", 1], ["Zi", 1]]`. */
  pinyin: z.array(z.tuple([z.string(), z.number().int()])).nullable(),
});
export type NameHit = z.infer<typeof nameHitSchema>;

export const peopleContract = {
  list: procedure.input(z.object({ accountId: z.string(), asOf: pastMoment.optional() })).output(z.array(contactSchema)),
  create: procedure.input(contactFields.partial().required({ name: true }).extend({ accountId: z.string() }))
    .output(z.object({ personId: z.string(), positionId: z.string(), stepNo: z.number().int() })),
  update: procedure.input(z.object({ positionId: z.string(), patch: contactFields.partial() })).output(stepped),
  remove: procedure.input(z.object({ positionId: z.string() })).output(stepped),
  /** Removes a person and what the change log holds of them; nothing brings them back. Names the backups that still hold them, and of the folder of the last sync how many bundles do; null bundles could not be looked for. */
  eraseForGood: procedure.input(z.object({ personId: z.string() })).output(z.object({ backups: z.array(backupSchema), shared: z.object({ folder: z.string(), bundles: z.number().int().nullable() }).nullable() })),
  colleagues: procedure.output(z.array(colleagueSchema)),
  /** Accounts, people and colleagues by name, pinyin or initials; those of `accountId` first. */
  find: procedure.input(z.object({
    text: z.string().max(100),
    kinds: z.array(z.enum(nameKinds)).min(1),
    accountId: z.string().nullable().optional(),
    limit: z.number().int().min(1).max(50),
  })).output(z.array(nameHitSchema)),
};
