import { z } from 'zod';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { sectionKinds } from './record.ts';

/** Which sections a new review has and in which order: version 1. */
const templateV1Schema = z.object({ version: z.literal(1), sections: z.array(z.enum(sectionKinds)).min(1) });

/** Every version of a template that may be met. */
const templateDocumentSchema = z.discriminatedUnion('version', [templateV1Schema]);
export type ReviewTemplate = z.infer<typeof templateV1Schema>;

/** The templates that come with the program; `standard` is the same order each quarter. */
export const templateIds = ['standard', 'short'] as const;
export type TemplateId = (typeof templateIds)[number];

export const builtInTemplates: Record<TemplateId, ReviewTemplate> = {
  standard: { version: 1, sections: [...sectionKinds] },
  short: { version: 1, sections: ['sought', 'results', 'risks', 'nextSteps', 'actions'] },
};

/** @returns the template as this version says it; null where it is of a newer one or broken */
export function migrateTemplate(stored: unknown): ReviewTemplate | null {
  const { data } = templateDocumentSchema.safeParse(stored);
  if (!data) return null;
  switch (data.version) {
    case 1: return data;
    default: return assertNever(data.version);
  }
}
